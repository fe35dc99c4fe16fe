// Published optimal-execution and cost models that the impact maths can be held against.
import { scheduleLeft } from "../../src/model/impact/impact";
import { log } from "../../src/model/numerics/exact";

/** A liquidation as Almgren & Chriss 2000 set it: linear impact, N equal steps, risk aversion. */
export interface Liquidation {
  readonly coins: number;
  readonly days: number;
  readonly steps: number;
  /** USD per coin per square root of a day. */
  readonly volatilityUsd: number;
  /** Temporary impact, USD days per coin squared. */
  readonly eta: number;
  /** Permanent impact, USD per coin squared. */
  readonly gamma: number;
  /** Half spread and fees, USD per coin. */
  readonly epsilonUsd: number;
  readonly riskAversion: number;
}

export interface LiquidationPlan {
  /** Urgency per day in the discrete model: cosh(kappa tau) = 1 + kappa~^2 tau^2 / 2. */
  readonly kappa: number;
  readonly holdings: readonly number[];
  readonly expectedCostUsd: number;
  readonly costDeviationUsd: number;
}

/** The cost-optimal schedule: x_j = X sinh(kappa (T - t_j)) / sinh(kappa T), with its expected cost and deviation. */
export const almgrenChriss = (order: Liquidation): LiquidationPlan => {
  const tau = order.days / order.steps;
  const eta = order.eta - (order.gamma * tau) / 2;
  const half = (order.riskAversion * order.volatilityUsd ** 2 * tau ** 2) / eta / 2;
  // arcosh(1 + h) = log(1 + h + sqrt(h (2 + h)))
  const kappa = log(1 + half + Math.sqrt(half * (2 + half))) / tau;
  const holdings = Array.from(
    { length: order.steps + 1 },
    (_, j) => order.coins * scheduleLeft(j, order.steps, kappa * tau),
  );
  let traded = 0;
  let exposed = 0;
  holdings.reduce((before, after) => {
    traded += (before - after) ** 2;
    exposed += after ** 2;
    return after;
  });
  return {
    kappa,
    holdings,
    expectedCostUsd: (order.gamma * order.coins ** 2) / 2 + order.epsilonUsd * order.coins + (eta / tau) * traded,
    costDeviationUsd: order.volatilityUsd * Math.sqrt(tau * exposed),
  };
};

/** Almgren, Thum, Hauptmann & Li 2005: permanent impact as a share, gamma s (X/V) (Theta/V)^(1/4), gamma 0.314. */
export const permanentImpact2005 = (shares: number, volume: number, outstanding: number, volatility: number): number =>
  0.314 * volatility * (shares / volume) * (outstanding / volume) ** (1 / 4);

/** Same paper: cost as a share, I/2 + eta s |X / (V T)|^(3/5), eta 0.142, T in days. */
export const cost2005 = (
  shares: number,
  volume: number,
  outstanding: number,
  volatility: number,
  days: number,
): number =>
  permanentImpact2005(shares, volume, outstanding, volatility) / 2 +
  0.142 * volatility * (shares / (volume * days)) ** (3 / 5);
