// The record as one small JSON: what the build writes, the add-in carries and a refresh brings.
import { fromColumns, fromSteps, once, TextNumbers, toColumns, toSteps, type Columns } from "./columns";
import type { Figures } from "./figures";
import { packMarket, unpackMarket, type PackedMarket } from "./pack-market";
import { namesOf, numbering, sourceId, sourceNumber, type Names } from "./pack-names";
import { PackedFigures, packObservations, usualDates, type PackedObservations } from "./pack-observations";
import { spanOf } from "./published";
import type { AggregateFigure, Metric, Miner, MinerEvent, RecordTables, Series, Source } from "./rows";

/** Number of the format below. A reader refuses a record of another. */
export const PACK_SCHEMA = 2;
/** Format 1 had two steps of confidence and no ends of miners; what it has means the same. */
export const READABLE_SCHEMAS: readonly number[] = [1, PACK_SCHEMA];

export interface PackedRecord {
  readonly schema: number;
  readonly version: string;
  readonly miners: Columns;
  readonly metrics: Columns;
  /** Numbers of the sources' ids, as steps. */
  readonly sourceNumbers: readonly number[];
  readonly sources: Columns;
  /** For each source the publication date that most of its figures carry. */
  readonly usualDates: readonly string[];
  readonly reports: PackedObservations;
  readonly facts: PackedObservations;
  readonly notes: readonly string[];
  readonly events: Columns;
  readonly eventSources: readonly number[];
  readonly series: Columns;
  readonly market: PackedMarket;
  readonly aggregate: Columns;
  readonly aggregateSources: readonly number[];
}

const MINER_SPAN = ["firstDay", "lastDay", "end", "endKnown", "source"] as const;
const MINER = ["ticker", "name", "formerNames", "parent", "fiscalYearEnd", "inAll", "note", ...MINER_SPAN] as const;
const METRIC = ["id", "name", "unit", "kind", "aggregate", "synonyms", "definition"] as const;
const SOURCE = ["title", "url"] as const;
const EVENT_FIGURES = ["mw", "mwAdded", "valueUsd", "termYears", "splitRatio"] as const;
const EVENT_TEXTS = ["kind", "commitment", "counterparty", "summary", "confidence"] as const;
const EVENT = ["ticker", "dateText", ...EVENT_FIGURES, ...EVENT_TEXTS] as const;
const SERIES = ["id", "name", "unit", "definition"] as const;
const AGGREGATE = ["publisher", "dateText", "metric", "value", "unit", "scopeNote"] as const;

/** Keeps the order of all rows; the build sorts them first (sort.ts). */
export const packTables = (tables: RecordTables): PackedRecord => {
  const names = namesOf(tables);
  const usual = usualDates([...tables.reports, ...tables.facts]);
  const notes = new TextNumbers();
  const sourcesOf = (rows: readonly { readonly source: string }[]): number[] =>
    toSteps(rows.map((row) => names.sources.numberOf(row.source)));
  return {
    schema: PACK_SCHEMA,
    version: tables.version,
    miners: toColumns(tables.miners, MINER),
    metrics: toColumns(tables.metrics, METRIC),
    sourceNumbers: toSteps(tables.sources.map((source) => sourceNumber(source.id))),
    sources: toColumns(tables.sources, SOURCE),
    usualDates: tables.sources.map((source) => usual.get(source.id) ?? ""),
    reports: packObservations(tables.reports, names, usual, notes),
    facts: packObservations(tables.facts, names, usual, notes),
    notes: notes.texts,
    events: toColumns(tables.events, EVENT),
    eventSources: sourcesOf(tables.events),
    series: toColumns(tables.series, SERIES),
    market: packMarket(tables.market, names),
    aggregate: toColumns(tables.aggregate, AGGREGATE),
    aggregateSources: sourcesOf(tables.aggregate),
  };
};

/** The tables of a packed record, each read when it is first asked for, and the figures of reports and facts apart. */
export interface OpenedTables {
  readonly tables: RecordTables;
  readonly figures: readonly Figures[];
}

export const openTables = (packed: PackedRecord): OpenedTables => {
  if (!READABLE_SCHEMAS.includes(packed.schema)) {
    throw new Error(
      `This add-in reads records of format ${PACK_SCHEMA}; this one is of format ${JSON.stringify(packed.schema)}.`,
    );
  }
  const miners = fromColumns<Miner>(packed.miners);
  const metrics = fromColumns<Metric>(packed.metrics);
  const sourceIds = once(() => fromSteps(packed.sourceNumbers).map(sourceId));
  const names: Names = {
    miners: numbering(() => miners.map(({ ticker }) => ticker)),
    metrics: numbering(() => metrics.map(({ id }) => id)),
    sources: numbering(sourceIds),
  };
  const sources = once(() =>
    fromColumns<Omit<Source, "id">>(packed.sources).map(({ title, url }, index): Source => ({
      id: sourceIds()[index] ?? sourceId(NaN),
      title,
      url,
    })),
  );
  const withDayAndSource = <Row extends { readonly dateText: string }>(
    rows: readonly Row[],
    steps: readonly number[],
  ) => {
    const numbers = fromSteps(steps);
    return rows.map((row, index) =>
      Object.assign(row, {
        day: spanOf(row.dateText)?.last ?? NaN,
        source: names.sources.nameOf(numbers[index] ?? -1),
      }),
    );
  };
  const figures = [packed.reports, packed.facts].map(
    (rows) => new PackedFigures(rows, names, packed.usualDates, packed.notes),
  );
  const [reports, facts] = figures.map((each) => once(() => each.all()));
  const events = once(() =>
    withDayAndSource(fromColumns<Omit<MinerEvent, "day" | "source">>(packed.events), packed.eventSources),
  );
  const series = once(() => fromColumns<Series>(packed.series));
  const market = once(() => unpackMarket(packed.market, names));
  const aggregate = once(() =>
    withDayAndSource(fromColumns<Omit<AggregateFigure, "day" | "source">>(packed.aggregate), packed.aggregateSources),
  );
  const tables: RecordTables = {
    version: packed.version,
    miners,
    metrics,
    get sources() {
      return sources();
    },
    get reports() {
      return reports?.() ?? [];
    },
    get facts() {
      return facts?.() ?? [];
    },
    get events() {
      return events();
    },
    get series() {
      return series();
    },
    get market() {
      return market();
    },
    get aggregate() {
      return aggregate();
    },
  };
  return { tables, figures };
};

/** All of them at once: what a record from elsewhere has wrong is told here. */
export const unpackTables = (packed: PackedRecord): RecordTables => ({ ...openTables(packed).tables });
