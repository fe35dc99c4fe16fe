// Tables of a record back as the texts of its CSV files, so that a release meets the same checks as those files.
import { isoOf } from "../data/days";
import type { TextTable } from "../data/problems";
import type { Observation, RecordTables } from "../data/rows";
import { COLUMNS } from "../data/schema";
import type { TableName, TextTables } from "../data/validate";

type Cells = Readonly<Record<string, unknown>>;

/** A number as the CSV files write it: no exponent. Anything else than text or number shows its JSON, which no check takes. */
const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (value === undefined) return "";
  if (typeof value !== "number") return JSON.stringify(value);
  const text = String(value);
  return text.includes("e")
    ? value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 21 })
    : text;
};

/** A text where a number belongs must not pass for one. */
const figure = (value: unknown): string =>
  value === undefined || typeof value === "number" ? textOf(value) : JSON.stringify(value);

const listed = (texts: readonly string[]): string => texts.join("; ");

const observation = (row: Observation): Cells => ({
  ...row,
  period_end: isoOf(row.periodEnd),
  value: figure(row.value),
});

const table = <Row>(name: TableName, rows: readonly Row[], cellsOf: (row: Row) => Cells): TextTable => ({
  file: name,
  header: COLUMNS[name],
  rows: rows.map((row, index) => {
    const cells = cellsOf(row);
    return {
      line: index + 2,
      cells: Object.fromEntries(COLUMNS[name].map((column) => [column, textOf(cells[column])])),
    };
  }),
});

/** Throws when a day is none. */
export const textsOf = (tables: RecordTables): TextTables => ({
  miners: table("miners", tables.miners, (row) => ({
    ...row,
    former_names: listed(row.formerNames),
    fiscal_year_end: figure(row.fiscalYearEnd),
    in_all: row.inAll ? "yes" : "no",
  })),
  metrics: table("metrics", tables.metrics, (row) => ({ ...row, synonyms: listed(row.synonyms) })),
  sources: table("sources", tables.sources, (row) => ({ ...row })),
  reports: table("reports", tables.reports, observation),
  facts: table("facts", tables.facts, observation),
  events: table("events", tables.events, (row) => ({
    ...row,
    date: row.dateText,
    mw: figure(row.mw),
    mw_added: figure(row.mwAdded),
    value_usd: figure(row.valueUsd),
    term_years: figure(row.termYears),
  })),
  market: table("market", tables.market, (row) => ({ ...row, date: isoOf(row.day), value: figure(row.value) })),
  series: table("series", tables.series, (row) => ({ ...row })),
  aggregate: table("aggregate", tables.aggregate, (row) => ({
    ...row,
    date: row.dateText,
    value: figure(row.value),
    scope_note: row.scopeNote,
  })),
});
