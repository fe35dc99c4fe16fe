// The order in which the record keeps its figures: by miner, metric and period end, and within one end the best last.
import type { Day } from "./days";
import { publishedDay, spanOf, type Span } from "./published";
import type { Observation } from "./rows";
import { CONFIDENCES, LAYERS, PERIODS, SCOPES, type Layer, type Period } from "./schema";

export interface LayeredObservation extends Observation {
  readonly layer: Layer;
}

/** Filings over month reports when both speak of one day; a longer flow over a shorter one. */
const PERIOD_RANK: Readonly<Record<Period, number>> = {
  guidance: 0,
  month: 1,
  instant: 2,
  quarter: 3,
  half: 4,
  nine_months: 5,
  year: 6,
};

/** Which of several figures for one period end is used: the highest. Consolidated, newest layer, company, filing. */
const rankOf = (row: LayeredObservation): number => {
  const scope = SCOPES.length - SCOPES.indexOf(row.scope);
  const confidence = CONFIDENCES.length - CONFIDENCES.indexOf(row.confidence);
  return (
    ((scope * LAYERS.length + LAYERS.indexOf(row.layer)) * 4 + confidence) * PERIODS.length + PERIOD_RANK[row.period]
  );
};

export interface Arranged {
  readonly rows: readonly LayeredObservation[];
  readonly periodEnd: Int32Array;
  readonly published: Int32Array;
  readonly value: Float64Array;
  /** First row of each miner x metric; the reported ones end at `guidanceFrom`, all at the next start. */
  readonly starts: Int32Array;
  readonly guidanceFrom: Int32Array;
}

export const arrange = (
  observations: readonly LayeredObservation[],
  miners: ReadonlyMap<string, number>,
  metrics: ReadonlyMap<string, number>,
): Arranged => {
  const spans = new Map<string, Span | undefined>();
  const statedSpan = (text: string): Span | undefined => {
    if (!spans.has(text)) spans.set(text, spanOf(text));
    return spans.get(text);
  };
  const keyed = observations.map((row) => ({
    row,
    slot: slotOf(miners, metrics, row),
    guidance: row.period === "guidance" ? 1 : 0,
    rank: rankOf(row),
    published: publishedDay(statedSpan(row.published), row.period, row.periodEnd),
  }));
  keyed.sort(
    (a, b) =>
      a.slot - b.slot ||
      a.guidance - b.guidance ||
      a.row.periodEnd - b.row.periodEnd ||
      a.rank - b.rank ||
      a.published - b.published ||
      compareText(b.row.source, a.row.source) ||
      a.row.value - b.row.value,
  );
  const slots = miners.size * metrics.size;
  const starts = new Int32Array(slots + 1);
  const guidanceFrom = new Int32Array(slots);
  let row = 0;
  for (let slot = 0; slot < slots; slot++) {
    starts[slot] = row;
    while (keyed[row]?.slot === slot && keyed[row]?.guidance === 0) row++;
    guidanceFrom[slot] = row;
    while (keyed[row]?.slot === slot) row++;
  }
  starts[slots] = row;
  return {
    rows: keyed.map((entry) => entry.row),
    periodEnd: Int32Array.from(keyed, (entry): Day => entry.row.periodEnd),
    published: Int32Array.from(keyed, (entry): Day => entry.published),
    value: Float64Array.from(keyed, (entry) => entry.row.value),
    starts,
    guidanceFrom,
  };
};

const slotOf = (
  miners: ReadonlyMap<string, number>,
  metrics: ReadonlyMap<string, number>,
  row: Observation,
): number => {
  const miner = miners.get(row.ticker);
  const metric = metrics.get(row.metric);
  if (miner === undefined || metric === undefined) {
    throw new Error(`The record knows no ${miner === undefined ? `miner ${row.ticker}` : `metric ${row.metric}`}.`);
  }
  return miner * metrics.size + metric;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
