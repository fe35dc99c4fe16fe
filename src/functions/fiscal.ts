// Whose fiscal year a date argument means, and the first and last day of the period that it names.
import type { Day } from "../common/days";
import { readPeriod, type PeriodSpan } from "../data/periods";
import type { Basket } from "./baskets";
import type { AskedDate } from "./parameters";
import { record } from "./session";

const CALENDAR_YEAR = 12;

/** Month in which the fiscal year of all of them ends; the calendar's where they differ. */
export const yearEndOfAll = (miners: readonly number[]): number => {
  const ends = new Set(miners.map((miner) => record().miners[miner]?.fiscalYearEnd));
  const [shared] = ends;
  return ends.size === 1 && shared !== undefined ? shared : CALENDAR_YEAR;
};

/** A group is asked by the calendar, whoever is in it on a day. */
export const yearEndOf = (basket: Basket): number =>
  basket.kind === "group" ? CALENDAR_YEAR : yearEndOfAll(basket.kind === "single" ? [basket.miner] : basket.miners);

/** The period that the argument names, of a company whose fiscal year ends in that month; undefined for a day. */
export const spanAsked = (asked: AskedDate, yearEnd: number): PeriodSpan | undefined =>
  asked.fiscal === undefined ? asked.span : readPeriod(asked.fiscal, yearEnd);

/** Where a `start` begins: on the first day of the period that it names. */
export const firstDayOf = (asked: AskedDate, yearEnd = CALENDAR_YEAR): Day =>
  spanAsked(asked, yearEnd)?.start ?? asked.day;

/** Where an `end` ends: on the last day of the period that it names. */
export const lastDayOf = (asked: AskedDate, yearEnd = CALENDAR_YEAR): Day =>
  spanAsked(asked, yearEnd)?.end ?? asked.day;
