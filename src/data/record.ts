// The record in memory: what was reported, by whom and when, found by day and by what was known on a day.
import { Arranged, type Batch } from "./arrange";
import type { Day } from "../common/days";
import { once } from "./columns";
import { figuresOf, runOf, type Figures } from "./figures";
import { MarketTable, type MarketReading } from "./market";
import { openTables, unpackTables, type PackedRecord } from "./pack";
import { isAssumed, spanOf } from "./published";
import type { Counts, Reading, Rows } from "./reading";
import type {
  AggregateFigure,
  MarketPoint,
  Metric,
  Miner,
  MinerEvent,
  Observation,
  RecordTables,
  Series,
  Source,
} from "./rows";
import { LAYERS, type Layer, type Period, type Scope } from "./schema";

export type { Counts, Reading, Rows } from "./reading";

const NO_ROWS: Rows = { start: 0, end: 0 };
export const HOLDINGS = "holdings_btc";

/** What was laid over the tables of the record since they were read. */
interface Extra {
  readonly batches: readonly Batch[];
  readonly sources: readonly Source[];
  readonly points: readonly MarketPoint[];
}
const NOTHING: Extra = { batches: [], sources: [], points: [] };

export class MinerRecord {
  readonly version: string;

  private readonly arranged: Arranged;
  private readonly minerIndexes: ReadonlyMap<string, number>;
  private readonly metricIndexes: ReadonlyMap<string, number>;
  // What follows is made when somebody first asks for it: Excel waits for the start.
  private readonly counted = once(() => this.count());
  private readonly span = once(() => this.spanOfHoldings());
  private readonly newestStated = once(() => newestStated(this.batches));
  private readonly batches: readonly Batch[];
  private readonly sourcesById = once(
    () => new Map([...this.tables.sources, ...this.extra.sources].map((source) => [source.id, source])),
  );
  private readonly marketByDay = once(() => {
    const points = () => [...withLayer(this.base, this.tables.market), ...withLayer("market", this.extra.points)];
    return new MarketTable(points(), this.sourcesById());
  });

  /** A record from elsewhere: read to its end, and what is wrong with its form is thrown. */
  static unpack(packed: PackedRecord, layer: Layer = "bundled"): MinerRecord {
    return new MinerRecord(unpackTables(packed), layer);
  }

  /** The record of the build, which was read before: only what a cell asks for is unpacked. */
  static open(packed: PackedRecord): MinerRecord {
    const { tables, figures } = openTables(packed);
    return new MinerRecord(tables, "bundled", NOTHING, figures);
  }

  constructor(
    readonly tables: RecordTables,
    private readonly base: Layer = "bundled",
    private readonly extra: Extra = NOTHING,
    private readonly figures: readonly Figures[] = [tables.reports, tables.facts].map(figuresOf),
  ) {
    this.version = tables.version;
    this.minerIndexes = new Map(tables.miners.map((miner, index) => [miner.ticker, index]));
    this.metricIndexes = new Map(tables.metrics.map((metric, index) => [metric.id, index]));
    this.batches = [...figures.map((rows): Batch => ({ layer: base, figures: rows })), ...extra.batches];
    const levels = new Set(tables.metrics.filter(({ kind }) => kind === "stock").map(({ id }) => id));
    const places = { miners: this.minerIndexes, metrics: this.metricIndexes };
    this.arranged = new Arranged(this.batches, places, levels);
  }

  get counts(): Counts {
    return this.counted();
  }
  /** Newest and first period end of a count of coins. */
  get newestReport(): Day {
    return this.span().last;
  }
  get firstReport(): Day {
    return this.span().first;
  }
  /** Newest day that a source itself states. */
  get newestPublished(): Day {
    return this.newestStated();
  }

  /** The same record with further figures over it; of the same miner, metric and end, a later layer wins. */
  withRows(layer: Layer, rows: readonly Observation[], sources: readonly Source[] = []): MinerRecord {
    const extra = {
      ...this.extra,
      batches: [...this.extra.batches, { layer, figures: figuresOf(rows) }],
      sources: [...this.extra.sources, ...sources],
    };
    return new MinerRecord(this.tables, this.base, extra, this.figures);
  }

  /** The same record with a quote of the market over it; on its day it stands in for what the record has. */
  withMarket(points: readonly MarketPoint[], source: Source): MinerRecord {
    const extra = {
      ...this.extra,
      points: [...this.extra.points, ...points],
      sources: [...this.extra.sources, source],
    };
    return new MinerRecord(this.tables, this.base, extra, this.figures);
  }

  /** Day of the newest quote laid over the record; undefined without one. */
  get quotedOn(): Day | undefined {
    const days = this.extra.points.map((point) => point.day);
    return days.length === 0 ? undefined : Math.max(...days);
  }

  /** The newest layer that anything here came with. */
  get layer(): Layer {
    const quoted = this.extra.points.length > 0 ? ["market" as const] : [];
    const used = new Set([
      this.base,
      ...quoted,
      ...this.extra.batches.filter((batch) => batch.figures.length > 0).map((batch) => batch.layer),
    ]);
    return LAYERS.filter((layer) => used.has(layer)).at(-1) ?? this.base;
  }
  get miners(): readonly Miner[] {
    return this.tables.miners;
  }
  get metrics(): readonly Metric[] {
    return this.tables.metrics;
  }
  get events(): readonly MinerEvent[] {
    return this.tables.events;
  }
  get series(): readonly Series[] {
    return this.tables.series;
  }
  get aggregate(): readonly AggregateFigure[] {
    return this.tables.aggregate;
  }

