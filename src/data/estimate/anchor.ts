// The newest figure of a miner's coins that an estimate starts from: its count, coins told since, or flows since.
import type { Day } from "../../common/days";
import { toldOver } from "../flows";
import { HOLDINGS, type MinerRecord } from "../record";
import { coveredUntil } from "../tiles";
import { minedPerDay } from "./mined-per-day";

export interface Anchor {
  readonly kind: "counted" | "told" | "rolled forward";
  readonly day: Day;
  readonly btc: number;
  /** The newest count: its row, and its day. */
  readonly count: number;
  readonly countDay: Day;
}

/** The row of the newest count at or before a day, as known then; -1 when there is none. */
export const countAt = (record: MinerRecord, miner: number, day: Day, knownBy: Day): number =>
  record.asOf(miner, record.metricIndex(HOLDINGS), day, knownBy);

/** Undefined without a count. */
export const anchorOf = (record: MinerRecord, miner: number, day: Day, knownBy = Infinity): Anchor | undefined => {
  const count = countAt(record, miner, day, knownBy);
  if (count < 0) return undefined;
  const countDay = record.periodEnd(count);
  const told = record.asOf(miner, record.metricIndex("holdings_update_btc"), day, knownBy);
  if (told >= 0 && record.periodEnd(told) > countDay) {
    return { kind: "told", day: record.periodEnd(told), btc: record.value(told), count, countDay };
  }
  const from = countDay + 1;
  const until = coveredUntil(record, miner, record.metricIndex("sold_btc"), from, day, knownBy);
  if (until === undefined) return { kind: "counted", day: countDay, btc: record.value(count), count, countDay };
  const flow = (metric: string): number | undefined =>
    toldOver(record, miner, record.metricIndex(metric), from, until, knownBy)?.value;
  const mined = flow("produced_btc") ?? (minedPerDay(record, miner, from, until, knownBy) ?? 0) * (until - countDay);
  const btc = record.value(count) + mined - (flow("sold_btc") ?? 0) + (flow("purchased_btc") ?? 0);
  return { kind: "rolled forward", day: until, btc: Math.max(0, btc), count, countDay };
};
