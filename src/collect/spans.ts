// Which period of the record a stretch of days is.
import type { Day } from "../common/days";
import type { SpanPeriod } from "../data/periods";

const LENGTHS: readonly [SpanPeriod, number, number][] = [
  ["month", 28, 31],
  ["quarter", 80, 100],
  ["half", 170, 190],
  ["nine_months", 260, 285],
  ["year", 350, 380],
];

/** Undefined for a stretch of any other length. Both days are included. */
export const periodOf = (start: Day, end: Day): SpanPeriod | undefined => {
  const days = end - start + 1;
  return LENGTHS.find(([, least, most]) => days >= least && days <= most)?.[0];
};
