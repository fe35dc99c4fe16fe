// Whether a live quote can be true: measured against the record's newest figures and days, never against one clock alone.
import { isDay, type Day } from "../../common/days";
import { dayOfVersion } from "../../common/version";
import type { MinerRecord } from "../../data/record";

/** Beyond this many times the record's newest value, or under this part of it, a number is a mistake. */
const MOST_TIMES = 20;
/** The record may be old and the computer's clock behind: a quote is believed for so long after the record's day. */
const DAYS_AFTER_RECORD = 366;
/** The most fees of a day so far were about 1,500 BTC (20 April 2024). */
const MOST_FEES_BTC = 10_000;

/** A quote is of a day that the record has not passed, and not of one that is still to come. */
export const isPlausibleDay = (day: Day, record: MinerRecord, today: Day): boolean => {
  const newest = record.market("price", Infinity)?.day ?? -Infinity;
  const ofRecord = dayOfVersion(record.version) ?? newest;
  return isDay(day) && day >= newest && day <= Math.max(today + 1, ofRecord + DAYS_AFTER_RECORD);
};

export const isPlausible = (series: string, value: number, record: MinerRecord): boolean => {
  const known = record.market(series, Infinity)?.value;
  if (known === undefined || known <= 0) return Number.isFinite(value) && value > 0;
  return value >= known / MOST_TIMES && value <= known * MOST_TIMES;
};

export const arePlausibleFees = (btcPerDay: number): boolean => btcPerDay > 0 && btcPerDay <= MOST_FEES_BTC;
