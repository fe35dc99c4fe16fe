// How a line of each CSV file becomes a typed row. Whether the row may be in the record is asked by rules.ts.
import type { Day } from "../common/days";
import { confidenceOf } from "./confidence";
import { spanOf } from "./published";
import type { RowReader } from "./row-reader";
import type { AggregateFigure, MarketPoint, Metric, Miner, MinerEvent, Observation, Series, Source } from "./rows";
import { AGGREGATES, BASES, COMMITMENTS, ENDS, EVENT_KINDS, METRIC_KINDS, PERIODS, SCOPES, UNITS } from "./schema";
import type { Confidence } from "./schema";

export const readMiner = (reader: RowReader): Miner => {
  const parent = reader.text("parent");
  return {
    ticker: reader.text("ticker"),
    name: reader.text("name"),
    formerNames: reader.list("former_names"),
    ...(parent === "" ? {} : { parent }),
    fiscalYearEnd: reader.requiredNumber("fiscal_year_end"),
    inAll: reader.oneOf("in_all", ["yes", "no"], "no") === "yes",
    note: reader.text("note"),
    ...dayIfAny(reader, "firstDay", "first_day"),
    ...dayIfAny(reader, "lastDay", "last_day"),
    ...(reader.text("end") === "" ? {} : { end: reader.oneOf("end", ENDS) }),
    ...dayIfAny(reader, "endKnown", "end_known"),
    ...(reader.text("source") === "" ? {} : { source: reader.text("source") }),
  };
};

const dayIfAny = <Key extends string>(reader: RowReader, key: Key, column: string): Partial<Record<Key, Day>> =>
  (reader.text(column) === "" ? {} : { [key]: reader.day(column) }) as Partial<Record<Key, Day>>;

export const readMetric = (reader: RowReader): Metric => ({
  id: reader.text("id"),
  name: reader.text("name"),
  unit: reader.oneOf("unit", UNITS),
  kind: reader.oneOf("kind", METRIC_KINDS),
  aggregate: reader.oneOf("aggregate", AGGREGATES),
  synonyms: reader.list("synonyms"),
  definition: reader.text("definition"),
});

export const readSource = (reader: RowReader): Source => ({
  id: reader.text("id"),
  title: reader.text("title"),
  url: reader.text("url"),
});

/** `confidenceIn`: how near to the company a figure was read. */
export const readObservation =
  (confidenceIn: (source: string, note: string, reader: RowReader) => Confidence) =>
  (reader: RowReader): Observation => {
    const [source, note] = [reader.text("source"), reader.text("note")];
    return {
      ticker: reader.text("ticker"),
      metric: reader.text("metric"),
      period: reader.oneOf("period", PERIODS),
      periodEnd: reader.day("period_end"),
      value: reader.requiredNumber("value"),
      published: reader.text("published"),
      confidence: confidenceIn(source, note, reader),
      source,
      scope: reader.oneOf("scope", SCOPES, "consolidated"),
      basis: reader.oneOf("basis", BASES, "stated"),
      note,
    };
  };

export const readEvent =
  (sources: ReadonlyMap<string, Source>) =>
  (reader: RowReader): MinerEvent => {
    const [dateText, source] = [reader.text("date"), reader.text("source")];
    return {
      ticker: reader.text("ticker"),
      dateText,
      day: spanOf(dateText)?.last ?? NaN,
      kind: reader.oneOf("kind", EVENT_KINDS),
      commitment: reader.oneOf("commitment", COMMITMENTS),
      counterparty: reader.text("counterparty"),
      ...optional("mw", reader.number("mw")),
      ...optional("mwAdded", reader.number("mw_added")),
      ...optional("valueUsd", reader.number("value_usd")),
      ...optional("termYears", reader.number("term_years")),
      ...optional("splitRatio", reader.number("split_ratio")),
      summary: reader.text("summary"),
      confidence: confidenceOf(sources.get(source), ""),
      source,
    };
  };

export const readSeries = (reader: RowReader): Series => ({
  id: reader.text("id"),
  name: reader.text("name"),
  unit: reader.oneOf("unit", UNITS),
  definition: reader.text("definition"),
});

export const readMarketPoint = (reader: RowReader): MarketPoint => ({
  series: reader.text("series"),
  day: reader.day("date"),
  value: reader.requiredNumber("value"),
  source: reader.text("source"),
});

export const readAggregate = (reader: RowReader): AggregateFigure => {
  const dateText = reader.text("date");
  return {
    publisher: reader.text("publisher"),
    dateText,
    day: spanOf(dateText)?.last ?? NaN,
    metric: reader.text("metric"),
    value: reader.requiredNumber("value"),
    unit: reader.oneOf("unit", UNITS),
    scopeNote: reader.text("scope_note"),
    source: reader.text("source"),
  };
};

/** A property that is there only when its cell is filled. */
const optional = <Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, number>>;
