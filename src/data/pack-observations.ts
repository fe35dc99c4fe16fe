// Figures of miners as short columns: steps from row to row, one letter for a choice, days as months and their ends.
import { fromSteps, toSteps, type TextNumbers } from "./columns";
import { monthEnd, partsOf, type Day } from "../common/days";
import type { Names } from "./pack-names";
import type { Observation } from "./rows";
import { BASES, PERIODS, SCOPES, type Confidence } from "./schema";

export interface PackedObservations {
  /** Numbers in their tables, as steps from row to row. */
  readonly miner: readonly number[];
  readonly metric: readonly number[];
  readonly source: readonly number[];
  /** Month of the period's end as steps, and how many days before that month's end it lies. */
  readonly month: readonly number[];
  readonly early: readonly number[];
  readonly value: readonly number[];
  /** One character a row, counted from "0": which period; which of confidence, scope and basis. */
  readonly period: string;
  readonly standing: string;
  /** Rows whose publication date is not the usual one of their source, as steps, and what it is. */
  readonly publishedRow: readonly number[];
  readonly published: readonly string[];
  /** Numbers of the notes as steps. */
  readonly note: readonly number[];
}

const FIRST_DIGIT = "0".charCodeAt(0);

/** The publication date that most figures of a source carry. */
export type UsualDates = ReadonlyMap<string, string>;

export const usualDates = (rows: readonly Observation[]): UsualDates => {
  const counts = new Map<string, Map<string, number>>();
  for (const { source, published } of rows) {
    const ofSource = counts.get(source) ?? new Map<string, number>();
    counts.set(source, ofSource.set(published, (ofSource.get(published) ?? 0) + 1));
  }
  const mostUsed = (ofSource: Map<string, number>): string =>
    [...ofSource].reduce<readonly [string, number]>((best, entry) => (entry[1] > best[1] ? entry : best), ["", 0])[0];
  return new Map([...counts].map(([source, ofSource]) => [source, mostUsed(ofSource)]));
};

/** In the order in which they came: a digit keeps its meaning. */
const PACKED_CONFIDENCES = ["company", "secondary", "filing"] as const satisfies readonly Confidence[];
const standings = PACKED_CONFIDENCES.flatMap((confidence) =>
  SCOPES.flatMap((scope) => BASES.map((basis) => ({ confidence, scope, basis }))),
);
const standingOf = (row: Observation): number =>
  standings.findIndex((s) => s.confidence === row.confidence && s.scope === row.scope && s.basis === row.basis);

const monthNumber = (day: Day): number => partsOf(day).year * 12 + partsOf(day).month;
const endOfMonthNumber = (number: number): Day => monthEnd(0, number);

export const packObservations = (
  rows: readonly Observation[],
  names: Names,
  usual: UsualDates,
  notes: TextNumbers,
): PackedObservations => {
  const unusual = rows.flatMap((row, index) => (row.published === usual.get(row.source) ? [] : [index]));
  return {
    miner: toSteps(rows.map((row) => names.miners.numberOf(row.ticker))),
    metric: toSteps(rows.map((row) => names.metrics.numberOf(row.metric))),
    source: toSteps(rows.map((row) => names.sources.numberOf(row.source))),
    month: toSteps(rows.map((row) => monthNumber(row.periodEnd))),
    early: rows.map((row) => endOfMonthNumber(monthNumber(row.periodEnd)) - row.periodEnd),
    value: rows.map((row) => row.value),
    period: rows.map((row) => PERIODS.indexOf(row.period)).join(""),
    standing: String.fromCharCode(...rows.map((row) => FIRST_DIGIT + standingOf(row))),
    publishedRow: toSteps(unusual),
    published: unusual.map((index) => rows[index]?.published ?? ""),
    note: toSteps(rows.map((row) => notes.numberOf(row.note))),
  };
};

export const unpackObservations = (
  packed: PackedObservations,
  names: Names,
  /** By number of the source. */
  usual: readonly string[],
  notes: readonly string[],
): Observation[] => {
  const miner = fromSteps(packed.miner);
  const metric = fromSteps(packed.metric);
  const source = fromSteps(packed.source);
  const note = fromSteps(packed.note);
  const published = source.map((number) => usual[number] ?? "");
  fromSteps(packed.publishedRow).forEach((row, index) => (published[row] = packed.published[index] ?? ""));
  const periodEnd = daysOf(fromSteps(packed.month), packed.early);
  return packed.value.map((value, row): Observation => {
    const standing = standings[digitAt(packed.standing, row)];
    const period = PERIODS[digitAt(packed.period, row)];
    if (!standing || !period) throw new Error(`The packed record does not say what kind of figure row ${row} is.`);
    return {
      ticker: names.miners.nameOf(miner[row] ?? -1),
      metric: names.metrics.nameOf(metric[row] ?? -1),
      period,
      periodEnd: periodEnd[row] ?? NaN,
      value,
      published: published[row] ?? "",
      confidence: standing.confidence,
      source: names.sources.nameOf(source[row] ?? -1),
      scope: standing.scope,
      basis: standing.basis,
      note: notes[note[row] ?? -1] ?? "",
    };
  });
};

const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - FIRST_DIGIT;

const daysOf = (months: readonly number[], early: readonly number[]): Day[] => {
  const ends = new Map<number, Day>();
  return months.map((month, row) => {
    const end = ends.get(month) ?? endOfMonthNumber(month);
    ends.set(month, end);
    return end - (early[row] ?? 0);
  });
};
