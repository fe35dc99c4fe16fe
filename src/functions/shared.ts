// What the pages use of the record's own code: it is in the functions' script already, and pages do not load it twice.
// A page imports it from src/data as everybody does; webpack.config.js turns that import to this script.
export { coinAgeOf, countsOfAll } from "../data/coin-age";
export { GROUPS } from "../data/groups";
export { findMetric, findMiner } from "../data/names";
export { PACK_SCHEMA, READABLE_SCHEMAS } from "../data/pack";
export { HOLDINGS, MinerRecord } from "../data/record";
