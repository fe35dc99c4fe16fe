// SCENARIOFAN: many paths of chance around a scenario, told as percentiles by month.
import { aggregatesOf, type Aggregates } from "../scenario/aggregates";
import { type Chance, chanceOf, fillOutside } from "./price-paths";
import { refusalOf } from "../scenario/check";
import { COHORT, Cohort } from "./cohort";
import { FlowImpact, PlannedImpact, RememberedImpact } from "./cohort-impact";
import { writeRow } from "./cohort-rows";
import { AT, COLUMN_COUNT, type ColumnName } from "../scenario/columns";
import { type Days, daysOf } from "../scenario/days";
import { HASHPRICE_SCALE } from "../economics/economics";
import { Engine } from "../scenario/engine";
import { oneMinusExp } from "../numerics/exact";
import { commonSaleShare } from "../scenario/excess";
import { calibrate, type Fleet, ordered } from "../scenario/fleet";
import type { Policy, ScenarioInputs } from "../scenario/inputs";
import { ExponentialMemory, FlowMemory, KnownMemory } from "../impact/impact-decay";
import { notesOf } from "../scenario/notes";
import { flowIsPlanned, plannedImpact, plannedSales } from "../scenario/plan";
import { accepts, type Range, SHARE, spokenRange } from "../scenario/ranges";
import { valueAt } from "../scenario/rows";
import { scenario } from "../scenario/scenario";
import { Samples } from "./samples";

export interface FanQuestion {
  readonly columns: readonly ColumnName[];
  /** Percentiles as shares 0..1. */
  readonly shares: readonly number[];
  readonly paths: number;
  readonly seed: number;
}

export interface Fan {
  readonly months: number;
  readonly days: readonly number[];
  /** By column as asked, by month, by percentile as asked. */
  readonly percentiles: readonly (readonly (readonly number[])[])[];
  readonly notes: readonly string[];
}

export const PATHS: Range = { min: 1, max: 20_000, integer: true };
export const DEFAULT_PATHS = 1000;
export const SEED: Range = { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true };

/** Columns that need each miner's cash. */
const NEEDS_CASH: ReadonlySet<ColumnName> = new Set(["unfunded", "ai_mw"]);

/** Policies whose sales end with each miner's own cash or coins. */
const NEEDS_EACH_MINER: ReadonlySet<Policy> = new Set(["funding", "pace"]);

/** Work that a cell may ask for, about two seconds of an office machine, in days of a path with all miners as one. */
const MOST_WORK = 20_000_000;
/** What each miner adds to a day of a path where they run one by one. */
const WORK_OF_A_MINER = 1 / 3;

/** All miners as one, where the question and the scenario allow it. */
const aggregatesFor = (
  inputs: ScenarioInputs,
  fleet: Fleet,
  columns: readonly ColumnName[],
): Aggregates | undefined => {
  const needsEachMiner =
    NEEDS_EACH_MINER.has(inputs.policy) ||
    commonSaleShare(inputs) === undefined ||
    columns.some((column) => NEEDS_CASH.has(column));
  return needsEachMiner ? undefined : aggregatesOf(fleet, inputs);
};

/** How many paths of a scenario a cell may ask for without keeping Excel waiting. */
export const mostPaths = (given: ScenarioInputs, columns: readonly ColumnName[]): number => {
  const inputs = ordered(given);
  const together = aggregatesFor(inputs, calibrate(inputs), columns);
  const perDay = together ? 1 : 1 + WORK_OF_A_MINER * inputs.miners.length;
  return Math.min(PATHS.max, Math.max(1, Math.floor(MOST_WORK / (daysOf(inputs).last * perDay))));
};

interface Prepared {
  readonly inputs: ScenarioInputs;
  readonly days: Days;
  readonly fleet: Fleet;
  readonly chance: Chance;
}

/** Every miner by itself, a path at a time. */
const runMinerByMiner = ({ inputs, days, fleet, chance }: Prepared, paths: number, samples: Samples): void => {
  const memory = flowIsPlanned(inputs)
    ? new KnownMemory(plannedImpact(inputs, days, plannedSales(inputs, days)))
    : inputs.impactModel === "flow"
      ? new FlowMemory(inputs)
      : new ExponentialMemory(inputs);
  const engine = new Engine(inputs, days, fleet);
  const table = new Float64Array((inputs.months + 1) * COLUMN_COUNT);
  const outsideUsd = new Float64Array(days.last + 1);
  for (let path = 0; path < paths; path++) {
    fillOutside(chance, path, outsideUsd);
    engine.run(outsideUsd, memory, table, 0);
    samples.columns.forEach((column, at) => {
      for (let month = 0; month <= inputs.months; month++) {
        samples.of(at, month)[path] = table[month * COLUMN_COUNT + AT[column]] ?? NaN;
      }
    });
  }
};

