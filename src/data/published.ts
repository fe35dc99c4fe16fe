// When a figure became known: the stated day, or an estimate inside the month or year that is all the source shows.
import { dayOf, dayOfIso, monthEnd, type Day } from "../common/days";
import type { Period } from "./schema";

/** Usual days between the end of a period and its report; the fields' habit, not a law. Guidance is said on its day. */
const USUAL_DELAY: Readonly<Record<Period, number>> = {
  month: 10,
  quarter: 45,
  half: 75,
  nine_months: 75,
  year: 75,
  instant: 45,
  guidance: 0,
};

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** The days that "2026-03-14", "2026-03" or "2026" cover; undefined when the text is none of them. */
export const spanOf = (text: string): Span | undefined => {
  if (text.length === 10) {
    const day = dayOfIso(text);
    return day === undefined ? undefined : { first: day, last: day };
  }
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  return { first: dayOf(year, month ?? 1, 1), last: monthEnd(year, month ?? 12) };
};

/** The day from which a figure counts as known. Never before the period's end, except for guidance. */
export const publishedDay = (stated: Span | undefined, period: Period, periodEnd: Day): Day => {
  const usual = periodEnd + USUAL_DELAY[period];
  const day = stated ? Math.min(Math.max(usual, stated.first), stated.last) : usual;
  return period === "guidance" ? day : Math.max(day, periodEnd);
};

/** True when the source shows no full date, so that the day above is our estimate. */
export const isAssumed = (publishedText: string): boolean => publishedText.length < 10;
