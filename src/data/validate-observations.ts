// Reports and facts, the record's own or a user's: text rows in, sound observations and plain problems out.
import { figureRules, SAME_FIGURE, type FigureContext } from "./figure-rules";
import { noRepeats, readRows, type Problem, type RowReader, type TextTable } from "./row-reader";
import type { Metric, Observation } from "./rows";
import { BASES, PERIODS, SCOPES, type Confidence } from "./schema";

export interface KnownNames extends FigureContext {
  readonly miners: { has(ticker: string): boolean };
  readonly metrics: { get(id: string): Metric | undefined; has(id: string): boolean };
  readonly sources: { has(id: string): boolean };
  /** How near to the company a figure was read. */
  readonly confidence: (source: string, note: string, reader: RowReader) => Confidence;
}

/** Same figure from the same source twice; across files as well when the same test is handed to both. */
export const noRepeatedObservation = () => noRepeats(SAME_FIGURE);

export const validateObservations = (
  table: TextTable,
  known: KnownNames,
  problems: Problem[],
  columns: readonly string[],
  checkRepeat = noRepeatedObservation(),
): Observation[] => {
  const complain = figureRules(known);
  return readRows(table, columns, problems, (reader): Observation => {
    const source = reader.known("source", known.sources, "sources.csv");
    const note = reader.text("note");
    const observation: Observation = {
      ticker: reader.known("ticker", known.miners, "miners.csv"),
      metric: reader.known("metric", known.metrics, "metrics.csv"),
      period: reader.oneOf("period", PERIODS),
      periodEnd: reader.day("period_end"),
      value: reader.requiredNumber("value"),
      published: reader.text("published"),
      confidence: known.confidence(source, note, reader),
      source,
      scope: reader.oneOf("scope", SCOPES, "consolidated"),
      basis: reader.oneOf("basis", BASES, "stated"),
      note,
    };
    complain(observation, (sentence) => {
      reader.complain(sentence);
    });
    const { ticker, metric, period, periodEnd, scope } = observation;
    checkRepeat(reader, [ticker, metric, period, periodEnd, source, scope].join("|"));
    return observation;
  });
};
