// Days as integers since 1970-01-01 UTC, and the two steps that the model takes between them.

/** The day of a civil date; months count from 1. */
export const dayOf = (year: number, month: number, dayOfMonth: number): number =>
  Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;

/** The same day of the month some months later, clamped to that month's last day: 31 January + 1 = 28 or 29 February. */
export const addMonths = (day: number, months: number): number => {
  const from = new Date(day * 86_400_000);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)) / 86_400_000;
};

/** A day as yyyy-mm-dd, for messages; the number itself where it is no day that a calendar has. */
export const isoOf = (day: number): string => {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
};
