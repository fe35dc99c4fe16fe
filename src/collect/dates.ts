// Dates and periods as documents print them: "September 30, 2025", "July 2026", "Third Quarter 2025", "three months ended".
import { dayOf, dayOfIso, monthEnd, type Day } from "../common/days";
import { tidy } from "./tables/table";

const MONTHS = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
]; // prettier-ignore
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)`;

/** 1..12. */
const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** Every full date in a text. */
export const daysIn = (text: string): Day[] => {
  const plain = tidy(text);
  const american = plain.matchAll(new RegExp(`\\b${MONTH}\\.? (\\d{1,2}),? (\\d{4})\\b`, "gi"));
  const british = plain.matchAll(new RegExp(`\\b(\\d{1,2}) ${MONTH}\\.? (\\d{4})\\b`, "gi"));
  const iso = plain.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g);
  return [
    ...[...american].map((found) => dayOf(Number(found[3]), monthOf(found[1] ?? ""), Number(found[2]))),
    ...[...british].map((found) => dayOf(Number(found[3]), monthOf(found[2] ?? ""), Number(found[1]))),
    ...[...iso].flatMap((found) => dayOfIso(found[0]) ?? []),
  ];
};

/** Ends of the months that a text names with their year: "July 2026", "Jul-26", "July 31, 2026". */
export const monthsIn = (text: string): Day[] => {
  const plain = tidy(text);
  const named = plain.matchAll(new RegExp(`\\b${MONTH}\\.?(?:(?: \\d{1,2},)?(?: |-|, )(\\d{4})|-(\\d{2}))\\b`, "gi"));
  const ends = [...named].map(([, month = "", year, short = ""]) =>
    monthEnd(year === undefined ? 2000 + Number(short) : Number(year), monthOf(month)),
  );
  return [...new Set(ends)];
};

/** Whether a month is named at all, with or without a year. "May" is a month only before a number. */
export const namesMonth = (text: string): boolean =>
  new RegExp(`\\b(${MONTHS.filter((month) => month !== "may").join("|")}|may(?= \\d))\\b`, "i").test(tidy(text));

const ORDINALS = ["first", "second", "third", "fourth"];

/** Quarter 1..4 and the year of a title; the year is the company's own fiscal one. */
export const quarterIn = (text: string): { quarter: number; year: number } | undefined => {
  const plain = tidy(text);
  const words =
    /\b(first|second|third|fourth)[ -](?:fiscal )?quarter(?: (?:of )?(?:fiscal )?(?:year )?| fiscal )(\d{4})\b/i.exec(
      plain,
    );
  if (words) return { quarter: ORDINALS.indexOf((words[1] ?? "").toLowerCase()) + 1, year: Number(words[2]) };
  const short = /\bQ([1-4])[ -]?(?:FY ?)?(\d{4})\b/i.exec(plain) ?? /\b([1-4])Q[ -]?(\d{4})\b/i.exec(plain);
  return short ? { quarter: Number(short[1]), year: Number(short[2]) } : undefined;
};
