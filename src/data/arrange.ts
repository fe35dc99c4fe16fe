// The order in which the record keeps its figures: by miner, metric and period end, and within one end the best last.
import type { Day } from "./days";
import { publishedDay, spanOf, type Span } from "./published";
import type { Observation } from "./rows";
import { CONFIDENCES, LAYERS, PERIODS, SCOPES, type Confidence, type Layer, type Period, type Scope } from "./schema";

/** Figures that came together, from the add-in, a release or the user. */
export interface Batch {
  readonly layer: Layer;
  readonly rows: readonly Observation[];
}

export interface Arranged {
  readonly rows: readonly Observation[];
  readonly layers: readonly Layer[];
  readonly periodEnd: Int32Array;
  readonly published: Int32Array;
  readonly value: Float64Array;
  /** First row of each miner x metric; the reported ones end at `guidanceFrom`, all at the next start. */
  readonly starts: Int32Array;
  readonly guidanceFrom: Int32Array;
}

type Numbers = ReadonlyMap<string, number>;

export const arrange = (batches: readonly Batch[], miners: Numbers, metrics: Numbers): Arranged => {
  const rows = batches.flatMap((batch) => batch.rows);
  const layers = batches.flatMap((batch) => new Array<Layer>(batch.rows.length).fill(batch.layer));
  const keys = keysOf(rows, layers, miners, metrics);
  const order = sortedOrder(rows, keys);
  return {
    rows: inOrder(rows, order),
    layers: inOrder(layers, order),
    periodEnd: Int32Array.from(order, (row): Day => rows[row]?.periodEnd ?? NaN),
    published: Int32Array.from(order, (row): Day => keys.published[row] ?? NaN),
    value: Float64Array.from(order, (row) => rows[row]?.value ?? NaN),
    ...slices(order, keys.slot, miners.size * metrics.size),
  };
};

const inOrder = <T>(list: readonly T[], order: readonly number[]): T[] => {
  const arranged: T[] = [];
  for (const row of order) arranged.push(list[row] as T);
  return arranged;
};

interface Keys {
  /** Number of miner x metric, doubled; odd for guidance, so that it follows what was reported. */
  readonly slot: Int32Array;
  readonly rank: Int32Array;
  readonly published: Int32Array;
}

const keysOf = (rows: readonly Observation[], layers: readonly Layer[], miners: Numbers, metrics: Numbers): Keys => {
  const slot = new Int32Array(rows.length);
  const rank = new Int32Array(rows.length);
  const published = new Int32Array(rows.length);
  const spans = new Map<string, Span | undefined>();
  rows.forEach((row, at) => {
    if (!spans.has(row.published)) spans.set(row.published, spanOf(row.published));
    slot[at] = slotOf(miners, metrics, row) * 2 + (row.period === "guidance" ? 1 : 0);
    rank[at] = rankOf(row, layers[at] ?? "bundled");
    published[at] = publishedDay(spans.get(row.published), row.period, row.periodEnd);
  });
  return { slot, rank, published };
};

const slotOf = (miners: Numbers, metrics: Numbers, row: Observation): number => {
  const miner = miners.get(row.ticker);
  const metric = metrics.get(row.metric);
  if (miner === undefined || metric === undefined) {
    throw new Error(`The record knows no ${miner === undefined ? `miner ${row.ticker}` : `metric ${row.metric}`}.`);
  }
  return miner * metrics.size + metric;
};

/** A place in a list as a weight: the first weighs most. */
const weights = <Choice extends string>(choices: readonly Choice[]): Readonly<Record<Choice, number>> =>
  Object.fromEntries(choices.map((choice, at) => [choice, choices.length - 1 - at])) as Record<Choice, number>;

const SCOPE: Readonly<Record<Scope, number>> = weights(SCOPES);
const CONFIDENCE: Readonly<Record<Confidence, number>> = weights(CONFIDENCES);
const LAYER: Readonly<Record<Layer, number>> = weights([...LAYERS].reverse());
/** Filings over month reports when both speak of one day; a longer flow over a shorter one. */
const PERIOD: Readonly<Record<Period, number>> = weights([
  "year", "nine_months", "half", "quarter", "instant", "month", "guidance",
]); // prettier-ignore

/** Which of several figures for one period end is used: the highest. Consolidated, newest layer, company, filing. */
const rankOf = ({ scope, confidence, period }: Observation, layer: Layer): number =>
  ((SCOPE[scope] * LAYERS.length + LAYER[layer]) * CONFIDENCES.length + CONFIDENCE[confidence]) * PERIODS.length +
  PERIOD[period];

/** Numbers of the rows, sorted. The packed record comes almost in this order, which makes the sort one pass. */
const sortedOrder = (rows: readonly Observation[], { slot, rank, published }: Keys): number[] => {
  const compareRest = (a: number, b: number): number => {
    const [left, right] = [rows[a], rows[b]];
    if (!left || !right) return 0;
    return (
      left.periodEnd - right.periodEnd ||
      (rank[a] ?? 0) - (rank[b] ?? 0) ||
      (published[a] ?? 0) - (published[b] ?? 0) ||
      compareText(right.source, left.source) ||
      left.value - right.value
    );
  };
  return rows.map((_, row) => row).sort((a, b) => (slot[a] ?? 0) - (slot[b] ?? 0) || compareRest(a, b));
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const slices = (order: readonly number[], slotOfRow: Int32Array, slots: number) => {
  const starts = new Int32Array(slots + 1);
  const guidanceFrom = new Int32Array(slots);
  let place = 0;
  const skip = (slot: number): number => {
    while (place < order.length && slotOfRow[order[place] ?? -1] === slot) place++;
    return place;
  };
  for (let slot = 0; slot < slots; slot++) {
    starts[slot] = place;
    guidanceFrom[slot] = skip(slot * 2);
    skip(slot * 2 + 1);
  }
  starts[slots] = place;
  return { starts, guidanceFrom };
};
