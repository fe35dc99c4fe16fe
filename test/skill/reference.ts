// BACKTESTSKILL once more, written to be read: whatever is said at a start is said under a record from which every later
// line was removed, so that nothing can leak; only the outcomes come from the whole record.
import { isoOf, monthEnd, partsOf, type Day } from "../../src/common/days";
import { latestDay, record } from "../../src/functions";
import { runOf } from "../../src/functions/scenarios/run";
import { valueAt } from "../../src/model/scenario/rows";
import { scenario } from "../../src/model/scenario/scenario";
import { Known, referenceEstimate } from "../estimate/reference";
import { recordAt, withRecord } from "../functions/record-as-of";
import { hashprice } from "../model/reference-parts";

export type Column = "holdings" | "price" | "difficulty" | "hashrate" | "hashprice";
type Three = readonly [model: number, persistence: number, runRate: number];

const later = (day: Day, months: number): Day => monthEnd(partsOf(day).year, partsOf(day).month + months);

/** The newest point of a series at or before a day, straight from the lines. */
const point = (series: string, day: Day): { day: Day; value: number } | undefined =>
  record().tables.market.filter((one) => one.series === series && one.day <= day).sort((a, b) => a.day - b.day).at(-1); // prettier-ignore

const outcomeOf = (series: string, day: Day): number | undefined => {
  const found = point(series, day);
  const from = series === "difficulty" ? later(day, -1) + 1 : day;
  return found && found.day >= from ? found.value : undefined;
};

const fees = 3.6 / 144;
const rewardOn = (day: Day): number => (point("subsidy", day)?.value ?? NaN) + fees;

/** What is known now of the miners' coins on a day, if counted on just that day. */
const countsOn = (tickers: readonly string[], day: Day): Map<string, number> =>
  new Map(
    tickers.flatMap((ticker) => {
      const count = new Known(record(), ticker, day, Infinity).newest("holdings_btc", day);
      return count?.day === day ? [[ticker, count.btc] as const] : [];
    }),
  );

const runRateOf = (known: Known, start: Day, end: Day): number => {
  const newest = known.newest("holdings_btc", start);
  if (!newest) throw new Error("A member has a count.");
  const days = [...known.byDay("holdings_btc").keys()];
  const oldest = Math.min(...days);
  const before = known.newest("holdings_btc", newest.day - 365) ?? (oldest <= newest.day - 80 ? known.newest("holdings_btc", oldest) : undefined); // prettier-ignore
  const rate = before ? (newest.btc - before.btc) / (newest.day - before.day) : 0;
  return Math.max(0, newest.btc + rate * (end - start));
};

interface Trial {
  readonly start: Day;
  readonly end: Day;
  readonly outcome: number;
  readonly said: Three;
  readonly width?: number;
}

