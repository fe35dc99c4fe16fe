// Calendar days as whole numbers: days since 1970-01-01 UTC. Excel's serials and ISO text are read and written here only.

/** Whole days since 1970-01-01 (UTC). */
export type Day = number;

/** Excel's serial of 1970-01-01 in the 1900 date system. */
export const SERIAL_OF_EPOCH = 25_569;
export const SECONDS_PER_DAY = 86_400;
const MS_PER_DAY = SECONDS_PER_DAY * 1000;

export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY);

export const partsOf = (day: Day): { year: number; month: number; dayOfMonth: number } => {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
};

/** Last day of a month; month may run past 12 or below 1 and carries into the year. */
export const monthEnd = (year: number, month: number): Day => dayOf(year, month + 1, 1) - 1;

const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;
/** Whether it is a day from 0000-01-01 to 9999-12-31: those are written with four digits of the year. */
export const isDay = (value: unknown): value is Day =>
  typeof value === "number" && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;

/** yyyy-mm-dd, for messages too; the number itself where it is no day that a calendar has. */
export const isoOf = (day: Day): string => {
  const date = new Date(day * MS_PER_DAY);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
};

/** The day, with its fraction, of a moment in milliseconds since 1970. */
export const dayOfTime = (ms: number): number => ms / MS_PER_DAY;

/** The day of a full ISO date ("2025-12-31"), or undefined if it is not one of the calendar. */
export const dayOfIso = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, dayOfMonth);
  const found = partsOf(day);
  return found.year === year && found.month === month && found.dayOfMonth === dayOfMonth ? day : undefined;
};

export const serialOf = (day: Day): number => day + SERIAL_OF_EPOCH;
/** Of a date in our own text: NaN if the calendar has none such. */
export const serialOfIso = (iso: string): number => serialOf(dayOfIso(iso) ?? NaN);
export const dayOfSerial = (serial: number): Day => Math.floor(serial) - SERIAL_OF_EPOCH;

/** The same day `months` later, counted from the start and cut to the month's end (31 January + 1 = 28 February). */
export const addMonths = (start: Day, months: number): Day => {
  const { year, month, dayOfMonth } = partsOf(start);
  const end = monthEnd(year, month + months);
  return Math.min(dayOf(year, month + months, dayOfMonth), end);
};
