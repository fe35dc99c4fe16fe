// The treasury plan of all miners together, and the impact that follows where it alone decides the flow.
import type { Days } from "./days";
import { excessShare } from "./excess";
import type { ScenarioInputs } from "./inputs";
import { ExactMemory } from "../impact/impact-decay";
import { plannedBtc, SMALLEST_SALE_BTC } from "./treasury";

/** BTC that the miners sell from their treasuries each day. No plan of shares up to 1 is ever cut. */
export const plannedSales = (inputs: ScenarioInputs, days: Days): Float64Array => {
  const planned = plannedBtc(inputs);
  return days.planned.map((share) => {
    let sold = 0;
    for (const btc of planned) if (btc * share >= SMALLEST_SALE_BTC) sold += btc * share;
    return sold;
  });
};

/**
 * Whether the square-root law sees the same flow on every path: planned sales, and no excess of production. At the pace
 * that the market is used to, that flow is none.
 */
export const flowIsPlanned = (inputs: ScenarioInputs): boolean =>
  inputs.policy !== "funding" &&
  (inputs.policy !== "pace" || inputs.baselineSaleShare === undefined) &&
  inputs.impactModel === "sqrt" &&
  inputs.miners.every((miner) => excessShare(inputs, miner) === 0);

/** Log impact at the beginning of each day, exactly, for a flow that is planned. */
export const plannedImpact = (inputs: ScenarioInputs, days: Days, sales: Float64Array): Float64Array => {
  const memory = new ExactMemory(inputs, days.last);
  const impact = new Float64Array(days.last + 1);
  for (let day = 0; day < days.last; day++) impact[day + 1] = memory.after(sales[day] ?? 0);
  return impact;
};
