// MINERFLOW: a roll-forward of coins that shows what does not add up.
import { isoOf, monthEnd, partsOf, type Day } from "../../common/days";
import type { Stretch } from "../../data/lengths";
import { rollForward } from "../../data/rollforward";
import { membersAt, miners, tickerOf } from "../baskets";
import { attempt, CellError, unlessAllFailed, type Cell } from "../cells";
import { questionsOf, spilling } from "../define";
import { lastDayOf, spanAsked, yearEndOfAll } from "../fiscal";
import { BTC, date as dateCell, rich } from "../formats";
import { propertiesOf } from "../holdings";
import { date, optional, type AskedDate } from "../parameters";
import { latestDay, record } from "../session";
import { headers } from "./common";

const COLUMNS = ["Miner", "From", "Opening", "Mined", "Bought", "Sold", "Other", "Closing", "To"];

const start = optional(
  date({
    name: "start",
    description: 'Day of the opening count (a month\'s end), the first day that counts, or a whole period ("FY2025").',
    default: "the end of the company's fiscal year before",
  }),
  undefined,
);
const end = optional(
  date({ name: "end", description: "Day of the closing count.", default: "end of the period, or the newest report" }),
  undefined,
);

const isMonthEnd = (day: Day): boolean => {
  const { year, month } = partsOf(day);
  return monthEnd(year, month) === day;
};

/** First and last day of the flows. A start on a month's end is the day of the opening count itself. */
const stretchOf = (miner: number, from: AskedDate | undefined, to: AskedDate | undefined): Stretch => {
  const yearEnd = yearEndOfAll([miner]);
  const span = from && spanAsked(from, yearEnd);
  const end = to ? lastDayOf(to, yearEnd) : (span?.end ?? newestCount(miner));
  if (!from) return { start: yearStart(end, yearEnd), end };
  if (span) return { start: span.start, end };
  return { start: isMonthEnd(from.day) ? from.day + 1 : from.day, end };
};

/** First day of the fiscal year that a day lies in. */
const yearStart = (day: Day, yearEnd: number): Day => {
  const { year, month } = partsOf(day);
  return monthEnd(month > yearEnd ? year : year - 1, yearEnd) + 1;
};

const newestCount = (miner: number): Day => {
  const row = record().asOf(miner, record().metricIndex("holdings_btc"), latestDay());
  return row < 0 ? latestDay() : record().periodEnd(row);
};

/** No amount is finer than a satoshi: what lies below is the rounding of sums. */
const toSatoshi = (btc: number): number => Math.round(btc * 1e8) / 1e8 + 0;

const rowOf = (miner: number, from: AskedDate | undefined, to: AskedDate | undefined): Cell[] => {
  const { start: first, end: last } = stretchOf(miner, from, to);
  if (first > last) throw new CellError("#VALUE!", `start lies after end (${isoOf(last)}): move one of them.`);
  const roll = rollForward(record(), miner, first, last);
  const count = (row: number, day: Day): Cell =>
    row < 0 ? "" : rich(record().value(row), BTC, () => propertiesOf(row, day));
  const flow = (figure: { value: number; status: string } | undefined): Cell =>
    figure ? rich(figure.value, BTC, () => ({ Status: figure.status })) : "";
  return [
    tickerOf(miner),
    roll.opening < 0 ? "" : dateCell(record().periodEnd(roll.opening)),
    count(roll.opening, first - 1),
    flow(roll.mined),
    flow(roll.bought),
    flow(roll.sold),
    roll.other === undefined ? "" : rich(toSatoshi(roll.other), BTC),
    count(roll.closing, last),
    roll.closing < 0 ? "" : dateCell(record().periodEnd(roll.closing)),
  ];
};

export const MINERFLOW = spilling(
  {
    id: "MINERFLOW",
    group: "record",
    summary: "Roll-forward of coins: opening, mined, bought, sold, other, closing, one row a miner.",
    details:
      "Opening + mined + bought - sold + other = closing. Other is what the reported flows leave unexplained: it is blank unless both counts fall on exactly these days. A flow that was not reported is blank, never zero, and is then part of other. A flow not reported for exactly that period is built from shorter reports, or from a longer one less the rest, never across a gap. A fiscal year is each company's own.",
    result: "One row a miner, nine columns.",
    errors: [{ code: "#VALUE!", when: "unknown miner, an invalid date, start after end" }],
    examples: [
      { formula: '=MINERFLOW("MARA","FY2025")', shows: "Miner", says: "MARA's coins through 2025." },
      { formula: '=MINERFLOW({"CLSK";"RIOT"},"2024-12-31","2025-12-31")', shows: "Miner", says: "Two miners." },
    ],
  },
  [questionsOf(miners()), start, end, headers],
  (asked, from, to, withHeaders) => {
    const members = asked.flatMap((one): readonly (number | CellError)[] =>
      one instanceof CellError ? [one] : membersAt(one, to?.day ?? latestDay()),
    );
    const found = [...new Set(members)].map((one) =>
      one instanceof CellError ? one : attempt(() => rowOf(one, from, to)),
    );
    const rows = unlessAllFailed(found).map((row) =>
      row instanceof CellError ? COLUMNS.map((_, column) => (column === 0 ? row : "")) : row,
    );
    return withHeaders ? [COLUMNS, ...rows] : rows;
  },
);
