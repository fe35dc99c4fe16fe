// The trials of a backtest over many starts: a scenario from each month end with what was known then, two rivals without
// a model, and what came out.
import { exp, log } from "../../model/numerics/exact";
import { monthEnd, partsOf, serialOf, type Day } from "../../common/days";
import { HOLDINGS } from "../../data/record";
import type { ColumnName } from "../../model/scenario/columns";
import { valueAt, type ScenarioPath } from "../../model/scenario/rows";
import { scenario } from "../../model/scenario/scenario";
import type { Trial } from "../../model/skill/measures";
import { record } from "../session";
import { insideHoldings, insidePrice, type Inside } from "./bands";
import { countedAtStart, countOf, exactly, hashpriceOn, inMonth } from "./outcomes";
import { modelled, withValues, type Run } from "./run";

/** Trials by column and horizon. */
export type Trials = ReadonlyMap<string, readonly Trial[]>;
export const trialsKey = (column: ColumnName, months: number): string => `${column} ${months}`;

/** A start, an outcome's day and the path that the model took between them, all horizons in one. */
interface Case {
  readonly run: Run;
  readonly start: Day;
  readonly end: Day;
  readonly horizon: number;
  readonly path: ScenarioPath;
  /** The path's row of the outcome's day. */
  readonly row: number;
}

type Said = Pick<Trial, "outcome" | "model" | "persistence" | "runRate"> & Partial<Inside>;

const monthsAfter = (day: Day, months: number): Day => {
  const { year, month } = partsOf(day);
  return monthEnd(year, month + months);
};

/** Month ends from the first at or after a day to another. */
export const monthEnds = (from: Day, to: Day): Day[] => {
  const { year, month } = partsOf(from);
  const days: Day[] = [];
  for (let at = month; monthEnd(year, at) <= to; at++) days.push(monthEnd(year, at));
  return days;
};

const known = (series: string, day: Day): number | undefined => record().market(series, day)?.value;

/** The figure of the start carried on as it moved in the twelve months before. */
const onwards = (series: string, { start, horizon }: Case): number | undefined => {
  const [now, before] = [known(series, start), known(series, monthsAfter(start, -12))];
  return now === undefined || before === undefined ? now : now * exp(log(now / before) * (horizon / 12));
};

const ofMarket = (column: "price" | "hashrate" | "difficulty", one: Case): Said | undefined => {
  const outcome = column === "difficulty" ? inMonth(column, one.end) : exactly(column, one.end);
  const persistence = known(column, one.start) ?? (column === "hashrate" ? one.run.inputs.hashrateEhs : undefined);
  if (outcome === undefined || persistence === undefined) return undefined;
  const model = valueAt(one.path, column, one.row) ?? NaN;
  return {
    outcome,
    model,
    persistence,
    runRate: onwards(column, one) ?? persistence,
    ...(column === "price" ? insidePrice(one.run, one.end - one.start, model, outcome) : {}),
  };
};

const ofHashprice = (one: Case): Said | undefined => {
  const { run, start, end } = one;
  const outcome = hashpriceOn(run, end, exactly("price", end), inMonth("difficulty", end));
  const persistence = hashpriceOn(run, end, known("price", start), known("difficulty", start));
  const runRate = hashpriceOn(run, end, onwards("price", one), onwards("difficulty", one));
  if (outcome === undefined || persistence === undefined || runRate === undefined) return undefined;
  return { outcome, model: valueAt(one.path, "hashprice", one.row) ?? NaN, persistence, runRate };
};

/** Days between two counts that tell a rate; the shorter where no count is older. */
const YEAR = 365;
const LEAST_DAYS = 80;

/** A miner's newest count, moved on at the rate between its counts a year apart. */
const countOnwards = (ticker: string, start: Day, end: Day): number => {
  const newest = countOf(ticker, start, start);
  const [day, btc] = [record().periodEnd(newest), record().value(newest)];
  const yearBefore = countOf(ticker, day - YEAR, start);
  const before = yearBefore >= 0 ? yearBefore : oldestCount(ticker, day - LEAST_DAYS, start);
  if (before < 0) return btc;
  const rate = (btc - record().value(before)) / (day - record().periodEnd(before));
  return Math.max(0, btc + rate * (end - start));
};

/** The oldest count known by a day, if it is not after another; -1 when it is. */
const oldestCount = (ticker: string, until: Day, knownBy: Day): number => {
  const rows = record().rows(record().minerIndex(ticker), record().metricIndex(HOLDINGS));
  for (let row = rows.start; row < rows.end; row++) {
    if (record().published(row) > knownBy) continue;
    const oldest = record().periodEnd(row);
    return oldest <= until ? countOf(ticker, oldest, knownBy) : -1;
  }
  return -1;
};

/** Over the miners with a count of exactly the outcome's day: nobody enters or leaves, no count is carried forward. */
const ofHoldings = ({ run, start, end, path, row }: Case): Said | undefined => {
  const held = (ticker: string): number => record().value(countOf(ticker, start, start));
  const members = countedAtStart(run);
  const kept = members.filter((ticker) => {
    const outcome = countOf(ticker, end);
    return outcome >= 0 && record().periodEnd(outcome) === end;
  });
  const sum = (tickers: readonly string[], of: (ticker: string) => number): number =>
    tickers.reduce((all, ticker) => all + of(ticker), 0);
  const persistence = sum(kept, held);
  if (kept.length === 0 || persistence < sum(members, held) / 2) return undefined;
  const outcome = sum(kept, (ticker) => record().value(countOf(ticker, end)));
  const model = sum(kept, (ticker) => path.coins.get(ticker)?.[row] ?? NaN);
  return {
    outcome,
    model,
    persistence,
    runRate: sum(kept, (ticker) => countOnwards(ticker, start, end)),
    ...insideHoldings(run, kept, end, model, outcome),
  };
};

const SAID: Partial<Record<ColumnName, (one: Case) => Said | undefined>> = {
  holdings: ofHoldings,
  price: (one) => ofMarket("price", one),
  hashrate: (one) => ofMarket("hashrate", one),
  difficulty: (one) => ofMarket("difficulty", one),
  hashprice: ofHashprice,
};

export const REPORTED_COLUMNS = Object.keys(SAID) as ColumnName[];

export interface Question {
  readonly run: Run;
  readonly starts: readonly Day[];
  readonly columns: readonly ColumnName[];
  readonly horizons: readonly number[];
  /** Outcomes after it are not known. */
  readonly until: Day;
}

export const trialsOf = ({ run: given, starts, columns, horizons, until }: Question): Trials => {
  const trials = new Map<string, Trial[]>();
  for (const start of starts) {
    const ahead = [...new Set(horizons)].sort((a, b) => a - b).filter((months) => monthsAfter(start, months) <= until);
    if (ahead.length === 0) continue;
    const run = withValues(given, { start: serialOf(start) });
    const path = modelled(() => scenario(run.inputs, [start, ...ahead.map((months) => monthsAfter(start, months))]));
    ahead.forEach((horizon, at) => {
      const end = monthsAfter(start, horizon);
      for (const column of columns) {
        const said = SAID[column]?.({ run, start, end, horizon, path, row: at + 1 });
        if (!said) continue;
        const key = trialsKey(column, horizon);
        const { year, month } = partsOf(start);
        trials.set(key, [
          ...(trials.get(key) ?? []),
          { month: year * 12 + month, startDay: start, outcomeDay: end, ...said },
        ]);
      }
    });
  }
  return trials;
};
