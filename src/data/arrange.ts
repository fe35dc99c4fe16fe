// The order in which the record keeps its figures: by miner, metric and period end, and within one end the best last.
import type { Day } from "../common/days";
import type { Figures, Places } from "./figures";
import { publishedDay, spanOf, type Span } from "./published";
import type { Observation } from "./rows";
import { CONFIDENCES, LAYERS, PERIODS, SCOPES, type Confidence, type Layer, type Period, type Scope } from "./schema";

/** Figures that came together, from the add-in, a release or the user. */
export interface Batch {
  readonly layer: Layer;
  readonly figures: Figures;
}

interface Placed {
  readonly row: Observation;
  readonly layer: Layer;
  readonly published: Day;
}

/** A run is put in order when it is first asked for: at the start of Excel a cell waits for its own alone. */
export class Arranged {
  readonly length: number;
  /** First place of each run, and at last one past all. */
  readonly starts: Int32Array;
  /** What follows stands only where its run is ready. */
  readonly rows: (Observation | undefined)[] = [];
  readonly layers: (Layer | undefined)[] = [];
  readonly periodEnd: Int32Array;
  readonly published: Int32Array;
  readonly value: Float64Array;

  private readonly order: Int32Array;
  private readonly isReady: Uint8Array;
  private readonly spans = new Map<string, Span | null>();

  /** `levels`: the metrics that are levels at a day. */
  constructor(
    private readonly batches: readonly Batch[],
    places: Places,
    private readonly levels: ReadonlySet<string>,
  ) {
    const runs = batches.map(({ figures }) => figures.runs(places));
    this.length = runs.reduce((sum, { length }) => sum + length, 0);
    this.starts = startsOf(runs, places.miners.size * places.metrics.size * 2);
    this.order = orderOf(runs, this.starts, this.length);
    this.isReady = new Uint8Array(this.starts.length);
    this.periodEnd = new Int32Array(this.length);
    this.published = new Int32Array(this.length);
    this.value = new Float64Array(this.length);
  }

  ready(run: number): void {
    if (this.isReady[run] !== 0) return;
    this.isReady[run] = 1;
    const [start, end] = [this.starts[run] ?? 0, this.starts[run + 1] ?? 0];
    const placed = Array.from(this.order.subarray(start, end), (row) => this.placed(row));
    placed.sort((left, right) => this.compare(left, right));
    placed.forEach(({ row, layer, published }, index) => {
      const place = start + index;
      this.rows[place] = row;
      this.layers[place] = layer;
      this.periodEnd[place] = row.periodEnd;
      this.published[place] = published;
      this.value[place] = row.value;
    });
  }

  /** The run that this place is in, ready. */
  readyAt(place: number): void {
    if (!(place >= 0 && place < this.length)) return;
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    this.ready(low);
  }

  /** First and last period end of a run, which need not be ready; undefined when it is empty. */
  endsOf(run: number): { readonly first: Day; readonly last: Day } | undefined {
    const [start, end] = [this.starts[run] ?? 0, this.starts[run + 1] ?? 0];
    if (start === end) return undefined;
    let [first, last] = [Infinity, -Infinity];
    for (let place = start; place < end; place++) {
      const [{ figures }, row] = this.batchOf(this.order[place] ?? 0);
      const day = figures.periodEnd(row);
      if (day < first) first = day;
      if (day > last) last = day;
    }
    return { first, last };
  }

  private batchOf(row: number): readonly [Batch, number] {
    let before = 0;
    for (const batch of this.batches) {
      if (row < before + batch.figures.length) return [batch, row - before];
      before += batch.figures.length;
    }
    throw new RangeError(`The record has no figure ${row}.`);
  }

  private placed(number: number): Placed {
    const [{ figures, layer }, at] = this.batchOf(number);
    const row = figures.at(at);
    let span = this.spans.get(row.published);
    if (span === undefined) this.spans.set(row.published, (span = spanOf(row.published) ?? null));
    return { row, layer, published: publishedDay(span ?? undefined, row.period, row.periodEnd) };
  }

  private compare(left: Placed, right: Placed): number {
    if (left.row.periodEnd !== right.row.periodEnd) return left.row.periodEnd - right.row.periodEnd;
    const isLevel = this.levels.has(left.row.metric);
    return (
      rankOf(left.row, left.layer, isLevel) - rankOf(right.row, right.layer, isLevel) ||
      left.published - right.published ||
      compareText(right.row.source, left.row.source) ||
      left.row.value - right.row.value
    );
  }
}

const startsOf = (runs: readonly Int32Array[], count: number): Int32Array => {
  const starts = new Int32Array(count + 1);
  for (const ofRow of runs) for (const run of ofRow) starts[run + 1] = (starts[run + 1] ?? 0) + 1;
  for (let run = 1; run < starts.length; run++) starts[run] = (starts[run] ?? 0) + (starts[run - 1] ?? 0);
  return starts;
};

/** Numbers of the rows, run after run, and within a run as they came. */
const orderOf = (runs: readonly Int32Array[], starts: Int32Array, length: number): Int32Array => {
  const order = new Int32Array(length);
  const next = starts.slice();
  let row = 0;
  for (const ofRow of runs) {
    for (const run of ofRow) {
      const place = next[run] ?? 0;
      order[place] = row++;
      next[run] = place + 1;
    }
  }
  return order;
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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