  /** -1 when the record has none. */
  minerIndex(ticker: string): number {
    return this.minerIndexes.get(ticker) ?? -1;
  }
  metricIndex(id: string): number {
    return this.metricIndexes.get(id) ?? -1;
  }
  /** An id that no table explains stands for itself. */
  source(id: string): Source {
    return this.sourcesById().get(id) ?? { id, title: id, url: "" };
  }

  /**
   * The figure of the newest period that ended by `day`, among those published by `knownBy`; -1 when there is none.
   * Guidance never counts.
   */
  asOf(miner: number, metric: number, day: Day, knownBy = Infinity, scope?: Scope): number {
    if (miner < 0 || metric < 0) return -1;
    const { periodEnd, starts } = this.arranged;
    const run = this.reportedRun(miner, metric);
    this.arranged.ready(run);
    const start = starts[run] ?? 0;
    let low = start;
    let high = starts[run + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((periodEnd[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    for (let row = low - 1; row >= start; row--) if (this.isUsable(row, knownBy, scope)) return row;
    return -1;
  }

  /** The figure of exactly one period, say the quarter that ends on `end`; -1 when there is none. */
  inPeriod(miner: number, metric: number, period: Period, end: Day, knownBy = Infinity, scope?: Scope): number {
    const rows = period === "guidance" ? this.guidanceRows(miner, metric) : this.rows(miner, metric);
    for (let row = rows.end - 1; row >= rows.start; row--) {
      const fits = this.periodEnd(row) === end && this.observation(row).period === period;
      if (fits && this.isUsable(row, knownBy, scope)) return row;
    }
    return -1;
  }

  /** All reported figures of one metric, oldest first; within one period end the best comes last. */
  rows(miner: number, metric: number): Rows {
    return miner < 0 || metric < 0 ? NO_ROWS : this.run(this.reportedRun(miner, metric));
  }

  /** Whether the miner has any figure of the metric, a target included. */
  hasRows(miner: number, metric: number): boolean {
    if (miner < 0 || metric < 0) return false;
    const { starts } = this.arranged;
    const run = this.reportedRun(miner, metric);
    return starts[run] !== starts[run + 2];
  }

  /** Targets that the miner named, by the day they were said or aim at. */
  guidanceRows(miner: number, metric: number): Rows {
    return miner < 0 || metric < 0 ? NO_ROWS : this.run(this.reportedRun(miner, metric) + 1);
  }

  value(row: number): number {
    this.ready(row);
    return this.arranged.value[row] ?? NaN;
  }
  periodEnd(row: number): Day {
    this.ready(row);
    return this.arranged.periodEnd[row] ?? NaN;
  }
  published(row: number): Day {
    this.ready(row);
    return this.arranged.published[row] ?? NaN;
  }
  observation(row: number): Observation {
    this.ready(row);
    const found = this.arranged.rows[row];
    if (!found) throw new RangeError(`The record has no row ${row}.`);
    return found;
  }

  reading(row: number): Reading {
    // Each field by its name: every value with a card comes through here, and copying a whole row is slow.
    const { ticker, metric, period, periodEnd, value, published, confidence, source, scope, basis, note } =
      this.observation(row);
    return {
      ticker,
      metric,
      period,
      periodEnd,
      value,
      confidence,
      scope,
      basis,
      note,
      row,
      layer: this.arranged.layers[row] ?? this.base,
      published: this.published(row),
      publishedText: published,
      publishedAssumed: isAssumed(published),
      source: this.source(source),
    };
  }

  /** The newest point of a market series at or before the day. */
  market(series: string, day: Day, knownBy = Infinity): MarketReading | undefined {
    return this.marketByDay().asOf(series, Math.min(day, knownBy));
  }
  marketRange(series: string, start: Day, end: Day): readonly MarketReading[] {
    return this.marketByDay().range(series, start, end);
  }

  private reportedRun(miner: number, metric: number): number {
    return runOf(miner, metric, this.metrics.length);
  }

  private count(): Counts {
    const { tables } = this;
    const [reports = 0, facts = 0] = this.figures.map(({ length }) => length);
    return {
      miners: tables.miners.length,
      reports,
      facts,
      events: tables.events.length,
      market: tables.market.length,
      sources: this.sourcesById().size,
      rows: this.arranged.length,
    };
  }

  private spanOfHoldings(): { readonly first: Day; readonly last: Day } {
    const metric = this.metricIndex(HOLDINGS);
    const ends =
      metric < 0 ? [] : this.miners.flatMap((_, miner) => this.arranged.endsOf(this.reportedRun(miner, metric)) ?? []);
    return { first: Math.min(...ends.map(({ first }) => first)), last: Math.max(...ends.map(({ last }) => last)) };
  }

  /** Rows are asked for by number mostly after their run: a look is enough. */
  private ready(row: number): void {
    if (this.arranged.rows[row] === undefined) this.arranged.readyAt(row);
  }

  private run(run: number): Rows {
    this.arranged.ready(run);
    return { start: this.arranged.starts[run] ?? 0, end: this.arranged.starts[run + 1] ?? 0 };
  }

  private isUsable(row: number, knownBy: Day, scope: Scope | undefined): boolean {
    return this.published(row) <= knownBy && (scope === undefined || this.observation(row).scope === scope);
  }
}

const withLayer = <Row>(layer: Layer, rows: readonly Row[]): (Row & { readonly layer: Layer })[] =>
  rows.map((row) => ({ ...row, layer }));

/** Full dates are in the order of their texts. */
const newestStated = (batches: readonly Batch[]): Day => {
  let newest = "";
  for (const { figures } of batches) {
    for (let row = 0; row < figures.length; row++) {
      const { published } = figures.at(row);
      if (!isAssumed(published) && published > newest) newest = published;
    }
  }
  return spanOf(newest)?.last ?? -Infinity;
};
