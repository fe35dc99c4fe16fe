// The sentences where no count of coins answers: which is the first, or how old the newest is.
import { isoOf, type Day } from "../common/days";
import { tickerOf } from "./baskets";
import { CellError } from "./cells";
import { record } from "./session";

const firstReport = (miner: number, metric: number, knownBy: Day): number | undefined => {
  const { start, end } = record().rows(miner, metric);
  for (let row = start; row < end; row++) if (record().published(row) <= knownBy) return row;
  return undefined;
};

const publishedBy = (knownBy: Day): string => (knownBy === Infinity ? "" : ` published by ${isoOf(knownBy)}`);

export const noReport = (miner: number, metric: number, day: Day, knownBy: Day): CellError => {
  const known = publishedBy(knownBy);
  const first = firstReport(miner, metric, knownBy);
  const instead =
    first === undefined
      ? "The record has none."
      : `The first is of ${isoOf(record().periodEnd(first))}: ask for that day or a later one.`;
  return new CellError("#N/A", `No BTC report of ${tickerOf(miner)} at or before ${isoOf(day)}${known}. ${instead}`);
};

export const beforeRecord = (day: Day): CellError =>
  new CellError(
    "#N/A",
    `${isoOf(day)} lies before the record, which begins on ${isoOf(record().firstReport)}. Ask for that day or later.`,
  );

export const noReports = (label: string, day: Day, knownBy: Day): CellError => {
  const wanted = `a BTC report${publishedBy(knownBy)} of ${isoOf(day)} or before`;
  return new CellError("#N/A", `No miner of ${label} has ${wanted}: ask for a later day.`);
};

export const tooOldReport = (ticker: string, reported: Day, day: Day, maxAge: number): CellError =>
  new CellError(
    "#N/A",
    `The newest BTC report of ${ticker} by ${isoOf(day)} is of ${isoOf(reported)}, ${day - reported} days before: older than max_age ${maxAge} allows.`,
  );

export const allTooOld = (label: string, day: Day, maxAge: number, newest: Day): CellError =>
  new CellError(
    "#N/A",
    `No BTC report of ${label} is at most ${maxAge} days old on ${isoOf(day)}: the newest is of ${isoOf(newest)}. Raise max_age, or ask for an earlier day.`,
  );
