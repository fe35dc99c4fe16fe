// The order in which the record keeps its figures: by miner, metric and period end, and within one end the best last.
import type { Day } from "../common/days";
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
  /** First row of each run, and at last one past all. A miner x metric has two: what was reported, then guidance. */
  readonly starts: Int32Array;
}

type Numbers = ReadonlyMap<string, number>;

/** `levels`: the metrics that are levels at a day. */
export const arrange = (
  batches: readonly Batch[],
  miners: Numbers,
  metrics: Numbers,
  levels: ReadonlySet<string>,
): Arranged => {
  // Far quicker than flatMap, which takes item by item.
  const rows = ([] as Observation[]).concat(...batches.map((batch) => batch.rows));
  const layers = ([] as Layer[]).concat(...batches.map(({ rows: { length }, layer }) => new Array<Layer>(length).fill(layer))); // prettier-ignore
  const runs = runsOf(rows, miners, metrics);
  const published = publishedDays(rows);
  const order = sortedOrder(rows, layers, published, runs, levels);
  const arranged = inOrder(rows, order);
  const value = new Float64Array(rows.length);
  const periodEnd = new Int32Array(rows.length);
  arranged.forEach((row, place) => {
    value[place] = row.value;
    periodEnd[place] = row.periodEnd;
  });
  return {
    rows: arranged,
    layers: inOrder(layers, order),
    periodEnd,
    published: order.map((row): Day => published[row] ?? NaN),
    value,
    starts: runs.starts,
  };
};

const inOrder = <T>(list: readonly T[], order: Int32Array): T[] => {
  const arranged: T[] = [];
  for (const row of order) arranged.push(list[row] as T);
  return arranged;
};

interface Runs {
  readonly ofRow: Int32Array;
  readonly starts: Int32Array;
}

const runsOf = (rows: readonly Observation[], miners: Numbers, metrics: Numbers): Runs => {
  const ofRow = new Int32Array(rows.length);
  const starts = new Int32Array(miners.size * metrics.size * 2 + 1);
  // Figures of one miner and metric come together: their place is looked up once.
  let [ticker, metric, slot]: [string?, string?, number?] = [];
  rows.forEach((row, at) => {
    if (row.ticker !== ticker || row.metric !== metric) slot = slotOf(miners, metrics, row);
    ({ ticker, metric } = row);
    const run = (slot ?? 0) * 2 + (row.period === "guidance" ? 1 : 0);
    ofRow[at] = run;
    starts[run + 1] = (starts[run + 1] ?? 0) + 1;
  });
  for (let run = 1; run < starts.length; run++) starts[run] = (starts[run] ?? 0) + (starts[run - 1] ?? 0);
  return { ofRow, starts };
};

const slotOf = (miners: Numbers, metrics: Numbers, row: Observation): number => {
  const miner = miners.get(row.ticker);
  const metric = metrics.get(row.metric);
  if (miner === undefined || metric === undefined) {
    throw new Error(`The record knows no ${miner === undefined ? `miner ${row.ticker}` : `metric ${row.metric}`}.`);
  }
  return miner * metrics.size + metric;
};

const publishedDays = (rows: readonly Observation[]): Int32Array => {
  const spans = new Map<string, Span | null>();
  const days = new Int32Array(rows.length);
  rows.forEach(({ published, period, periodEnd }, row) => {
    let span = spans.get(published);
    if (span === undefined) spans.set(published, (span = spanOf(published) ?? null));
    days[row] = publishedDay(span ?? undefined, period, periodEnd);
  });
  return days;
};

/** A place in a list as a weight: the first weighs most. */
const weights = <Choice extends string>(choices: readonly Choice[]): Readonly<Record<Choice, number>> =>
  Object.fromEntries(choices.map((choice, at) => [choice, choices.length - 1 - at])) as Record<Choice, number>;

const SCOPE: Readonly<Record<Scope, number>> = weights(SCOPES);
const CONFIDENCE: Readonly<Record<Confidence, number>> = weights(CONFIDENCES);
const LAYER: Readonly<Record<Layer, number>> = weights([...LAYERS].reverse());
/** A longer flow over a shorter one. */
const PERIOD: Readonly<Record<Period, number>> = weights([
  "year", "nine_months", "half", "quarter", "instant", "month", "guidance",
]); // prettier-ignore

/** At a quarter's end a filing has the last word on a level, whoever copied it: the month's release was provisional. */
const isFiled = ({ period, basis }: Observation): boolean => period === "quarter" && basis === "stated";

/** Which of several figures for one period end is used: the highest. Consolidated, newest layer, filing, company. */
const rankOf = (row: Observation, layer: Layer, isLevel: boolean): number => {
  const kept = SCOPE[row.scope] * LAYERS.length + LAYER[layer];
  const filed = kept * 2 + (isLevel && isFiled(row) ? 1 : 0);
  return (filed * CONFIDENCES.length + CONFIDENCE[row.confidence]) * PERIODS.length + PERIOD[row.period];
};

/** Numbers of the rows, run after run. Runs of the packed record come in order; only the others are sorted. */
const sortedOrder = (
  rows: readonly Observation[],
  layers: readonly Layer[],
  published: Int32Array,
  { ofRow, starts }: Runs,
  levels: ReadonlySet<string>,
): Int32Array => {
  const compare = (a: number, b: number): number => {
    const [left, right] = [rows[a], rows[b]];
    if (!left || !right) return 0;
    if (left.periodEnd !== right.periodEnd) return left.periodEnd - right.periodEnd;
    const isLevel = levels.has(left.metric);
    return (
      rankOf(left, layers[a] ?? "bundled", isLevel) - rankOf(right, layers[b] ?? "bundled", isLevel) ||
      (published[a] ?? 0) - (published[b] ?? 0) ||
      compareText(right.source, left.source) ||
      left.value - right.value
    );
  };
  const order = new Int32Array(rows.length);
  const next = starts.slice();
  ofRow.forEach((run, row) => {
    const place = next[run] ?? 0;
    order[place] = row;
    next[run] = place + 1;
  });
  const unsorted = new Set<number>();
  for (let place = 1; place < order.length; place++) {
    const [before, row] = [order[place - 1] ?? 0, order[place] ?? 0];
    if (ofRow[before] === ofRow[row] && compare(before, row) > 0) unsorted.add(ofRow[row] ?? 0);
  }
  for (const run of unsorted) order.subarray(starts[run], starts[run + 1]).sort(compare);
  return order;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