/** All miners as one, a cohort of paths at a time. */
const runTogether = (prepared: Prepared, aggregates: Aggregates, paths: number, samples: Samples): void => {
  const { inputs, days, fleet, chance } = prepared;
  const sales = plannedSales(inputs, days);
  const impact = flowIsPlanned(inputs)
    ? new PlannedImpact(plannedImpact(inputs, days, sales))
    : inputs.impactModel === "flow"
      ? new FlowImpact(inputs)
      : new RememberedImpact(inputs);
  const pace = inputs.switchDays > 0 ? oneMinusExp(1 / inputs.switchDays) : 1;
  const cohort = new Cohort(days, chance, aggregates, pace);
  const perUsd = days.rewardBtc.map((reward, day) => (HASHPRICE_SCALE * reward) / (days.costFactor[day] ?? 1));
  const soldBtc = runningSum(sales);
  const producedBefore = new Float64Array(COHORT);
  for (let from = 0; from < paths; from += COHORT) {
    cohort.restart(from, Math.min(COHORT, paths - from), inputs.difficulty, inputs.epochBlocks, inputs.epochDays);
    impact.restart();
    producedBefore.fill(0);
    for (let day = 0, month = 0; ; day++) {
      cohort.drawPrices(day);
      impact.price(day, cohort.outsideUsd, cohort.priceUsd, cohort.size);
      if (day > 0) cohort.switchMachines(perUsd[day] ?? 0);
      cohort.sumHashrate(day);
      if (day === days.rows[month]) {
        writeRow({ inputs, days, fleet, cohort, impact, soldBtc, producedBefore, day, month, from, samples });
        month++;
        if (day === days.last) break;
      }
      cohort.mine(days.rewardBtc[day] ?? 0);
      impact.after(day, sales[day] ?? 0, cohort.outsideUsd, cohort.minedBtc, cohort.size);
    }
  }
};

/** Sum of all values before each place. */
const runningSum = (values: Float64Array): Float64Array => {
  let sum = 0;
  return values.map((value) => {
    const before = sum;
    sum += value;
    return before;
  });
};

const APPROXIMATE =
  "The flow depends on the path here, so the memory of past sales is a sum of exponentials (within 1e-7 of the impact): compare this fan with others like it.";

/** Without volatility there is one path, and every percentile is its value. */
const certain = (inputs: ScenarioInputs, columns: readonly ColumnName[], shares: readonly number[]): Fan => {
  const path = scenario(inputs);
  return {
    months: path.months,
    days: path.days,
    percentiles: columns.map((column) =>
      path.days.map((_, month) => shares.map(() => valueAt(path, column, month) ?? NaN)),
    ),
    notes: path.notes,
  };
};

/** Runs a fan. Throws a RangeError with a sentence if an assumption, the paths or the seed are not accepted. */
export const fan = (given: ScenarioInputs, question: FanQuestion): Fan => {
  const { columns, shares, paths, seed } = question;
  const wrong =
    refusalOf(given) ??
    (accepts(PATHS, paths) ? undefined : `paths must be ${spokenRange(PATHS)}, not ${paths}.`) ??
    (shares.every((share) => accepts(SHARE, share)) ? undefined : `percentiles must be ${spokenRange(SHARE)}.`) ??
    (accepts(SEED, seed) ? undefined : `seed must be ${spokenRange(SEED)}, not ${seed}.`);
  if (wrong !== undefined) throw new RangeError(wrong);
  const inputs = ordered(given);
  if (inputs.volatility === 0) return certain(given, columns, shares);
  const days = daysOf(inputs);
  const prepared = { inputs, days, fleet: calibrate(inputs), chance: chanceOf(inputs, days, seed) };
  const samples = new Samples(columns, inputs.months, paths);
  const together = aggregatesFor(inputs, prepared.fleet, columns);
  if (together) runTogether(prepared, together, paths, samples);
  else runMinerByMiner(prepared, paths, samples);
  const notes = notesOf(given, given.startDay + days.last);
  if (inputs.impactModel === "sqrt" && !flowIsPlanned(inputs)) notes.push(APPROXIMATE);
  return {
    months: inputs.months,
    days: days.rows.map((day) => inputs.startDay + day),
    percentiles: columns.map((_, column) => samples.percentilesOf(column, shares)),
    notes,
  };
};
