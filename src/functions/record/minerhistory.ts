// MINERHISTORY: a metric over time, dates down and miners across, from one cell.
import { dayOf, partsOf, type Day } from "../../common/days";
import { startOf } from "../../data/periods";
import { ALL, miners, type Basket } from "../baskets";
import { attempt, CellError, unlessAllFailed, type Cell } from "../cells";
import { FREQUENCIES, periodEnds, SPANS } from "../dates";
import { questionsOf, spilling } from "../define";
import { propertiesOfFigures } from "../figure-cell";
import { totalOf } from "../figures";
import { firstDayOf, lastDayOf } from "../fiscal";
import { date as dateCell, rich } from "../formats";
import { addsUp, formatOf, metric, metricAt } from "../metrics";
import type { Metric } from "../../data/rows";
import { choice, date, optional } from "../parameters";
import { latestDay, record } from "../session";
import { period } from "../spans";
import { headers, knownBy } from "./common";
import { checkPeriod, figuresAt, NO_SPAN, reportedDays, spansAt, yearEndOfColumns } from "./history-rows";

const HOLDINGS = "holdings_btc";

const start = optional(
  date({
    name: "start",
    description: 'First day, or a period ("2023") whose first day it is.',
    default: "the first report of these miners",
  }),
  undefined,
);
const end = optional(
  date({ name: "end", description: "Last day, or a period whose last day it is.", default: "the newest report" }),
  undefined,
);
const frequency = optional(
  choice(
    {
      name: "frequency",
      description: "M, Q, Y: month, quarter and year ends. REPORTED: only dates with a report.",
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

/** A basket whose miners' figures make one column; several miners only where their figures add up. */
const summable = (basket: Basket, about: Metric): Basket => {
  if (basket.kind === "single" || addsUp(about)) return basket;
  throw new CellError("#VALUE!", `${about.id} of several miners does not add up: give each its own cell of a range.`);
};

export const MINERHISTORY = spilling(
  {
    id: "MINERHISTORY",
    group: "record",
    summary: "Table of a metric over time: dates down, miners across. One formula, ready for a chart.",
    details:
      "A range of tickers gives one column each; a list in one text or a group gives their total. Levels are carried forward from the last report unless fill is NONE; figures that run over time are shown only for periods that were reported or can be derived from reports. Year ends (Y) are the companies' own if all columns share them. period LTM or YTD gives the twelve months or the fiscal year to date before each row. A cell with nothing to show is empty text, never zero.",
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
      {
        formula: '=MINERHISTORY("CLSK","produced_btc","2025","2026Q3","Q",,,,"LTM")',
        shows: "Date",
        says: "Mined in the twelve months to each quarter's end.",
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
    period,
  ],
  (given, what, from, to, every, filling, withHeaders, known, length) => {
    checkPeriod(length, every);
    const index = what ?? record().metricIndex(HOLDINGS);
    const about = metricAt(index);
    const asked = given.map((one) => (one instanceof CellError ? one : attempt(() => summable(one, about))));
    const columns = unlessAllFailed(asked);
    const baskets = columns.filter((column): column is Basket => !(column instanceof CellError));
    const knownDay = known?.day ?? Infinity;
    const yearEnd = yearEndOfColumns(baskets);
    const end = to && lastDayOf(to, yearEnd);
    const reported = reportedDays(baskets, index, end ?? latestDay(), knownDay);
    const first = from ? firstDayOf(from, yearEnd) : reported[0];
    const last = end ?? reported.at(-1) ?? -Infinity;
    if (first === undefined || reported.length === 0) {
      throw new CellError("#N/A", `The record has no ${about.id} of these miners for that time.`);
    }
    const days =
      every === "REPORTED"
        ? reported.filter((day) => day >= first && day <= last)
        : periodEnds(first, monthEndOf(last, to !== undefined), every, yearEnd);
    if (days.length === 0)
      throw new CellError("#N/A", `No ${about.id} of these miners was reported between start and end.`);
    const rows = days.map((day): Cell[] => {
      const spanOf = about.kind === "stock" ? NO_SPAN : spansAt(day, every, length);
      const carried = spanOf !== NO_SPAN || (filling === "PREVIOUS" && about.kind === "stock");
      const since = carried ? -Infinity : every === "REPORTED" ? day : startOf(SPANS[every], day);
      return [
        dateCell(day),
        ...columns.map((basket): Cell => {
          if (basket instanceof CellError) return basket;
          const found = figuresAt(basket, index, { day, spanOf, known: knownDay, since });
          if (found.figures.length === 0) return "";
          return rich(totalOf(found.figures), formatOf(about), () => propertiesOfFigures(found, day));
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
