// Everything in the record that does not fit, a sentence each: what MINERCHECK shows.
import type { Day } from "../../common/days";
import type { MinerRecord } from "../record";
import type { Finding } from "./finding";
import { encumberedAboveHoldings, oldReports } from "./levels";
import { proceedsFindings } from "./proceeds";
import { rollForwardFindings } from "./roll-forward";
import { disagreements, publishedEarly } from "./sources";
import { partsAgainstWhole } from "./sums";

export type { Finding } from "./finding";

const CHECKS = [
  rollForwardFindings,
  disagreements,
  oldReports,
  proceedsFindings,
  partsAgainstWhole,
  encumberedAboveHoldings,
  publishedEarly,
];

/** What does not fit in the figures of some miners for periods that ended by `day`, check by check. */
export const findingsOf = (record: MinerRecord, miners: readonly number[], day: Day): Finding[] =>
  CHECKS.flatMap((check) => miners.flatMap((miner) => check(record, miner, day)));
