// A figure as a cell: its number, and behind it the report, or the parts of what was put together.
import { isoOf, serialOf, type Day } from "../common/days";
import type { Metric } from "../data/rows";
import { tickerOf, type Basket } from "./baskets";
import type { Properties, RichNumber } from "./cells";
import { figuresOf, totalOf, type Figure, type Figures } from "./figures";
import { DATE, rich, spoken } from "./formats";
import { dayFor, inTime, ownRowsIn, propertiesOf } from "./holdings";
import { formatOf, metricAt } from "./metrics";
import { periodOf } from "./no-figure";
import { record } from "./session";
import type { Question } from "./spans";

const part = (row: number, metric: Metric): string => `${spoken(record().value(row))} ${metric.unit}, ${periodOf(row)}`;

/** A part of another metric (notes in a debt) is named by it. */
const labelOf = (row: number, metric: number): string => {
  const { ticker, metric: id } = record().observation(row);
  const own = record().metricIndex(id);
  return own === metric ? `${ticker} ${periodOf(row)}` : `${ticker} ${metricAt(own).name}`;
};

const NAMES: Readonly<Record<number, string>> = { 1: "month", 3: "quarter", 6: "half", 12: "year" };

/** "quarter to 2026-09-30", "2025-07-01 to 2026-06-30": what a figure runs over. */
const wordsOf = ({ rows, less, stretch }: Figure): string => {
  const [row = 0] = rows;
  if (rows.length === 0) return "as signed";
  if (!stretch || (rows.length === 1 && less.length === 0)) return periodOf(row);
  const months = Math.round((stretch.end + 1 - stretch.start) / 30.4);
  const name = NAMES[months];
  return name ? `${name} to ${isoOf(stretch.end)}` : `${isoOf(stretch.start)} to ${isoOf(stretch.end)}`;
};

const periodsOf = (figures: readonly Figure[]): string => {
  const periods = [...new Set(figures.map(wordsOf))];
  return periods.length === 1 ? (periods[0] ?? "") : "of each its own, see the parts";
};

const withoutOf = (without: readonly number[]): Properties =>
  without.length === 0 ? {} : { "Not told": without.map((miner) => tickerOf(miner)).join(", ") };

/** What stands behind figures: the report itself, or the parts of a sum. */
export const propertiesOfFigures = ({ metric, figures, without }: Figures, asked: Day): Properties => {
  const [only] = figures;
  const [row = 0] = only?.rows ?? [];
  if (only && figures.length === 1 && only.rows.length === 1 && only.less.length === 0 && !only.lacks) {
    return { ...propertiesOf(row, asked), Period: wordsOf(only), ...withoutOf(without) };
  }
  const rows = figures.flatMap((figure) => figure.rows);
  const less = figures.flatMap((figure) => figure.less);
  const ends = rows.map((each) => record().periodEnd(each));
  const about = metricAt(metric);
  const events = figures.flatMap((figure) => figure.events ?? []);
  const lacks = figures.flatMap((figure) => figure.lacks ?? []);
  return {
    Status: inTime(
      `${figures.length === 1 && only ? only.status : "summed"}${lacks.length > 0 ? ", at least" : ""}`,
      asked,
    ),
    Period: periodsOf(figures),
    Parts: rows.length + less.length + events.length,
    ...(lacks.length > 0 ? { "Not told of it": lacks.join(", ") } : {}),
    ...ownRowsIn([...rows, ...less]),
    ...(ends.length > 0 ? { "Oldest part": { value: serialOf(Math.min(...ends)), format: DATE } } : {}),
    ...withoutOf(without),
    ...Object.fromEntries(rows.map((each) => [labelOf(each, metric), part(each, about)])),
    ...Object.fromEntries(
      events.map((event) => [
        `${event.ticker} since ${event.dateText}, ${event.counterparty}`,
        `${spoken((about.unit === "MW" ? event.mwAdded : event.valueUsd) ?? 0)} ${about.unit}`,
      ]),
    ),
    ...Object.fromEntries(less.map((each) => [`less ${labelOf(each, metric)}`, part(each, about)])),
  };
};

export const figureCell = (basket: Basket, metric: number, question: Question): RichNumber => {
  const found = figuresOf(basket, metric, question);
  const provenance = () => propertiesOfFigures(found, dayFor(basket, question.date));
  return rich(totalOf(found.figures), formatOf(metricAt(metric)), provenance);
};
