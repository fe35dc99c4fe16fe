// What all machines together want to run, tabulated by hashprice. Each machine's share follows its target linearly and
// at one pace, and the target depends on the hashprice alone: sums over machines obey the same recursion, so three
// sums replace the machines one by one.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- parallel arrays of machines */
import type { Fleet, Machines } from "./fleet";
import type { ScenarioInputs } from "./inputs";
import { wantingJet } from "./logistic";
import { type Jet, QUINTIC, writeQuintic } from "./quintic";

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

/** What the machines of one cost want at a place of the table, with its derivatives by the place. */
const jetAt = (place: number, costUsd: number, centreUsd: number, softness: number): Jet => {
  if (costUsd <= 0 || place >= 1) return [1, 0, 0];
  const left = 1 - place;
  const scale = centreUsd / (softness * costUsd);
  const slope = scale / (left * left);
  const [value, first, second] = wantingJet((scale * place) / left - 1 / softness);
  return [value, first * slope, second * slope * slope + (2 * first * slope) / left];
};

/** The tables of a scenario; undefined where machines react so abruptly that a table would be too large. */
export const aggregatesOf = (fleet: Fleet, inputs: ScenarioInputs): Aggregates | undefined => {
  const machines = weighted(fleet, inputs);
  const costs = machines.filter((one) => one.costUsd > 0).map((one) => one.costUsd);
  const centreUsd = Math.sqrt(Math.min(...costs) * Math.max(...costs));
  const softness = inputs.switchSoftness;
  const narrowest = Math.min(...costs.map((cost) => (softness * cost * centreUsd) / (cost + centreUsd) ** 2));
  let nodes = FEWEST_NODES;
  while (nodes < NODES_PER_WIDTH / narrowest) nodes *= 2;
  if (!(nodes <= MOST_NODES)) return undefined;

  const sums = (place: number): [Jet, Jet, Jet] => {
    const total = [new Float64Array(3), new Float64Array(3), new Float64Array(3)] as const;
    for (const { costUsd, weights } of machines) {
      const jet = jetAt(place, costUsd, centreUsd, softness);
      for (let sum = 0; sum < SUMS; sum++) for (let d = 0; d < 3; d++) total[sum]![d]! += weights[sum]! * jet[d]!;
    }
    const jetOf = (of: Float64Array): Jet => [of[0]!, of[1]!, of[2]!];
    return [jetOf(total[0]), jetOf(total[1]), jetOf(total[2])];
  };
  // One node more, flat: a hashprice so high that its place rounds to 1 reads what all machines have.
  const table = new Float64Array((nodes + 1) * NODE);
  let from = sums(0);
  for (let node = 0; node < nodes; node++) {
    const to = sums((node + 1) / nodes);
    for (let sum = 0; sum < SUMS; sum++)
      writeQuintic(from[sum]!, to[sum]!, 1 / nodes, table, node * NODE + sum * QUINTIC);
    from = to;
  }
  for (let sum = 0; sum < SUMS; sum++) table[nodes * NODE + sum * QUINTIC] = from[sum]![0];

  const start = [0, 0, 0] as [number, number, number];
  for (const { weights, running } of machines)
    for (let sum = 0; sum < SUMS; sum++) start[sum]! += weights[sum]! * running;
  return { nodes, centreUsd, table, start };
};
