// Tables of a record other than its figures, back as the texts of its CSV files: a release meets the checks of those.
// Nothing is taken for granted: a cell of another type than the record's stops the reading.
import { isoOf, type Day } from "../../common/days";
import type { TextTable } from "../../data/row-reader";
import type { MinerEvent, RecordTables } from "../../data/rows";
import { COLUMNS, CONFIDENCES } from "../../data/schema";
import type { OtherTexts } from "../../data/validate";

type Cells = Readonly<Record<string, string>>;

export class WrongType extends Error {
  constructor(value: unknown, wanted: string) {
    super(`${value === undefined ? "nothing" : JSON.stringify(value)} stands where a ${wanted} belongs.`);
  }
}

const text = (value: unknown): string => {
  if (typeof value !== "string") throw new WrongType(value, "text");
  return value;
};

/** As the CSV files write it: no exponent. */
const figure = (value: unknown): string => {
  if (typeof value !== "number") throw new WrongType(value, "number");
  const short = String(value);
  return short.includes("e")
    ? value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 21 })
    : short;
};

const figureIfAny = (value: unknown): string => (value === undefined ? "" : figure(value));
const textIfAny = (value: unknown): string => (value === undefined ? "" : text(value));
const yesNo = (value: unknown): string => (typeof value === "boolean" ? (value ? "yes" : "no") : text(value));
const list = (texts: readonly unknown[]): string => texts.map(text).join("; ");

/** Throws when a day is none. */
const dayTexts = (): ((day: Day) => string) => {
  const known = new Map<Day, string>();
  return (day) => {
    const iso = known.get(day) ?? isoOf(day);
    known.set(day, iso);
    return iso;
  };
};

const table = <Row>(name: keyof OtherTexts, rows: readonly Row[], cellsOf: (row: Row) => Cells): TextTable => ({
  file: name,
  header: COLUMNS[name],
  rows: rows.map((row, index) => ({ line: index + 2, cells: cellsOf(row) })),
});

const withKnownConfidence = (event: MinerEvent): MinerEvent => {
  if (!CONFIDENCES.includes(event.confidence)) throw new WrongType(event.confidence, CONFIDENCES.join(" or "));
  return event;
};

export const textsOf = (tables: RecordTables): OtherTexts => {
  const iso = dayTexts();
  return {
    miners: table("miners", tables.miners, (row) => ({
      ticker: text(row.ticker),
      name: text(row.name),
      former_names: list(row.formerNames),
      parent: textIfAny(row.parent),
      fiscal_year_end: figure(row.fiscalYearEnd),
      in_all: yesNo(row.inAll),
      note: text(row.note),
    })),
    metrics: table("metrics", tables.metrics, (row) => ({
      id: text(row.id),
      name: text(row.name),
      unit: text(row.unit),
      kind: text(row.kind),
      aggregate: text(row.aggregate),
      synonyms: list(row.synonyms),
      definition: text(row.definition),
    })),
    sources: table("sources", tables.sources, (row) => ({
      id: text(row.id),
      title: text(row.title),
      url: text(row.url),
    })),
    // The record's own build decides confidence; of a release it is only asked whether it is one of the steps.
    events: table("events", tables.events.map(withKnownConfidence), (row) => ({
      ticker: text(row.ticker),
      date: text(row.dateText),
      kind: text(row.kind),
      commitment: text(row.commitment),
      counterparty: text(row.counterparty),
      mw: figureIfAny(row.mw),
      mw_added: figureIfAny(row.mwAdded),
      value_usd: figureIfAny(row.valueUsd),
      term_years: figureIfAny(row.termYears),
      summary: text(row.summary),
      source: text(row.source),
    })),
    market: table("market", tables.market, (row) => ({
      series: text(row.series),
      date: iso(row.day),
      value: figure(row.value),
      source: text(row.source),
    })),
    series: table("series", tables.series, (row) => ({
      id: text(row.id),
      name: text(row.name),
      unit: text(row.unit),
      definition: text(row.definition),
    })),
    aggregate: table("aggregate", tables.aggregate, (row) => ({
      publisher: text(row.publisher),
      date: text(row.dateText),
      metric: text(row.metric),
      value: figure(row.value),
      unit: text(row.unit),
      scope_note: text(row.scopeNote),
      source: text(row.source),
    })),
  };
};
