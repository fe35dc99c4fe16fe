// The tables of the record as texts in, the record or everything that is wrong with it out.
import { dayOfVersion } from "../common/version";
import { readRows, type Problem, type RowReader, type TextTable } from "./row-reader";
import type { RecordTables } from "./rows";
import { confidenceOf } from "./confidence";
import { COLUMNS } from "./schema";
import { noRepeatedObservation, validateObservations, type KnownNames } from "./validate-observations";
import {
  readAggregate,
  readEvent,
  readMarketPoint,
  readMetric,
  readMiner,
  readSeries,
  readSource,
} from "./validate-tables";

export type TableName = keyof typeof COLUMNS;
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];
export type TextTables = Readonly<Record<TableName, TextTable>>;
/** Reports and facts: most of a record, and the part that grows. */
export type Figures = Pick<RecordTables, "reports" | "facts">;
export type OtherTexts = Omit<TextTables, keyof Figures>;

export interface Validated {
  readonly tables: RecordTables;
  /** All of them, in the order of the files; the tables are to be used only when there are none. */
  readonly problems: readonly Problem[];
}

export const validateRecord = (texts: TextTables, version: string): Validated => {
  const { reports, facts } = texts;
  const sources = new Set([reports, facts].flatMap(sourcesOf));
  return validateWith(texts, version, sources, (known, problems) => {
    const noRepeat = noRepeatedObservation();
    return {
      reports: validateObservations(reports, known, problems, COLUMNS.reports, noRepeat),
      facts: validateObservations(facts, known, problems, COLUMNS.facts, noRepeat),
    };
  });
};

/** The other tables as texts, and the figures by a reader of their own that is told what they may refer to. */
export const validateWith = (
  texts: OtherTexts,
  version: string,
  sourcesOfFigures: ReadonlySet<string>,
  readFigures: (known: KnownNames, problems: Problem[]) => Figures,
): Validated => {
  const problems: Problem[] = [];
  const read = <Row>(name: keyof OtherTexts, readRow: (reader: RowReader) => Row): Row[] =>
    readRows(texts[name], COLUMNS[name], problems, readRow);
  const idsOf = (name: keyof OtherTexts, column: string): Set<string> =>
    new Set(texts[name].rows.map((row) => row.cells[column] ?? ""));

  const today = dayOfVersion(version);
  if (today === undefined) {
    problems.push({
      file: "record.json",
      line: 1,
      sentence: `version is "${version}": write the day of the data as YYYY-MM-DD, with .2 for a second release of that day.`,
    });
  }
  // A row that names a faulty miner, metric or source is not itself at fault: names come from the texts.
  const tickers = idsOf("miners", "ticker");
  const sourceIds = idsOf("sources", "id");
  const seriesIds = idsOf("series", "id");
  const used = new Set([...sourcesOfFigures, ...[texts.events, texts.market, texts.aggregate].flatMap(sourcesOf)]);

  const miners = read("miners", readMiner(tickers));
  const metrics = read("metrics", readMetric());
  const sources = read("sources", readSource(used));
  const metricsById = new Map(metrics.map((metric) => [metric.id, metric]));
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const metricIds = idsOf("metrics", "id");
  const known: KnownNames = {
    miners: tickers,
    metrics: { get: (id: string) => metricsById.get(id), has: (id: string) => metricIds.has(id) },
    sources: sourceIds,
    confidence: (source, note) => confidenceOf(sourcesById.get(source), note),
    today: today ?? Infinity,
  };
  return {
    tables: {
      version,
      miners,
      metrics,
      sources,
      ...readFigures(known, problems),
      events: read("events", readEvent(tickers, sourcesById, sourceIds)),
      market: read("market", readMarketPoint(seriesIds, sourceIds)),
      series: read("series", readSeries()),
      aggregate: read("aggregate", readAggregate(sourceIds)),
    },
    problems,
  };
};

const sourcesOf = (table: TextTable): string[] => table.rows.map((row) => row.cells["source"] ?? "");
