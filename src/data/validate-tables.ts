// How one row of each table other than the figures is read. Each function makes the reader for a whole table.
import { confidenceOf } from "./confidence";
import { noRepeats, type RowReader } from "./row-reader";
import { SOURCE_ID } from "./pack-names";
import type { AggregateFigure, MarketPoint, Metric, Miner, MinerEvent, Series, Source } from "./rows";
import { AGGREGATES, COMMITMENTS, EVENT_KINDS, METRIC_KINDS, UNITS } from "./schema";
import { plain } from "./text";

type Ids = ReadonlySet<string>;

export const readMiner = (tickers: Ids): ((reader: RowReader) => Miner) => {
  const noRepeat = noRepeats("ticker");
  return (reader) => {
    const parent = reader.text("parent");
    if (parent !== "") reader.known("parent", tickers, "miners.csv");
    const fiscalYearEnd = reader.requiredNumber("fiscal_year_end");
    if (!(Number.isInteger(fiscalYearEnd) && fiscalYearEnd >= 1 && fiscalYearEnd <= 12)) {
      reader.complain(`fiscal_year_end is "${reader.text("fiscal_year_end")}": write the month's number, 1 to 12.`);
    }
    const ticker = reader.required("ticker");
    noRepeat(reader, ticker);
    return {
      ticker,
      name: reader.required("name"),
      formerNames: reader.list("former_names"),
      ...(parent === "" ? {} : { parent }),
      fiscalYearEnd,
      inAll: reader.oneOf("in_all", ["yes", "no"], "no") === "yes",
      note: reader.text("note"),
    };
  };
};

export const readMetric = (): ((reader: RowReader) => Metric) => {
  const noRepeat = noRepeats("id or synonym");
  return (reader) => {
    const metric: Metric = {
      id: reader.required("id"),
      name: reader.required("name"),
      unit: reader.oneOf("unit", UNITS),
      kind: reader.oneOf("kind", METRIC_KINDS),
      aggregate: reader.oneOf("aggregate", AGGREGATES),
      synonyms: reader.list("synonyms"),
      definition: reader.required("definition"),
    };
    for (const spelling of new Set([metric.id, metric.name, ...metric.synonyms].map(plain))) noRepeat(reader, spelling);
    return metric;
  };
};

export const readSource = (used: Ids): ((reader: RowReader) => Source) => {
  const noRepeatedId = noRepeats("id");
  const noRepeatedSource = noRepeats("title and url");
  return (reader) => {
    const source: Source = { id: reader.required("id"), title: reader.required("title"), url: reader.text("url") };
    noRepeatedId(reader, source.id);
    if (source.id !== "" && !SOURCE_ID.test(source.id)) {
      reader.complain(`id is "${source.id}": call it s and the next free number.`);
    }
    noRepeatedSource(reader, `${source.title}|${source.url}`);
    if (!used.has(source.id)) reader.complain(`No row uses the source "${source.id}": remove it.`);
    if (source.url !== "" && !/^https?:\/\/\S+$/.test(source.url)) {
      reader.complain(`url is "${source.url}": write a whole web address or leave it empty.`);
    }
    return source;
  };
};

export const readEvent = (
  tickers: Ids,
  sourcesById: ReadonlyMap<string, Source>,
  sources: Ids,
): ((reader: RowReader) => MinerEvent) => {
  const noRepeat = noRepeats("event");
  return (reader) => {
    const source = reader.known("source", sources, "sources.csv");
    const kind = reader.oneOf("kind", EVENT_KINDS);
    const commitment = reader.oneOf("commitment", COMMITMENTS);
    const isContract = kind === "hpc_lease" || kind === "gpu_contract";
    if (isContract && commitment === "") {
      reader.complain(`commitment is empty: say whether this ${kind} is signed, a letter or a plan.`);
    }
    const event: MinerEvent = {
      ticker: reader.known("ticker", tickers, "miners.csv"),
      dateText: reader.required("date"),
      day: reader.span("date")?.last ?? NaN,
      kind,
      commitment,
      counterparty: reader.text("counterparty"),
      ...optional("mw", reader.number("mw")),
      ...optional("mwAdded", reader.number("mw_added")),
      ...optional("valueUsd", reader.number("value_usd")),
      ...optional("termYears", reader.number("term_years")),
      summary: reader.required("summary"),
      confidence: confidenceOf(sourcesById.get(source), ""),
      source,
    };
    for (const column of ["mw", "value_usd", "term_years"]) {
      if (reader.text(column).startsWith("-")) reader.complain(`${column} cannot be negative: correct the number.`);
    }
    noRepeat(reader, [event.ticker, event.dateText, kind, event.counterparty, event.summary].join("|"));
    return event;
  };
};

export const readSeries = (): ((reader: RowReader) => Series) => {
  const noRepeat = noRepeats("id");
  return (reader) => {
    const id = reader.required("id");
    noRepeat(reader, id);
    return {
      id,
      name: reader.required("name"),
      unit: reader.oneOf("unit", UNITS),
      definition: reader.required("definition"),
    };
  };
};

export const readMarketPoint = (series: Ids, sources: Ids): ((reader: RowReader) => MarketPoint) => {
  const noRepeat = noRepeats("series and date");
  return (reader) => {
    const point: MarketPoint = {
      series: reader.known("series", series, "series.csv"),
      day: reader.day("date"),
      value: reader.requiredNumber("value"),
      source: reader.known("source", sources, "sources.csv"),
    };
    noRepeat(reader, `${point.series}|${point.day}`);
    return point;
  };
};

export const readAggregate = (sources: Ids): ((reader: RowReader) => AggregateFigure) => {
  const noRepeat = noRepeats("publisher, date, metric and scope");
  return (reader) => {
    const figure: AggregateFigure = {
      publisher: reader.required("publisher"),
      dateText: reader.required("date"),
      day: reader.span("date")?.last ?? NaN,
      metric: reader.required("metric"),
      value: reader.requiredNumber("value"),
      unit: reader.oneOf("unit", UNITS),
      scopeNote: reader.text("scope_note"),
      source: reader.known("source", sources, "sources.csv"),
    };
    noRepeat(reader, [figure.publisher, figure.dateText, figure.metric, figure.scopeNote].join("|"));
    return figure;
  };
};

/** A property that is there only when its cell is filled. */
const optional = <Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, number>>;
