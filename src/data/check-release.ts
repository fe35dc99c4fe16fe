// The rules of the record asked of an unpacked release: typed rows as they are, each with the types that JSON may get wrong.
import { dayOfVersion } from "../common/version";
import { wrongTypeIn, wrongTypeOfFigure, type OtherTable } from "./check-types";
import { figureRule, repeatedFigures, SAME_FIGURE } from "./figure-rules";
import { Place, repeats, type Problem, type Rule } from "./place";
import type { MinerRecord } from "./record";
import type { Observation } from "./rows";
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

/** Lines are those that the rows would have in a CSV file: the first row is in line 2. */
const FIRST_LINE = 2;

export const releaseProblems = (record: MinerRecord): readonly Problem[] => {
  const { tables } = record;
  const { miners, metrics, sources, reports, facts, events, market, series, aggregate } = tables;
  const problems: Problem[] = [];
  const today = dayOfVersion(tables.version);
  if (today === undefined) problems.push({ file: "version", line: 1, sentence: notAVersion(tables.version) });

  const check = <Row extends object>(table: OtherTable, rows: readonly Row[], rule: Rule<Row>): void => {
    const wrongType = wrongTypeIn(table);
    rows.forEach((row, index) => {
      const at = new Place(table, index + FIRST_LINE, problems);
      const wrong = wrongType(row);
      if (wrong === undefined) rule(row, at);
      else at.complain(wrong);
    });
  };
  const [tickers, sourceIds] = [new Set(miners.map(({ ticker }) => ticker)), new Set(sources.map(({ id }) => id))];
  const seriesIds = new Set(series.map(({ id }) => id));
  const used = new Set<string>();
  for (const rows of [reports, facts, events, market, aggregate]) for (const { source } of rows) used.add(source);
  for (const { source } of miners) if (source !== undefined) used.add(source);

  check("miners", miners, minerRule(tickers, sourceIds));
  check("metrics", metrics, metricRule());
  check("sources", sources, sourceRule(used));
  const rule = figureRule({
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    today: today ?? Infinity,
    miners,
  });
  for (const [file, rows] of Object.entries({ reports, facts })) checkFigures(file, rows, rule, problems);
  problems.push(...problemsOfRepeats(record));
  check("events", events, eventRule(tickers, sourceIds));
  check("market", market, marketRule(seriesIds, sourceIds));
  check("series", series, seriesRule());
  check("aggregate", aggregate, aggregateRule(sourceIds));
  return problems;
};

const checkFigures = (
  file: string,
  rows: readonly Observation[],
  rule: Rule<Observation>,
  problems: Problem[],
): void => {
  const at = new Place(file, FIRST_LINE - 1, problems);
  rows.forEach((row) => {
    at.line++;
    const wrong = wrongTypeOfFigure(row);
    if (wrong === undefined) rule(row, at);
    else at.complain(wrong);
  });
};

const problemsOfRepeats = (record: MinerRecord): Problem[] => {
  const { reports, facts } = record.tables;
  const placeOf = (at: number): Pick<Problem, "file" | "line"> =>
    at < reports.length
      ? { file: "reports", line: at + FIRST_LINE }
      : { file: "facts", line: at - reports.length + FIRST_LINE };
  return repeatedFigures(record).map(([one, other]): Problem => {
    const rows = [...reports, ...facts];
    const [first = 0, second = 0] = [rows.indexOf(one), rows.indexOf(other)].sort((a, b) => a - b);
    const { file, line } = placeOf(first);
    return { ...placeOf(second), sentence: repeats(SAME_FIGURE, `${file}:${line}`) };
  });
};
