// The lengths of time that a formula may ask a flow over, and the stretches of each that had ended by a day.
import { addMonths, monthEnd, partsOf, type Day } from "../common/days";

/** LTM: twelve months to a quarter's end. YTD: from the first day of the fiscal year to a month's end. */
export const LENGTHS = ["M", "Q", "H", "Y", "LTM", "YTD"] as const;
export type Length = (typeof LENGTHS)[number];

export interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

/** Months from one end to the next. */
const STEPS: Readonly<Record<Length, number>> = { M: 1, Q: 3, H: 6, Y: 12, LTM: 3, YTD: 1 };

const monthOf = (day: Day): number => partsOf(day).month;

/** How many months before a month's end the fiscal year began. */
const monthsOfYear = (end: Day, fiscalYearEnd: number): number => ((monthOf(end) - fiscalYearEnd + 11) % 12) + 1;

const monthsTo = (length: Length, end: Day, fiscalYearEnd: number): number =>
  length === "YTD" ? monthsOfYear(end, fiscalYearEnd) : length === "LTM" ? 12 : STEPS[length];

/** The stretch of that length that ends on the last day of a month. */
export const stretchTo = (length: Length, end: Day, fiscalYearEnd: number): Stretch => ({
  start: addMonths(end + 1, -monthsTo(length, end, fiscalYearEnd)),
  end,
});

/** Newest first: the stretches of the company's own year that ended by a day and not before another. */
export const stretchesBetween = (length: Length, since: Day, until: Day, fiscalYearEnd: number): Stretch[] => {
  const { year, month } = partsOf(until + 1);
  const found: Stretch[] = [];
  for (let at = month - 1; ; at--) {
    const end = monthEnd(year, at);
    if (end < since) return found;
    if ((monthOf(end) - fiscalYearEnd + 12) % STEPS[length] === 0) found.push(stretchTo(length, end, fiscalYearEnd));
  }
};
