// MINERSOURCE: where a value comes from, as text in cells.
import { isoOf, serialOf, type Day } from "../../common/days";
import type { Reading } from "../../data/reading";
import type { MinerEvent } from "../../data/rows";
import { miners, type Basket } from "../baskets";
import { attempt, CellError, unlessAllFailed, type Cell } from "../cells";
import { questionsOf, spilling } from "../define";
import { figuresOf } from "../figures";
import { DATE, rich } from "../formats";
import { dayFor, statusOf } from "../holdings";
import { formatOf, metric, metricAt } from "../metrics";
import { optional } from "../parameters";
import { record } from "../session";
import { period } from "../spans";
import { onDate } from "./common";

const HOLDINGS = "holdings_btc";

interface Line {
  readonly value: number;
  readonly cells: readonly Cell[];
}

/** A row that was taken away has its value with a minus, so that the rows add up to the figure. */
const lineOf = (reading: Reading, metricIndex: number, asked: Day, isTakenAway = false): Line => ({
  value: isTakenAway ? -reading.value : reading.value,
  cells: [
    reading.source.title,
    reading.source.url,
    reading.publishedText.length === 10
      ? rich(serialOf(reading.published), DATE)
      : `${isoOf(reading.published)}, assumed from ${reading.publishedText === "" ? "the kind of report" : reading.publishedText}`,
    reading.confidence,
    reading.note,
    rich(serialOf(reading.periodEnd), DATE),
    isTakenAway ? `${statusOf(reading, asked)}, taken away` : statusOf(reading, asked),
    reading.ticker,
    rich(isTakenAway ? -reading.value : reading.value, formatOf(metricAt(metricIndex))),
  ],
});

/** What was signed since a report and added to it. */
const lineOfEvent = (event: MinerEvent, metricIndex: number): Line => {
  const about = metricAt(metricIndex);
  const value = (about.unit === "MW" ? event.mwAdded : event.valueUsd) ?? 0;
  const { title, url } = record().source(event.source);
  const day = rich(serialOf(event.day), DATE);
  const { confidence, summary, ticker } = event;
  return {
    value,
    cells: [title, url, day, confidence, summary, day, "signed since", ticker, rich(value, formatOf(about))],
  };
};

/** Below all values, across as many columns. */
const lineOfError = (error: CellError): Line => ({ value: -Infinity, cells: [error, ...Array<Cell>(8).fill("")] });

export const MINERSOURCE = spilling(
  {
    id: "MINERSOURCE",
    group: "record",
    summary: "Source of a value: title, link, day published, confidence, note, report date, status, miner and value.",
    details:
      "One row for each report that the value of MINERDATA (or MINERHOLDINGS) rests on, the largest first: a sum has several, and a row subtracted from a longer one has a minus. Published shows a day; where the source states none, it is text that says the day was assumed.",
    result: "Rows of nine columns: source, link, published, confidence, note, reported, status, miner, value.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or metric" },
      { code: "#N/A", when: "not reported for that time" },
    ],
    examples: [
      { formula: '=MINERSOURCE("MARA",,"2025-12-31")', shows: "", says: "The filing behind 53,822." },
      { formula: '=MINERSOURCE("WULF","produced_btc","FY2025")', shows: "", says: "Behind a flow." },
    ],
  },
  [questionsOf(miners()), optional(metric({ default: HOLDINGS }), undefined), onDate, period],
  (asked, what, on, length) => {
    const index = what ?? record().metricIndex(HOLDINGS);
    const linesOf = (basket: Basket): Line[] => {
      const line = (row: number, isTakenAway: boolean): Line =>
        lineOf(record().reading(row), index, dayFor(basket, on), isTakenAway);
      return figuresOf(basket, index, { date: on, period: length }).figures.flatMap(({ rows, less, events = [] }) => [
        ...rows.map((row) => line(row, false)),
        ...less.map((row) => line(row, true)),
        ...events.map((event) => lineOfEvent(event, index)),
      ]);
    };
    const found = asked.map((one) => (one instanceof CellError ? one : attempt(() => linesOf(one))));
    return unlessAllFailed(found)
      .flatMap((one): readonly Line[] => (one instanceof CellError ? [lineOfError(one)] : one))
      .sort((a, b) => b.value - a.value)
      .map((line) => line.cells);
  },
);
