// Dates of a history: month, quarter or year ends between two days.
import { monthEnd, partsOf, type Day } from "../common/days";
import { CellError } from "./cells";

export const FREQUENCIES = ["M", "Q", "Y", "REPORTED"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The period that each row of such a history stands for. */
export const SPANS = { M: "month", Q: "quarter", Y: "year" } as const;
const MONTHS = { M: 1, Q: 3, Y: 12 } as const;

/** The longest history a single cell spills: 100 years of months. */
const MOST_ROWS = 1_200;

/** Period ends from the one that holds `start` to the last that lies at or before `end`. `yearEnd`: a month. */
export const periodEnds = (start: Day, end: Day, frequency: "M" | "Q" | "Y", yearEnd = 12): Day[] => {
  if (start > end) throw new CellError("#VALUE!", "start lies after end: swap the two dates.");
  const step = MONTHS[frequency];
  const { year, month } = partsOf(start);
  const days: Day[] = [];
  // Quarters count from a month that is a whole number of quarters away from the year's end, years from that end itself.
  const first = yearEnd % step;
  for (let at = Math.ceil((month - first) / step) * step + first; ; at += step) {
    const day = monthEnd(year, at);
    if (day > end) break;
    days.push(day);
    if (days.length > MOST_ROWS) throw new CellError("#VALUE!", `More than ${MOST_ROWS} rows: ask for a shorter time.`);
  }
  if (days.length === 0) {
    throw new CellError("#N/A", "No period ends between start and end: move one of them, or choose M.");
  }
  return days;
};