const trialAt = (preset: string, column: Column, horizon: number, start: Day): Trial | undefined => {
  const end = later(start, horizon);
  const whole = record();
  const price = outcomeOf("price", end);
  const difficulty = outcomeOf("difficulty", end);
  // On the record's first day nothing was published yet, and no scenario starts before the first count.
  const then = recordAt(start, whole);
  return withRecord(then.firstReport <= start ? then : whole, (): Trial | undefined => {
    const run = runOf([["preset", preset], ["start", isoOf(start)]].map(([name = "", value = ""]) => ({ name, value, where: "" }))); // prettier-ignore
    const path = scenario(run.inputs, [start, end]);
    const [now, before] = [(series: string) => point(series, start)?.value, (series: string) => point(series, later(start, -12))?.value]; // prettier-ignore
    const moved = (series: string): number => (now(series) ?? NaN) * ((now(series) ?? NaN) / (before(series) ?? NaN)) ** (horizon / 12); // prettier-ignore
    if (column === "hashprice") {
      if (price === undefined || difficulty === undefined) return undefined;
      const of = (usd = NaN, hard = NaN): number =>
        hashprice(
          hard,
          withRecord(whole, () => rewardOn(end)),
          usd,
        );
      const said = [valueAt(path, column, 1) ?? NaN, of(now("price"), now("difficulty")), of(moved("price"), moved("difficulty"))] as const; // prettier-ignore
      return { start, end, outcome: of(price, difficulty), said };
    }
    if (column !== "holdings") {
      const outcome = withRecord(whole, () => outcomeOf(column, end));
      if (outcome === undefined) return undefined;
      return { start, end, outcome, said: [valueAt(path, column, 1) ?? NaN, now(column) ?? NaN, moved(column)] };
    }
    const members = new Map(
      run.inputs.miners.flatMap(({ ticker = "" }) => {
        const known = new Known(record(), ticker, start, start);
        const count = known.newest("holdings_btc", start);
        return count ? [[ticker, { known, btc: count.btc }] as const] : [];
      }),
    );
    const outcomes = withRecord(whole, () => countsOn([...members.keys()], end));
    let [all, held, outcome, model, rate, squares] = [0, 0, 0, 0, 0, 0];
    for (const [ticker, { known, btc }] of members) {
      all += btc;
      const found = outcomes.get(ticker);
      if (found === undefined) continue;
      held += btc;
      outcome += found;
      model += path.coins.get(ticker)?.[1] ?? NaN;
      rate += runRateOf(known, start, end);
      squares += (referenceEstimate(record(), ticker, start, start)?.widthAt(end) ?? 0) ** 2;
    }
    if (outcomes.size === 0 || held < all / 2) return undefined;
    return { start, end, outcome, said: [model, held, rate], width: Math.sqrt(squares) };
  });
};

const error = (said: number, outcome: number): number => (said + outcome === 0 ? 0 : (2 * (said - outcome)) / (said + outcome)); // prettier-ignore
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Starts, windows, three errors, skill, margin, bias; then the shares inside the estimate's bands. */
export const referenceSkill = (preset: string, column: Column, horizon: number): (number | "")[] => {
  const trials: Trial[] = [];
  for (let start = later(record().firstReport - 1, 0); later(start, horizon) <= latestDay(); start = later(start, 1)) {
    const trial = start < record().firstReport ? undefined : trialAt(preset, column, horizon, start);
    if (trial) trials.push(trial);
  }
  const errors = [0, 1, 2].map((which) => trials.map(({ said, outcome }) => error(said[which] ?? NaN, outcome)));
  const [model = [], persistence = [], runRate = []] = errors.map((each) => each.map(Math.abs));
  const theta = mean(model) / mean(persistence);

  const taken: Trial[] = [];
  for (const trial of trials) if (trial.start >= (taken.at(-1)?.end ?? -Infinity)) taken.push(trial);

  const z = model.map((one, t) => one - theta * (persistence[t] ?? NaN));
  const month = (at: number): number => partsOf(trials[at]?.start ?? 0).year * 12 + partsOf(trials[at]?.start ?? 0).month; // prettier-ignore
  let v = z.reduce((sum, one) => sum + one * one, 0);
  for (let lag = 1; lag < horizon; lag++) {
    for (let t = 0; t < z.length; t++)
      for (let u = 0; u < t; u++)
        if (month(t) - month(u) === lag) v += 2 * (1 - lag / horizon) * (z[t] ?? NaN) * (z[u] ?? NaN);
  }
  const [w, q, n] = [taken.length, 1.959963984540054, taken.length - 1];
  const student = q + (q ** 3 + q) / (4 * n) + (5 * q ** 5 + 16 * q ** 3 + 3 * q) / (96 * n ** 2) + (3 * q ** 7 + 19 * q ** 5 + 17 * q ** 3 - 15 * q) / (384 * n ** 3); // prettier-ignore
  const margin = w < 4 ? "" : (student * Math.sqrt((Math.max(0, v) * w) / n)) / (mean(persistence) * trials.length);
  const inside = (kappa: number): number | "" =>
    column !== "holdings" || preset !== "pace"
      ? ""
      : mean(trials.map(({ said, outcome, width = NaN }) => (Math.abs(outcome - said[0]) <= kappa * width ? 1 : 0)));
  return [trials.length, w, mean(model), mean(persistence), mean(runRate), 1 - theta, margin, mean(errors[0] ?? []), inside(0.02), inside(0.1)]; // prettier-ignore
};
