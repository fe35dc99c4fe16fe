// Any reported figure of a miner, a list or a group: which rows answer a question, their sum, and what stands behind it.
import { isoOf, serialOf, type Day } from "../common/days";
import { sumOf } from "../common/sum";
import { overPeriod } from "../data/flows";
import { fiscalYear, type PeriodSpan } from "../data/periods";
import type { Metric } from "../data/rows";
import type { Period } from "../data/schema";
import { membersAt, tickerOf, type Basket } from "./baskets";
import { CellError, type Properties, type RichNumber } from "./cells";
import { DATE, rich, spoken } from "./formats";
import { dayFor, propertiesOf } from "./holdings";
import { addsUp, formatOf, metricAt } from "./metrics";
import type { AskedDate } from "./parameters";
import { latestDay, record } from "./session";

export interface Figure {
  readonly miner: number;
  readonly value: number;
  /** One row as reported, or the parts of a sum. */
  readonly rows: readonly number[];
}

/** A day for stocks, a period for flows: what a date argument means for one miner. */
interface Asked {
  readonly day: Day;
  readonly span: PeriodSpan | undefined;
}

const askedFor = (miner: number, asked: AskedDate | undefined): Asked => {
  if (!asked) return { day: latestDay(), span: undefined };
  if (asked.fiscal === undefined) return { day: asked.day, span: asked.span };
  const span = fiscalYear(asked.fiscal, record().miners[miner]?.fiscalYearEnd ?? 12);
  return { day: span.end, span };
};

/** With a plain day, a flow is the newest that ended by then; of several that end together the quarter is shown. */
const PREFERRED: readonly Period[] = ["quarter", "month", "half", "nine_months", "year", "instant"];

const newestFlow = (miner: number, metric: number, day: Day, knownBy: Day): number => {
  const newest = record().asOf(miner, metric, day, knownBy);
  if (newest < 0) return -1;
  const end = record().periodEnd(newest);
  for (const period of PREFERRED) {
    const row = record().inPeriod(miner, metric, period, end, knownBy);
    if (row >= 0) return row;
  }
  return newest;
};

/** A rate told on a day inside the period (a rent per megawatt, say) speaks for the period too. */
const toldWithin = (miner: number, metric: number, span: PeriodSpan, knownBy: Day): Figure | undefined => {
  const row = record().asOf(miner, metric, span.end, knownBy);
  if (row < 0 || record().periodEnd(row) < span.start || record().observation(row).period !== "instant")
    return undefined;
  return { miner, value: record().value(row), rows: [row] };
};

/** The figure of one miner, or undefined when nothing was reported. */
export const figureOf = (
  miner: number,
  metric: number,
  date: AskedDate | undefined,
  knownBy: Day = Infinity,
): Figure | undefined => {
  const { day, span } = askedFor(miner, date);
  const about = metricAt(metric);
  if (about.kind !== "stock" && span) {
    const exact = record().inPeriod(miner, metric, span.period, span.end, knownBy);
    if (exact >= 0) return { miner, value: record().value(exact), rows: [exact] };
    const over = overPeriod(record(), miner, metric, span.start, span.end, knownBy);
    return over ? { miner, value: over.value, rows: over.parts } : toldWithin(miner, metric, span, knownBy);
  }
  const row =
    about.kind === "stock" ? record().asOf(miner, metric, day, knownBy) : newestFlow(miner, metric, day, knownBy);
  return row < 0 ? undefined : { miner, value: record().value(row), rows: [row] };
};

const periodOf = (row: number): string => {
  const { period, periodEnd } = record().observation(row);
  return period === "instant" ? isoOf(periodEnd) : `${period.replace("_", " ")} to ${isoOf(periodEnd)}`;
};

/** What the miner did report of the metric, for the sentence of an #N/A. */
const whatThereIs = (miner: number, metric: number, knownBy: Day): string => {
  const { start, end } = record().rows(miner, metric);
  const periods: string[] = [];
  for (let row = end - 1; row >= start && periods.length < 3; row--) {
    const period = periodOf(row);
    if (record().published(row) <= knownBy && !periods.includes(period)) periods.push(period);
  }
  if (periods.length === 0) return "The record has none.";
  return `The record has it for: ${periods.join(", ")}${end - start > 3 ? " …" : ""}.`;
};

export const noFigure = (
  miner: number,
  metric: number,
  date: AskedDate | undefined,
  knownBy: Day = Infinity,
): CellError => {
  const { day, span } = askedFor(miner, date);
  const when = span ? `${span.period.replace("_", " ")} to ${isoOf(span.end)}` : `day ${isoOf(day)} or before`;
  const known = knownBy === Infinity ? "" : `, published by ${isoOf(knownBy)}`;
  const id = metricAt(metric).id;
  return new CellError(
    "#N/A",
    `No ${id} of ${tickerOf(miner)} for the ${when}${known}. ${whatThereIs(miner, metric, knownBy)}`,
  );
};

/** Figures of a basket, one a miner. Members of a list must have one; of a group those that do. */
export const figuresOf = (
  basket: Basket,
  metric: number,
  date: AskedDate | undefined,
  knownBy: Day = Infinity,
): readonly Figure[] => {
  const about = metricAt(metric);
  if (basket.kind !== "single" && !addsUp(about)) {
    throw new CellError(
      "#VALUE!",
      `${about.id} (${about.unit}) of several miners does not add up: ask for one miner at a time.`,
    );
  }
  const found: Figure[] = [];
  for (const miner of membersAt(basket, date?.day ?? latestDay(), knownBy)) {
    const figure = figureOf(miner, metric, date, knownBy);
    if (figure) found.push(figure);
    else if (basket.kind !== "group") throw noFigure(miner, metric, date, knownBy);
  }
  if (found.length === 0)
    throw new CellError("#N/A", `No miner of ${basket.label} has a ${about.id} for that time in the record.`);
  return found;
};

export const totalOf = (figures: readonly Figure[]): number => sumOf(figures.map((figure) => figure.value));

const part = (row: number, metric: Metric): string => `${spoken(record().value(row))} ${metric.unit}, ${periodOf(row)}`;

/** What stands behind figures: the report itself, or the parts of a sum. */
export const propertiesOfFigures = (figures: readonly Figure[], asked: Day): Properties => {
  const [only] = figures;
  const [row] = only?.rows ?? [];
  if (figures.length === 1 && only?.rows.length === 1 && row !== undefined) {
    return { ...propertiesOf(row, asked), Period: periodOf(row) };
  }
  const rows = figures.flatMap((figure) => figure.rows);
  const ends = rows.map((each) => record().periodEnd(each));
  const about = metricAt(record().metricIndex(record().observation(rows[0] ?? 0).metric));
  return {
    Status: "summed",
    Parts: rows.length,
    "Oldest part": { value: serialOf(Math.min(...ends)), format: DATE },
    ...Object.fromEntries(
      rows.map((each) => [`${record().observation(each).ticker} ${periodOf(each)}`, part(each, about)]),
    ),
  };
};

export const figureCell = (basket: Basket, metric: number, date: AskedDate | undefined, knownBy?: Day): RichNumber => {
  const figures = figuresOf(basket, metric, date, knownBy);
  return rich(totalOf(figures), formatOf(metricAt(metric)), () => propertiesOfFigures(figures, dayFor(basket, date)));
};
