// A folder like assets/data with the record of 2026-11-22, so that lines can be added to it and thrown away.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { isoOf } from "../../src/common/days";
import type { Observation } from "../../src/data/rows";
import { COLUMNS } from "../../src/data/schema";
import { frozen, FROZEN_VERSION } from "../frozen-record/frozen";

type Line = readonly (string | number)[];

const figure = (row: Observation): Line => [
  row.ticker, row.metric, row.period, isoOf(row.periodEnd), row.value, row.published, row.source,
  row.scope === "consolidated" ? "" : row.scope, row.basis === "stated" ? "" : row.basis, row.note,
]; // prettier-ignore

/** As the files are sorted: by miner, metric, period end and period. */
const inOrder = (lines: Line[]): Line[] => {
  const key = ([ticker = "", metric = "", period = "", end = ""]: Line): string =>
    [ticker, metric, end, period].join("\t");
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};

const { tables } = frozen;
const LINES: Readonly<Record<keyof typeof COLUMNS, readonly Line[]>> = {
  miners: tables.miners.map((m) => [
    m.ticker, m.name, m.formerNames.join("; "), m.parent ?? "", m.fiscalYearEnd, m.inAll ? "yes" : "no", m.note,
    "", "", "", "", "",
  ]), // prettier-ignore
  metrics: tables.metrics.map((m) => [m.id, m.name, m.unit, m.kind, m.aggregate, m.synonyms.join("; "), m.definition]),
  sources: tables.sources.map((s) => [s.id, s.title, s.url]),
  reports: inOrder(tables.reports.map(figure)),
  facts: inOrder(tables.facts.map(figure)),
  events: tables.events.map((e) => [
    e.ticker, e.dateText, e.kind, e.commitment, e.counterparty, e.mw ?? "", e.mwAdded ?? "", e.valueUsd ?? "",
    e.termYears ?? "", e.splitRatio ?? "", e.summary, e.source,
  ]), // prettier-ignore
  market: tables.market.map((p) => [p.series, isoOf(p.day), p.value, p.source]),
  series: tables.series.map((s) => [s.id, s.name, s.unit, s.definition]),
  aggregate: tables.aggregate.map((a) => [
    a.publisher, a.dateText, a.metric, a.value, a.unit, a.scopeNote, a.source,
  ]), // prettier-ignore
};

const TEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(LINES).map(([name, lines]) => {
      const columns = COLUMNS[name as keyof typeof COLUMNS];
      const rows = [[...columns], ...lines.map((line) => [...line])];
      return [`${name}.csv`, `${Papa.unparse(rows, { newline: "\n" })}\n`];
    }),
  ),
  "record.json": `{"schema":1,"version":"${FROZEN_VERSION}"}\n`,
  "CHANGES.md": "# What was changed\n\n## 2026-11-22, first version\n\n- All.\n",
};

export const frozenFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
  return folder;
};
