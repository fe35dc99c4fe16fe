// What all machines together want to run, tabulated by hashprice. Each machine's share follows its target linearly and
// at one pace, and the target depends on the hashprice alone: sums over machines obey the same recursion, so three
// sums replace the machines one by one.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel arrays of machines */
import { isFree, type Fleet, type Machines } from "./fleet";
import type { ScenarioInputs } from "./inputs";
import { wantingJet } from "../numerics/logistic";
import { type Jet, QUINTIC, writeQuintic } from "../numerics/quintic";

/** Listed machines, listed machines weighted by their AI share, tiers; EH/s. */
export const SUMS = 3;
export const NODE = SUMS * QUINTIC;
/** Nodes for one width of the narrowest logistic, for 1e-13. */
const NODES_PER_WIDTH = 20;
const FEWEST_NODES = 256;
const MOST_NODES = 8192;

export interface Aggregates {
  readonly nodes: number;
  /** The table runs evenly over v / (v + centre), v the hashprice over the cost factor: 0..1 for any hashprice. */
  readonly centreUsd: number;
  readonly table: Float64Array;
  /** The three sums on day 0. */
  readonly start: readonly [listed: number, converting: number, tiers: number];
}

interface Weighted extends Machines {
  readonly weights: readonly [number, number, number];
}

const weighted = (fleet: Fleet, inputs: ScenarioInputs): Weighted[] => [
  ...fleet.listed.map((machines, i): Weighted => {
    const { capacityEhs } = machines;
    return { ...machines, weights: [capacityEhs, capacityEhs * inputs.miners[i]!.aiShare, 0] };
  }),
  ...fleet.tiers.map((machines): Weighted => ({ ...machines, weights: [0, 0, machines.capacityEhs] })),
];

/** Value, slope and curvature of the three sums, one after another. */
type Sums = Float64Array;
const DERIVATIVES = 3;

/** Adds up what all machines want at a place of the table, with its derivatives by the place. */
const addUp = (machines: readonly Weighted[], place: number, centreUsd: number, softness: number, sums: Sums): void => {
  sums.fill(0);
  const left = 1 - place;
  for (const { costUsd, weights } of machines) {
    let [value, slope, curvature] = ALL_RUN;
    if (!isFree(costUsd, softness) && left > 0) {
      const scale = centreUsd / (softness * costUsd);
      const stretch = scale / (left * left);
      const [share, first, second] = wantingJet((scale * place) / left - 1 / softness);
      value = share;
      slope = first * stretch;
      curvature = second * stretch * stretch + (2 * first * stretch) / left;
    }
    for (let sum = 0; sum < SUMS; sum++) {
      const at = sum * DERIVATIVES;
      sums[at]! += weights[sum]! * value;
      sums[at + 1]! += weights[sum]! * slope;
      sums[at + 2]! += weights[sum]! * curvature;
    }
  }
};
const ALL_RUN: Jet = [1, 0, 0];
const jetOf = (sums: Sums, sum: number): Jet => [sums[sum * 3]!, sums[sum * 3 + 1]!, sums[sum * 3 + 2]!];

/** The tables of a scenario; undefined where machines react so abruptly that a table would be too large. */
export const aggregatesOf = (fleet: Fleet, inputs: ScenarioInputs): Aggregates | undefined => {
  const machines = weighted(fleet, inputs);
  const softness = inputs.switchSoftness;
  const costs = machines.map((one) => one.costUsd).filter((cost) => !isFree(cost, softness));
  // Where no machine ever stops, nothing is there to tabulate.
  if (costs.length === 0) return undefined;
  const centreUsd = Math.sqrt(Math.min(...costs) * Math.max(...costs));
  const narrowest = Math.min(...costs.map((cost) => (softness * cost * centreUsd) / (cost + centreUsd) ** 2));
  let nodes = FEWEST_NODES;
  while (nodes < NODES_PER_WIDTH / narrowest) nodes *= 2;
  if (!(nodes <= MOST_NODES)) return undefined;

  // One node more, flat: a hashprice so high that its place rounds to 1 reads what all machines have.
  const table = new Float64Array((nodes + 1) * NODE);
  let from = new Float64Array(SUMS * DERIVATIVES);
  let to = new Float64Array(SUMS * DERIVATIVES);
  addUp(machines, 0, centreUsd, softness, from);
  for (let node = 0; node < nodes; node++) {
    addUp(machines, (node + 1) / nodes, centreUsd, softness, to);
    for (let sum = 0; sum < SUMS; sum++) {
      writeQuintic(jetOf(from, sum), jetOf(to, sum), 1 / nodes, table, node * NODE + sum * QUINTIC);
    }
    [from, to] = [to, from];
  }
  for (let sum = 0; sum < SUMS; sum++) table[nodes * NODE + sum * QUINTIC] = from[sum * DERIVATIVES]!;

  const start = [0, 0, 0] as [number, number, number];
  for (const { weights, running } of machines)
    for (let sum = 0; sum < SUMS; sum++) start[sum]! += weights[sum]! * running;
  return { nodes, centreUsd, table, start };
};
