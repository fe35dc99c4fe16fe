// Figures of miners as short columns: steps from row to row, one letter for a choice, days as months and their ends.
import { fromSteps, once, toSteps, type TextNumbers } from "./columns";
import { runOf, type Figures, type Places } from "./figures";
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

/** Figures of the packed record: each column is read when it is first asked for, each row once. */
export class PackedFigures implements Figures {
  readonly length: number;
  private readonly rows: (Observation | undefined)[] = [];
  private readonly miners = once(() => fromSteps(this.packed.miner));
  private readonly metrics = once(() => fromSteps(this.packed.metric));
  private readonly sources = once(() => fromSteps(this.packed.source));
  private readonly notesOf = once(() => fromSteps(this.packed.note));
  private readonly unusual = once(
    () => new Map(fromSteps(this.packed.publishedRow).map((row, index) => [row, this.packed.published[index] ?? ""])),
  );
  private readonly months = once(() => fromSteps(this.packed.month));
  private readonly monthEnds = new Map<number, Day>();

  constructor(
    private readonly packed: PackedObservations,
    private readonly names: Names,
    /** By number of the source. */
    private readonly usual: readonly string[],
    private readonly notes: readonly string[],
  ) {
    this.length = packed.value.length;
  }

  runs({ metrics }: Places): Int32Array {
    const [miner, metric] = [this.miners(), this.metrics()];
    const { period } = this.packed;
    const guidance = String(PERIODS.indexOf("guidance"));
    const runs = new Int32Array(this.length);
    for (let row = 0; row < this.length; row++) {
      runs[row] = runOf(miner[row] ?? 0, metric[row] ?? 0, metrics.size) + (period[row] === guidance ? 1 : 0);
    }
    return runs;
  }

  periodEnd(row: number): Day {
    const month = this.months()[row] ?? NaN;
    let end = this.monthEnds.get(month);
    if (end === undefined) this.monthEnds.set(month, (end = endOfMonthNumber(month)));
    return end - (this.packed.early[row] ?? 0);
  }

  at(row: number): Observation {
    return (this.rows[row] ??= this.read(row));
  }

  all(): Observation[] {
    return this.packed.value.map((_, row) => this.at(row));
  }

  private read(row: number): Observation {
    const { names } = this;
    const source = this.sources()[row] ?? -1;
    const standing = standings[digitAt(this.packed.standing, row)];
    const period = PERIODS[digitAt(this.packed.period, row)];
    if (!standing || !period) throw new Error(`The packed record does not say what kind of figure row ${row} is.`);
    return {
      ticker: names.miners.nameOf(this.miners()[row] ?? -1),
      metric: names.metrics.nameOf(this.metrics()[row] ?? -1),
      period,
      periodEnd: this.periodEnd(row),
      value: this.packed.value[row] ?? NaN,
      published: this.unusual().get(row) ?? this.usual[source] ?? "",
      confidence: standing.confidence,
      source: names.sources.nameOf(source),
      scope: standing.scope,
      basis: standing.basis,
      note: this.notes[this.notesOf()[row] ?? -1] ?? "",
    };
  }
}

const digitAt = (digits: string, at: number): number => digits.charCodeAt(at) - FIRST_DIGIT;
