// The tables of the record as texts in, the record or everything that is wrong with it out.
import { dayOfVersion } from "../common/version";
import { confidenceOf } from "./confidence";
import { figureNamesRule, figureRule, repeatedFigures, SAME_FIGURE } from "./figure-rules";
import { repeats, type Place, type Problem, type Rule } from "./place";
import {
  readAggregate,
  readEvent,
  readMarketPoint,
  readMetric,
  readMiner,
  readObservation,
  readSeries,
  readSource,
} from "./read-lines";
import { MinerRecord } from "./record";
import { readRows, type RowReader, type TextTable } from "./row-reader";
import type { Observation, RecordTables } from "./rows";
import {
  aggregateRule,
  eventRule,
  marketRule,
  metricRule,
  minerRule,
  notAVersion,
  seriesRule,
  sourceRule,
} from "./rules";
import { COLUMNS } from "./schema";

export type TableName = keyof typeof COLUMNS;
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];
export type TextTables = Readonly<Record<TableName, TextTable>>;

export interface Validated {
  readonly tables: RecordTables;
  /** All of them, in the order of the files; the tables are to be used only when there are none. */
  readonly problems: readonly Problem[];
}

export const validateRecord = (texts: TextTables, version: string): Validated => {
  const problems: Problem[] = [];
  const read = <Row>(name: TableName, readRow: (reader: RowReader) => Row, rule: Rule<Row>): Row[] =>
    readRows(texts[name], COLUMNS[name], problems, readRow, rule);
  const today = dayOfVersion(version);
  if (today === undefined) problems.push({ file: "record.json", line: 1, sentence: notAVersion(version) });

  // A row that names a faulty miner, metric or source is not itself at fault: names come from the texts.
  const idsOf = (name: TableName, column: string): Set<string> =>
    new Set(texts[name].rows.map((row) => row.cells[column] ?? ""));
  const [tickers, metricIds] = [idsOf("miners", "ticker"), idsOf("metrics", "id")];
  const [sourceIds, seriesIds] = [idsOf("sources", "id"), idsOf("series", "id")];
  const withSources = ["miners", "reports", "facts", "events", "market", "aggregate"] as const;
  const used = new Set(withSources.flatMap((name) => [...idsOf(name, "source")]));

  const miners = read("miners", readMiner, minerRule(tickers, sourceIds));
  const metrics = read("metrics", readMetric, metricRule());
  const sources = read("sources", readSource, sourceRule(used));
  const metricsById = new Map(metrics.map((metric) => [metric.id, metric]));
  const sourcesById = new Map(sources.map((source) => [source.id, source]));

  const places = new Map<Observation, Place>();
  const names = figureNamesRule(tickers, metricIds, sourceIds);
  const rule = figureRule({ metrics: metricsById, today: today ?? Infinity, miners });
  const observation = readObservation((source, note) => confidenceOf(sourcesById.get(source), note));
  const figures = (name: "reports" | "facts"): Observation[] =>
    read(name, observation, (row, at) => {
      places.set(row, at);
      names(row, at);
      rule(row, at);
    });
  const [reports, facts] = [figures("reports"), figures("facts")];
  complainOfRepeats({ version, miners, metrics, sources, reports, facts, ...NOTHING_ELSE }, places);
  return {
    tables: {
      ...{ version, miners, metrics, sources, reports, facts },
      events: read("events", readEvent(sourcesById), eventRule(tickers, sourceIds)),
      market: read("market", readMarketPoint, marketRule(seriesIds, sourceIds)),
      series: read("series", readSeries, seriesRule()),
      aggregate: read("aggregate", readAggregate, aggregateRule(sourceIds)),
    },
    problems,
  };
};

const NOTHING_ELSE = { events: [], market: [], series: [], aggregate: [] };

/** Of the sound rows: one whose miner or metric is faulty is told of as it is. */
const complainOfRepeats = (tables: RecordTables, places: ReadonlyMap<Observation, Place>): void => {
  const [miners, metrics] = [tables.miners.map(({ ticker }) => ticker), tables.metrics.map(({ id }) => id)];
  const [hasMiner, hasMetric] = [new Set(miners), new Set(metrics)];
  const known = (rows: readonly Observation[]) =>
    rows.filter(({ ticker, metric }) => hasMiner.has(ticker) && hasMetric.has(metric));
  const record = new MinerRecord({ ...tables, reports: known(tables.reports), facts: known(tables.facts) });
  const order = new Map([...places.values()].map((place, at) => [place, at]));
  for (const pair of repeatedFigures(record)) {
    const at = pair.flatMap((row) => places.get(row) ?? []).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    at[1]?.complain(repeats(SAME_FIGURE, at[0]?.place ?? ""));
  }
};
