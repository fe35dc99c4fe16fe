// MINERHISTORY: a metric over time, dates down and miners across, from one cell.
import { dayOf, partsOf, type Day } from "../../common/days";
import type { PeriodSpan } from "../../data/periods";
import { startOf } from "../../data/periods";
import { ALL, membersAt, miners, type Basket } from "../baskets";
import { attempt, CellError, unlessAllFailed, type Cell } from "../cells";
import { FREQUENCIES, periodEnds, SPANS, type Frequency } from "../dates";
import { questionsOf, spilling } from "../define";
import { figureOf, propertiesOfFigures, totalOf, type Figure } from "../figures";
import { date as dateCell, rich } from "../formats";
import { addsUp, formatOf, metric, metricAt } from "../metrics";
import type { Metric } from "../../data/rows";
import { choice, date, optional, type AskedDate } from "../parameters";
import { latestDay, record } from "../session";
import { headers, knownBy } from "./common";

const HOLDINGS = "holdings_btc";

const start = optional(
  date({ name: "start", description: "First day.", default: "the first report of these miners" }),
  undefined,
);
const end = optional(date({ name: "end", description: "Last day.", default: "the newest report" }), undefined);
const frequency = optional(
  choice(
    {
      name: "frequency",
      description: "M, Q, Y: month, quarter and year ends. REPORTED: just the dates that were reported.",
      default: "M",
    },
    FREQUENCIES,
  ),
  "M" as const,
);
const fill = optional(
  choice(
    {
      name: "fill",
      description: "PREVIOUS carries the last level forward; NONE leaves a gap where nothing was reported.",
      default: "PREVIOUS",
    },
    ["PREVIOUS", "NONE"],
  ),
  "PREVIOUS" as const,
);

/** Every period end that one of the miners reported by the day of knowledge, oldest first. */
const reportedDays = (baskets: readonly Basket[], what: number, until: Day, known: Day): Day[] => {
  const days = new Set<Day>();
  const everyone = new Set(baskets.flatMap((basket) => membersAt(basket, until, known)));
  for (const miner of everyone) {
    const { start: first, end: last } = record().rows(miner, what);
    for (let row = first; row < last; row++) {
      if (record().published(row) <= known) days.add(record().periodEnd(row));
    }
  }
  return [...days].sort((a, b) => a - b);
};

const spanAt = (end: Day, every: Frequency): PeriodSpan | undefined =>
  every === "REPORTED" ? undefined : { period: SPANS[every], start: startOf(SPANS[every], end), end };

/** The figures of a basket at one row of the table; empty where there is nothing to show. */
const figuresAt = (basket: Basket, what: number, asked: AskedDate, known: Day, since: Day): readonly Figure[] =>
  membersAt(basket, asked.day, known).flatMap((miner) => {
    const figure = figureOf(miner, what, asked, known);
    const fresh = figure?.rows.every((row) => record().periodEnd(row) >= since);
    return figure && fresh ? [figure] : [];
  });

/** A basket whose miners' figures make one column; several miners only where their figures add up. */
const summable = (basket: Basket, about: Metric): Basket => {
  if (basket.kind === "single" || addsUp(about)) return basket;
  throw new CellError("#VALUE!", `${about.id} of several miners does not add up: give each its own cell of a range.`);
};

export const MINERHISTORY = spilling(
  {
    id: "MINERHISTORY",
    group: "record",
    summary: "Table of a metric over time: dates down, miners across. From one cell, ready for a chart.",
    details:
      "A range of tickers gives one column each; a list in one text or a group gives their total. Levels are carried forward from the last report unless fill is NONE; what runs over time is shown only for periods that were reported, or whose parts all were. A cell with nothing to show is empty text, never zero.",
    result: "One row a date; the first column is the date.",
    errors: [
      { code: "#VALUE!", when: "unknown miner, metric or frequency; start after end" },
      { code: "#N/A", when: "nothing was reported in that time" },
    ],
    examples: [
      {
        formula: '=MINERHISTORY("ALL",,"2024-01-31","2026-06-30","M")',
        shows: "Date",
        says: "The aggregate of all miners by month.",
      },
      {
        formula: '=MINERHISTORY({"MARA","RIOT"},"produced_btc","2025-01-31","2025-12-31","Q")',
        shows: "Date",
        says: "Coins mined by quarter, two columns.",
      },
    ],
  },
  [
    questionsOf(miners({ default: "ALL" }), [ALL]),
    optional(metric({ default: HOLDINGS }), undefined),
    start,
    end,
    frequency,
    fill,
    headers,
    knownBy,
  ],
  (given, what, from, to, every, filling, withHeaders, known) => {
    const index = what ?? record().metricIndex(HOLDINGS);
    const about = metricAt(index);
    const asked = given.map((one) => (one instanceof CellError ? one : attempt(() => summable(one, about))));
    const columns = unlessAllFailed(asked);
    const baskets = columns.filter((column): column is Basket => !(column instanceof CellError));
    const knownDay = known?.day ?? Infinity;
    const reported = reportedDays(baskets, index, to?.day ?? latestDay(), knownDay);
    const first = from?.day ?? reported[0];
    const last = Math.min(to?.day ?? Infinity, to ? Infinity : (reported.at(-1) ?? -Infinity));
    if (first === undefined || reported.length === 0) {
      throw new CellError("#N/A", `The record has no ${about.id} of these miners for that time.`);
    }
    const days =
      every === "REPORTED"
        ? reported.filter((day) => day >= first && day <= last)
        : periodEnds(first, monthEndOf(last, to !== undefined), every);
    if (days.length === 0)
      throw new CellError("#N/A", `No ${about.id} of these miners was reported between start and end.`);
    const rows = days.map((day): Cell[] => {
      const span = about.kind === "stock" ? undefined : spanAt(day, every);
      const carried = span !== undefined || (filling === "PREVIOUS" && about.kind === "stock");
      const since = carried ? -Infinity : every === "REPORTED" ? day : startOf(SPANS[every], day);
      return [
        dateCell(day),
        ...columns.map((basket): Cell => {
          if (basket instanceof CellError) return basket;
          const figures = figuresAt(basket, index, span ? { day, span } : { day }, knownDay, since);
          if (figures.length === 0) return "";
          return rich(totalOf(figures), formatOf(about), () => propertiesOfFigures(figures, day));
        }),
      ];
    });
    const heads = columns.map((column) => (column instanceof CellError ? column : column.label));
    return withHeaders ? [["Date", ...heads], ...rows] : rows;
  },
);

/** Without an end of the user's own, the period of the newest report is shown whole. */
const monthEndOf = (day: Day, given: boolean): Day => {
  if (given) return day;
  const { year, month } = partsOf(day);
  return dayOf(year, month + 1, 1) - 1;
};
