// The rows of MINERHISTORY: on which days, over which periods, and the figures of each.
import type { Day } from "../../common/days";
import { stretchTo } from "../../data/lengths";
import { startOf, type PeriodSpan } from "../../data/periods";
import { membersAt, type Basket } from "../baskets";
import { CellError } from "../cells";
import { SPANS, type Frequency } from "../dates";
import { figureOf, type Figure, type Figures } from "../figures";
import { yearEndOf } from "../fiscal";
import { record } from "../session";
import type { WantedPeriod } from "../spans";

/** Every period end that one of the miners reported by the day of knowledge, oldest first. */
export const reportedDays = (baskets: readonly Basket[], what: number, until: Day, known: Day): Day[] => {
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

/** What a row of the table asks for. */
export interface RowAsked {
  readonly day: Day;
  /** Of flows only: what the row stands for. */
  readonly spanOf: (basket: Basket) => PeriodSpan | undefined;
  readonly known: Day;
  /** Figures that end before it are not shown. */
  readonly since: Day;
}

export const NO_SPAN = (): undefined => undefined;

/** The period before each row; a company's year to date begins with its own fiscal year. */
export const spansAt = (end: Day, every: Frequency, length: WantedPeriod | undefined): RowAsked["spanOf"] => {
  if (length === "LTM" || length === "YTD") {
    return (basket) => ({ period: "year", ...stretchTo(length, end, yearEndOf(basket)) });
  }
  return every === "REPORTED" ? NO_SPAN : () => ({ period: SPANS[every], start: startOf(SPANS[every], end), end });
};

/** The figures of a basket at one row of the table; none where there is nothing to show. */
export const figuresAt = (basket: Basket, what: number, { day, spanOf, known, since }: RowAsked): Figures => {
  const figures: Figure[] = [];
  const without: number[] = [];
  const span = spanOf(basket);
  for (const miner of membersAt(basket, day, known)) {
    const date = span ? { day, span } : { day };
    const figure = figureOf(miner, what, { date, period: "REPORTED", knownBy: known });
    const isFresh = figure?.rows.every((row) => record().periodEnd(row) >= since);
    if (figure && isFresh) figures.push(figure);
    else without.push(miner);
  }
  return { metric: what, figures, without };
};

/** The frequency is the period: another one beside it is refused, but for those that overlap from row to row. */
export const checkPeriod = (length: WantedPeriod | undefined, every: Frequency): void => {
  if (length === undefined || length === "LTM" || length === "YTD" || length === every) return;
  throw new CellError(
    "#VALUE!",
    `period says ${length}, frequency ${every}: in a history the frequency is the period. Leave period out, or ask for LTM or YTD.`,
  );
};

/** Year ends are those of the company where all columns share them, else the calendar's. */
export const yearEndOfColumns = (baskets: readonly Basket[]): number => {
  const ends = new Set(baskets.map(yearEndOf));
  const [shared = 12] = ends;
  return ends.size === 1 ? shared : 12;
};
