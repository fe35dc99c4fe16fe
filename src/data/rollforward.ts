// Coins from one day to another: opening + mined + bought - sold + other = closing. What was not reported stays unknown.
import type { Day } from "../common/days";
import { overPeriod, type PeriodFigure } from "./flows";
import { HOLDINGS, type MinerRecord } from "./record";

export interface RollForward {
  /** Rows of the counts at the eve of `start` and at `end`, or the last before them; -1 when there is none. */
  readonly opening: number;
  readonly closing: number;
  readonly mined?: PeriodFigure;
  readonly bought?: PeriodFigure;
  readonly sold?: PeriodFigure;
  /**
   * What the reported flows leave unexplained: errors, and every flow that was not reported. Known only when both
   * counts are of just these days.
   */
  readonly other?: number;
}

export const rollForward = (
  record: MinerRecord,
  miner: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): RollForward => {
  const count = (day: Day): number => record.asOf(miner, record.metricIndex(HOLDINGS), day, knownBy);
  const flow = (metric: string): PeriodFigure | undefined =>
    overPeriod(record, miner, record.metricIndex(metric), start, end, knownBy);
  const opening = count(start - 1);
  const closing = count(end);
  const mined = flow("produced_btc");
  const bought = flow("purchased_btc");
  const sold = flow("sold_btc");
  const isExact =
    opening >= 0 && record.periodEnd(opening) === start - 1 && closing >= 0 && record.periodEnd(closing) === end;
  const reported = (mined?.value ?? 0) + (bought?.value ?? 0) - (sold?.value ?? 0);
  return {
    opening,
    closing,
    ...(mined ? { mined } : {}),
    ...(bought ? { bought } : {}),
    ...(sold ? { sold } : {}),
    ...(isExact ? { other: record.value(closing) - record.value(opening) - reported } : {}),
  };
};
