// Reports and facts, the record's own or a user's: text rows in, sound observations and plain problems out.
import { isoOf, monthEnd, partsOf, type Day } from "./days";
import { noRepeats, readRows, type Problem, type RowReader, type TextTable } from "./problems";
import type { Metric, Observation } from "./rows";
import { BASES, COLUMNS, CONFIDENCES, PERIODS, SCOPES, type Period } from "./schema";

export interface KnownNames {
  readonly miners: { has(ticker: string): boolean };
  readonly metrics: { get(id: string): Metric | undefined; has(id: string): boolean };
  readonly sources: { has(id: string): boolean };
  /** Nothing reported can be of a later day. */
  readonly today: Day;
}

/** Same figure from the same source twice; across files as well when the same test is handed to both. */
export const noRepeatedObservation = () => noRepeats("miner, metric, period, period_end, source and scope");

export const validateObservations = (
  table: TextTable,
  known: KnownNames,
  problems: Problem[],
  checkRepeat = noRepeatedObservation(),
): Observation[] =>
  readRows(table, COLUMNS.reports, problems, (reader): Observation => {
    const observation: Observation = {
      ticker: reader.known("ticker", known.miners, "miners.csv"),
      metric: reader.known("metric", known.metrics, "metrics.csv"),
      period: reader.oneOf("period", PERIODS),
      periodEnd: reader.day("period_end"),
      value: reader.requiredNumber("value"),
      published: reader.text("published"),
      confidence: reader.oneOf("confidence", CONFIDENCES),
      source: reader.known("source", known.sources, "sources.csv"),
      scope: reader.oneOf("scope", SCOPES, "consolidated"),
      basis: reader.oneOf("basis", BASES, "stated"),
      note: reader.text("note"),
    };
    checkSign(reader, observation, known.metrics.get(observation.metric));
    checkDates(reader, observation, known.today);
    const { ticker, metric, period, periodEnd, source, scope } = observation;
    checkRepeat(reader, [ticker, metric, period, periodEnd, source, scope].join("|"));
    return observation;
  });

/** Coins, machines and megawatts are never negative, nor is a level of money; results and net costs may be. */
const checkSign = (reader: RowReader, { value }: Observation, metric: Metric | undefined): void => {
  if (!metric || value >= 0 || Number.isNaN(value)) return;
  const isMoney = metric.unit.startsWith("USD") || metric.unit === "CAD";
  if (isMoney && metric.kind !== "stock") return;
  reader.complain(`value is ${value}: ${metric.id} cannot be negative, correct the number or its metric.`);
};

const ENDS_WITH_MONTH: readonly Period[] = ["month", "quarter", "half", "nine_months", "year"];

const checkDates = (reader: RowReader, observation: Observation, today: Day): void => {
  const { period, periodEnd, published } = observation;
  const span = published === "" ? undefined : reader.span("published");
  if (Number.isNaN(periodEnd)) return;
  const { year, month } = partsOf(periodEnd);
  if (ENDS_WITH_MONTH.includes(period) && periodEnd !== monthEnd(year, month)) {
    reader.complain(`period_end is ${isoOf(periodEnd)}: a ${period} ends on the last day of a month.`);
  }
  if (span && span.first > today) reader.complain(`published is ${published}: that is after the record's own date.`);
  if (period === "guidance") return;
  if (periodEnd > today)
    reader.complain(`period_end is ${isoOf(periodEnd)}: only guidance may lie after the record's date.`);
  if (span && span.last < periodEnd) {
    reader.complain(
      `published is ${published}, before the period ended on ${isoOf(periodEnd)}: correct one of the two.`,
    );
  }
};
