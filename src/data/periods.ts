// Periods as people write them ("2025-12", "2025Q4", "2025H1", "FY2025", "FY2025Q1") and what they cover in the calendar.
import { addMonths, dayOf, dayOfIso, monthEnd, type Day } from "../common/days";
import type { Period } from "./schema";

/** A period that covers whole months. */
export type SpanPeriod = Exclude<Period, "instant" | "guidance">;

export interface PeriodSpan {
  readonly period: SpanPeriod | "instant";
  readonly start: Day;
  readonly end: Day;
}

export const MONTHS_IN: Readonly<Record<SpanPeriod, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  nine_months: 9,
  year: 12,
};

/** The first day of a period that ends on the last day of a month. */
export const startOf = (period: SpanPeriod, end: Day): Day => addMonths(end + 1, -MONTHS_IN[period]);

const spanEnding = (period: SpanPeriod, end: Day): PeriodSpan => ({ period, start: startOf(period, end), end });

/** The fiscal year that is named after the calendar year in which it ends: FY2025 of September ends 2025-09-30. */
export const fiscalYear = (year: number, endMonth: number): PeriodSpan => spanEnding("year", monthEnd(year, endMonth));

/** First and last year that a record of bitcoin can speak of or aim at. */
const isPlausible = (year: number): boolean => year >= 2009 && year <= 2100;

/**
 * Reads a period or a day; undefined when the text is none of them. "FY2025" depends on the miner: give the month in
 * which its fiscal year ends. An ISO day is the period "instant".
 */
export const readPeriod = (text: string, fiscalYearEnd = 12): PeriodSpan | undefined => {
  const trimmed = text.trim().toUpperCase();
  const day = dayOfIso(trimmed);
  if (day !== undefined) return { period: "instant", start: day, end: day };
  const match = /^(FY)?(\d{4})(?:-?(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.exec(trimmed);
  if (!match) return undefined;
  const [, fiscal, yearText, part = ""] = match;
  const year = Number(yearText);
  if (!isPlausible(year)) return undefined;
  const number = Number(part.replace(/[QH]/, ""));
  if (fiscal && part !== "" && part === String(number).padStart(2, "0")) return undefined;
  /** Quarters and halves of a fiscal year count from its first month. */
  const eve = fiscal ? fiscalYearEnd - 12 : 0;
  if (part === "") return fiscal ? fiscalYear(year, fiscalYearEnd) : spanEnding("year", dayOf(year, 12, 31));
  if (part.startsWith("Q")) return spanEnding("quarter", monthEnd(year, eve + number * 3));
  if (part.startsWith("H")) return spanEnding("half", monthEnd(year, eve + number * 6));
  return spanEnding("month", monthEnd(year, number));
};
