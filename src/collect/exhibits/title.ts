// What an exhibit speaks of, by its title: one month's production, or a quarter's results.
import { monthEnd, type Day } from "../../common/days";
import { monthsIn, quarterIn } from "../dates";

export interface Speaks {
  readonly period: "month" | "quarter";
  readonly periodEnd: Day;
  readonly title: string;
}

/** Titles stand at the top, below the number of the exhibit and the company's name. */
const LINES_OF_A_TITLE = 15;
const OF_A_MONTH = /\b(production|mining|operations?|operational)\b/i;

/** End of a company's fiscal quarter: FY2025 of September has its third quarter to June 2025. */
export const quarterEnd = (quarter: number, year: number, fiscalYearEnd: number): Day =>
  monthEnd(year, fiscalYearEnd + 3 * quarter - 12);

/** Undefined when no title names a month's update or a quarter. */
export const speaksOf = (sentences: readonly string[], fiscalYearEnd: number): Speaks | undefined => {
  for (const title of sentences.slice(0, LINES_OF_A_TITLE)) {
    const quarter = quarterIn(title);
    if (quarter) {
      return { period: "quarter", periodEnd: quarterEnd(quarter.quarter, quarter.year, fiscalYearEnd), title };
    }
    const [month, second] = monthsIn(title);
    if (month !== undefined && second === undefined && OF_A_MONTH.test(title) && title.length < 200) {
      return { period: "month", periodEnd: month, title };
    }
  }
  return undefined;
};
