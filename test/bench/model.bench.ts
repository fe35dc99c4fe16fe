// Speed of the model as ratios of one run: the quick engines over the readable loop that tests hold them against.
import { pathToFileURL } from "node:url";
import { chanceOf, fillOutside } from "../../src/model/fan/price-paths";
import type { ColumnName } from "../../src/model/scenario/columns";
import { daysOf } from "../../src/model/scenario/days";
import { fan } from "../../src/model/fan/fan";
import type { MinerInputs, ScenarioInputs } from "../../src/model/scenario/inputs";
import { MEMORY_KERNEL } from "../../src/model/impact/kernel";
import { scenario } from "../../src/model/scenario/scenario";
import { CHECK, selling } from "../model/cases";
import { reference } from "../model/reference";
import { cpuSeconds } from "./clock";

export interface Case {
  readonly name: string;
  /** Measures both sides in turn and gives their ratio. */
  readonly run: () => number;
  /** The ratio that must not be exceeded, and the one that would be fine. */
  readonly goal: number;
  readonly stretch: number;
}

/** Eighteen miners around the three of the check case, with contracts and cash so that every branch is walked. */
const miners = Array.from({ length: 18 }, (_, i): MinerInputs => {
  const base = CHECK.miners[i % 3] ?? CHECK.miners[0];
  if (!base) throw new Error("The check case has miners.");
  const size = 0.2 + (i % 5) / 10;
  return {
    ...base,
    holdingsBtc: base.holdingsBtc * size,
    hashrateEhs: base.hashrateEhs * size,
    efficiencyJth: base.efficiencyJth + (i % 4),
    contractedMw: 40 * (i % 6),
    cashUsd: 1e7 * (i % 7),
    overheadUsdYear: 2e7,
  };
});

const PLANNED: ScenarioInputs = { ...CHECK, months: 24, networkGrowth: 0.1, efficiencyGain: 0.08, miners };
const TEN: readonly ColumnName[] = [
  "price",
  "impact",
  "worst_impact",
  "hashrate",
  "difficulty",
  "hashprice",
  "listed_hashrate",
  "holdings",
  "produced",
  "raised",
];
const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];
const FAN_PATHS = 2560;
const LOOP_PATHS = 60;

const secondsOf = (work: () => void): number => {
  const start = cpuSeconds();
  work();
  return cpuSeconds() - start;
};

const WARM_UP_TURNS = 3;

/** The least of some turns each, taken alternately, so that a busy machine disturbs both sides alike. */
const ratioOf = (quick: () => void, slow: () => void, turns: number): number => {
  for (let turn = 0; turn < WARM_UP_TURNS; turn++) {
    quick();
    slow();
  }
  const least = { quick: Infinity, slow: Infinity };
  for (let turn = 0; turn < turns; turn++) {
    least.quick = Math.min(least.quick, secondsOf(quick));
    least.slow = Math.min(least.slow, secondsOf(slow));
  }
  return least.quick / least.slow;
};

/** The readable loop as a fan: path after path, percentiles by sorting. */
const loopFan = (inputs: ScenarioInputs, columns: readonly ColumnName[], paths: number): number[] => {
  const days = daysOf(inputs);
  const chances = chanceOf(inputs, days, 1);
  const outside = new Float64Array(days.last + 1);
  const all = Array.from({ length: paths }, (_, path) => {
    fillOutside(chances, path, outside);
    const chance = outside.map((price, day) => price / (days.outsideUsd[day] ?? NaN));
    return reference(inputs, { chance, kernel: MEMORY_KERNEL }).rows;
  });
  return columns.flatMap((column) =>
    Array.from({ length: inputs.months + 1 }, (_, month) => {
      const sorted = all.map((rows) => rows[month]?.[column] ?? NaN).sort((a, b) => a - b);
      return sorted[Math.floor(0.95 * (paths - 1))] ?? NaN;
    }),
  );
};

interface Goals {
  readonly goal: number;
  readonly stretch: number;
}
const TOGETHER: Goals = { goal: 0.15, stretch: 0.1 };
/** Goals of 1.1 and 0.7 over a plain loop in C, which is 2.9 times as fast as the straightforward one here. */
const MINER_BY_MINER: Goals = { goal: 0.38, stretch: 0.24 };

const fanCase = (name: string, goals: Goals, inputs: ScenarioInputs, columns: readonly ColumnName[]): Case => ({
  name,
  ...goals,
  run: () =>
    (ratioOf(
      () => fan(inputs, { columns, shares: SHARES, paths: FAN_PATHS, seed: 1 }),
      () => loopFan(inputs, columns, LOOP_PATHS),
      4,
    ) *
      LOOP_PATHS) /
    FAN_PATHS,
});

const pathCase = (name: string, inputs: ScenarioInputs): Case => ({
  name,
  goal: 1,
  stretch: 0.5,
  run: () => {
    const times = (work: () => void) => () => {
      for (let i = 0; i < 30; i++) work();
    };
    return ratioOf(
      times(() => scenario(inputs)),
      times(() => reference(inputs)),
      6,
    );
  },
});

export const modelCases = (): readonly Case[] => [
  fanCase("fan, flow independent of the path / readable loop", TOGETHER, PLANNED, TEN),
  fanCase("fan, flow depending on the path / readable loop", TOGETHER, { ...PLANNED, ...selling(0.6) }, TEN),
  fanCase("fan, flow reading / readable loop", TOGETHER, { ...PLANNED, impactModel: "flow" }, TEN),
  fanCase("fan, funding / readable loop", MINER_BY_MINER, { ...PLANNED, policy: "funding" }, TEN),
  fanCase("fan, each miner's cash / readable loop", MINER_BY_MINER, PLANNED, ["price", "unfunded"]),
  pathCase("single path, linear / readable loop", PLANNED),
  pathCase("single path, funding / readable loop", { ...PLANNED, policy: "funding" }),
  pathCase("single path, hold / readable loop", { ...PLANNED, policy: "hold" }),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const { name, goal, stretch, run } of modelCases()) {
    const ratio = run();
    const verdict = ratio <= stretch ? "stretch" : ratio <= goal ? "pass" : "MISSED";
    console.log(`${ratio.toFixed(3).padStart(7)}  ${verdict.padEnd(8)} (goal ${goal}, stretch ${stretch})  ${name}`);
  }
}
