// What holds for every figure of a miner, whether a line of text or a release brought it.
import { isoOf, monthEnd, partsOf, type Day } from "../common/days";
import { spanOf } from "./published";
import type { Metric, Observation } from "./rows";
import type { Period } from "./schema";

export interface FigureContext {
  readonly metrics: { get(id: string): Metric | undefined };
  /** Nothing reported can be of a later day. */
  readonly today: Day;
}

/** What two figures must not have in common. */
export const SAME_FIGURE = "miner, metric, period, period_end, source and scope";

export type Complain = (sentence: string) => void;

/** The test of one figure after another; dates that come again are worked out once. */
export const figureRules = ({ metrics, today }: FigureContext): ((row: Observation, complain: Complain) => void) => {
  const spanOfText = remembered(spanOf);
  const endOfMonth = remembered((day: Day) => monthEnd(partsOf(day).year, partsOf(day).month));
  return (row, complain) => {
    if (row.value < 0) checkNegative(row, metrics.get(row.metric), complain);
    const { period, periodEnd, published } = row;
    const span = published === "" ? undefined : spanOfText(published);
    if (published !== "" && !span) complain(`published is "${published}": write YYYY-MM-DD, YYYY-MM or YYYY.`);
    if (Number.isNaN(periodEnd)) return;
    if (ENDS_WITH_MONTH[period] && periodEnd !== endOfMonth(periodEnd)) {
      complain(`period_end is ${isoOf(periodEnd)}: a ${period} ends on the last day of a month.`);
    }
    if (span && span.first > today) complain(`published is ${published}: that is after the record's own date.`);
    if (period === "guidance") return;
    if (periodEnd > today) {
      complain(`period_end is ${isoOf(periodEnd)}: only guidance may lie after the record's date.`);
    }
    if (span && span.last < periodEnd) {
      complain(`published is ${published}, before the period ended on ${isoOf(periodEnd)}: correct one of the two.`);
    }
  };
};

/** Coins, machines and megawatts are never negative, nor is a level of money; results and net costs may be. */
const checkNegative = ({ value }: Observation, metric: Metric | undefined, complain: Complain): void => {
  if (!metric) return;
  const isMoney = metric.unit.startsWith("USD") || metric.unit === "CAD";
  if (isMoney && metric.kind !== "stock") return;
  complain(`value is ${value}: ${metric.id} cannot be negative, correct the number or its metric.`);
};

const ENDS_WITH_MONTH: Readonly<Record<Period, boolean>> = {
  instant: false,
  month: true,
  quarter: true,
  half: true,
  nine_months: true,
  year: true,
  guidance: false,
};

const remembered = <Key, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    if (known.has(key)) return known.get(key) as Value;
    const value = work(key);
    known.set(key, value);
    return value;
  };
};
