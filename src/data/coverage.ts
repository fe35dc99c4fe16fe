// How the miners of the record stand to the sum of ALL on a day: in it, inside a parent, ended, or never counted.
import type { Day } from "../common/days";
import { countsOfAll } from "./coin-age";
import { HOLDINGS, type MinerRecord } from "./record";

export interface Coverage {
  readonly counted: number;
  /** Their coins are in the count of a parent. */
  readonly insideParent: number;
  /** They have counts of coins, and none that still counts. */
  readonly ended: number;
  readonly neverCounted: number;
}

export const coverageOf = (record: MinerRecord, day: Day): Coverage => {
  const counted = new Set(countsOfAll(record, day).map(({ ticker }) => ticker));
  const others = record.miners.filter(({ ticker }) => !counted.has(ticker));
  const [inside, alone] = [true, false].map((has) => others.filter(({ parent }) => (parent !== undefined) === has));
  const holdings = record.metricIndex(HOLDINGS);
  const ended = (alone ?? []).filter(({ ticker }) => record.asOf(record.minerIndex(ticker), holdings, day) >= 0);
  return {
    counted: counted.size,
    insideParent: inside?.length ?? 0,
    ended: ended.length,
    neverCounted: (alone?.length ?? 0) - ended.length,
  };
};
