// BACKTEST: what a scenario said with what was known then, beside what was reported since.
import { isoOf, monthEnd, partsOf, serialOf, type Day } from "../../common/days";
import type { ColumnName } from "../../model/scenario/columns";
import { scenario } from "../../model/scenario/scenario";
import { valueAt } from "../../model/scenario/rows";
import { CellError, type Cell } from "../cells";
import { listOf, spilling } from "../define";
import { firstDayOf } from "../fiscal";
import { DATE, date as dateCell, rich } from "../formats";
import { propertiesOfSum, total } from "../holdings";
import { date, optional } from "../parameters";
import { headers } from "../record/common";
import { latestDay, record } from "../session";
import { countedAtStart, countOf, hashpriceOn, inMonth } from "./outcomes";
import { assumptions, provenance, column, FORMATS, modelled, withValues, type Run } from "./run";
import { newestMarketDay } from "./starting";

/** The day of the article that named the overhang (NewsBTC, 2026-03-14). */
const FIRST_CASE = "2026-03-14";

const start = optional(
  date({ name: "start", description: "First day; only what was known then is used.", default: FIRST_CASE }),
  undefined,
);

/** Month ends after the start for which the record has something to show. */
const daysAfter = (from: Day, until: Day): Day[] => {
  const { year, month } = partsOf(from);
  const days: Day[] = [];
  for (let at = month; ; at++) {
    const day = monthEnd(year, at);
    if (day > until) return days;
    if (day > from) days.push(day);
  }
};

type Reported = (run: Run, day: Day) => Cell;
const plain = (name: ColumnName, value: number | undefined): Cell =>
  value === undefined ? "" : rich(value, FORMATS[name] ?? "General");

/** Difficulty holds until the next retarget; a month without one in the record is not known. */
const REPORTED: Partial<Record<ColumnName, Reported>> = {
  holdings: (run, day) => {
    const held = countedAtStart(run).flatMap((ticker) => {
      const row = countOf(ticker, day);
      return row < 0 ? [] : [{ miner: record().minerIndex(ticker), row, btc: record().value(row) }];
    });
    if (held.length === 0) return "";
    return rich(total(held), FORMATS.holdings ?? "", () => propertiesOfSum(held, day));
  },
  price: (_, day) => plain("price", inMonth("price", day)),
  hashrate: (_, day) => plain("hashrate", inMonth("hashrate", day)),
  difficulty: (_, day) => plain("difficulty", inMonth("difficulty", day)),
  hashprice: (run, day) => plain("hashprice", hashpriceOn(run, day, inMonth("price", day), inMonth("difficulty", day))),
};

const testable = Object.keys(REPORTED) as ColumnName[];

const reportedOf = (name: ColumnName): Reported => {
  const found = REPORTED[name];
  if (found) return found;
  throw new CellError("#VALUE!", `Nobody reports ${name} for all miners: a backtest shows ${testable.join(", ")}.`);
};

export const BACKTEST = spilling(
  {
    id: "BACKTEST",
    group: "scenarios",
    summary: "A scenario started on a past day from what was published by then, beside what has been reported since.",
    details:
      "Rows are the month ends since the start. Said is the scenario's value on that day. Reported is what the record shows now: the newest count at or before the day of each of the scenario's miners that had one at the start (no miner enters in between), the month-end close, the month's hashrate. A blank means that nothing was reported for that month. Error is said divided by reported, less one.",
    result: "One row a month end: date, then said, reported and error of each column.",
    errors: [
      { code: "#VALUE!", when: "a column that nobody reports, assumptions that do not fit" },
      { code: "#N/A", when: "no month end lies between the start and the newest of the record" },
    ],
    examples: [
      {
        formula: '=BACKTEST("thesis","2026-03-14","holdings")',
        shows: "Date",
        says: "The first case: treasuries since the article.",
      },
      {
        formula: '=BACKTEST("hold","2025-06-30",{"price","hashprice"})',
        shows: "Date",
        says: "Price and hashprice a year on.",
      },
    ],
  },
  [assumptions(), start, listOf(column(), ["holdings", "price"] as ColumnName[]), headers],
  (given, from, columns, withHeaders) => {
    const named = given.rows.some((row) => row.name === "start");
    const run = from || !named ? withValues(given, { start: from ? serialOf(firstDayOf(from)) : FIRST_CASE }) : given;
    const first = run.inputs.startDay;
    const scenarioEnd = run.path().days.at(-1) ?? first;
    const until = Math.min(scenarioEnd, latestDay(), Math.max(newestMarketDay(), record().newestReport));
    const days = daysAfter(first, until);
    if (days.length === 0) {
      throw new CellError(
        "#N/A",
        `No month end lies between ${isoOf(first)} and ${isoOf(until)}, the newest of the record.`,
      );
    }
    const reported = columns.map((name) => ({ name, of: reportedOf(name) }));
    const path = modelled(() => scenario(run.inputs, [first, ...days]));
    const rows = days.map((day, at): Cell[] => [
      dateCell(day),
      ...reported.flatMap(({ name, of }): Cell[] => {
        const said = valueAt(path, name, at + 1) ?? NaN;
        const real = of(run, day);
        const value = typeof real === "object" && "value" in real ? real.value : 0;
        return [
          rich(said, FORMATS[name] ?? DATE, () => provenance(run)),
          real,
          value > 0 ? rich(said / value - 1, "0.0%") : "",
        ];
      }),
    ]);
    const heads = reported.flatMap(({ name }) => [`${name} said`, `${name} reported`, `${name} error`]);
    return withHeaders ? [["Date", ...heads], ...rows] : rows;
  },
);
