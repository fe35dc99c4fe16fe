// Numbers and days in words: English, as the record's own texts are.
import { partsOf, type Day } from "./days";
import { versionParts } from "./version";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export const count = (value: number): string => counts.format(value);

/** "1 report", "12 reports". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** "30 Sep 2026". */
export const longDay = (day: Day): string => {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1] ?? ""} ${year}`;
};

/** A record's version, "31 Aug 2026", "31 Aug 2026 (no. 2)"; the text itself where it is no version. */
export const versionDay = (version: string): string => {
  const parts = versionParts(version);
  if (!parts) return version;
  const { day, sequence } = parts;
  return sequence === 1 ? longDay(day) : `${longDay(day)} (no. ${sequence})`;
};

/** Why something did not work, as a sentence that can be shown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : "Something failed without saying why: try again.";

/** "a, b and c". */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
