// The network's machines on day 0: unlisted tiers and listed miners, calibrated to the hashrate that was measured.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { subsidyOnDay } from "../chain/chain";
import { hashcostUsd, hashprice } from "../economics/economics";
import { exp } from "../numerics/exact";
import type { MinerInputs, ScenarioInputs } from "./inputs";

/**
 * Unlisted machines by efficiency: an assumption, chosen to have 16.7 % idle at 30 USD/PH/day (CoinShares, Q1 2026:
 * 15 to 20 % of the global fleet unprofitable). Weights sum to 1; power costs 0.05 USD/kWh.
 */
export const TIERS = [
  { weight: 0.28, efficiencyJth: 15 },
  { weight: 0.35, efficiencyJth: 17.5 },
  { weight: 0.25, efficiencyJth: 21.5 },
  { weight: 0.1, efficiencyJth: 29.5 },
  { weight: 0.02, efficiencyJth: 34 },
] as const;
const TIER_POWER_USD_KWH = 0.05;

/** Power that must be taken or is free: this share of machines runs at any hashprice. */
export const ALWAYS_ON = 0.05;
/** Of what exists at least so much is taken to run today, or capacities would explode at a low price. */
const LEAST_RUNNING = 0.7;
const EXTREME = 700;

/** Power that costs nothing, or so little that nothing can be divided by it: such machines run at any hashprice. */
export const isFree = (costUsd: number, softness: number): boolean => !(softness * costUsd > 1e-290);

/** Share of a fleet that wants to run at a hashprice, its power cost known, both in USD/PH/day. */
export const runningShare = (hashpriceUsd: number, costUsd: number, softness: number): number => {
  if (isFree(costUsd, softness)) return 1;
  const z = Math.max(-EXTREME, Math.min(EXTREME, (hashpriceUsd - costUsd) / (softness * costUsd)));
  return ALWAYS_ON + (1 - ALWAYS_ON) / (1 + exp(-z));
};

/** Machines with one cost. */
export interface Machines {
  /** EH/s if all of them ran. */
  readonly capacityEhs: number;
  /** USD/PH/day. */
  readonly costUsd: number;
  /** Share that runs on day 0. */
  readonly running: number;
}

export interface Fleet {
  readonly tiers: readonly Machines[];
  readonly listed: readonly Machines[];
}

/** Two orders of the same miners must give the same bits, so they are added up in an order of their own figures. */
const inOwnOrder = (miners: readonly MinerInputs[]): MinerInputs[] =>
  [...miners].sort(
    (a, b) =>
      b.hashrateEhs - a.hashrateEhs ||
      b.holdingsBtc - a.holdingsBtc ||
      a.efficiencyJth - b.efficiencyJth ||
      a.powerPriceUsdKwh - b.powerPriceUsdKwh ||
      a.encumberedBtc - b.encumberedBtc ||
      a.sellShare - b.sellShare ||
      a.productionSaleShare - b.productionSaleShare ||
      a.sellRateBtcPerDay - b.sellRateBtcPerDay ||
      a.aiShare - b.aiShare ||
      a.contractedMw - b.contractedMw ||
      a.liveMw - b.liveMw ||
      a.cashUsd - b.cashUsd ||
      a.overheadUsdYear - b.overheadUsdYear,
  );

/** The same scenario with its miners in the order in which they are added up. */
export const ordered = (inputs: ScenarioInputs): ScenarioInputs => ({ ...inputs, miners: inOwnOrder(inputs.miners) });

/** Capacities that run at the measured hashrate when the hashprice is that of the calibration price. */
export const calibrate = (inputs: ScenarioInputs): Fleet => {
  const { difficulty, hashrateEhs, calibrationPriceUsd, feesBtcPerDay, switchSoftness, miners } = inputs;
  const rewardBtc = subsidyOnDay(inputs.startDay, inputs.halvingDay) + feesBtcPerDay / BLOCKS_PER_DAY;
  const calibration = hashprice(difficulty, rewardBtc, calibrationPriceUsd);
  const restEhs = Math.max(0, hashrateEhs - miners.reduce((sum, miner) => sum + miner.hashrateEhs, 0));

  const costs = TIERS.map((tier) => hashcostUsd(tier.efficiencyJth, TIER_POWER_USD_KWH));
  const wanted = costs.map((cost) => runningShare(calibration, cost, switchSoftness));
  const mean = TIERS.reduce((sum, tier, k) => sum + tier.weight * (wanted[k] ?? 0), 0);
  const lift = mean < LEAST_RUNNING ? (LEAST_RUNNING - mean) / (1 - mean) : 0;
  const running = wanted.map((share) => share + (1 - share) * lift);
  const runningMean = TIERS.reduce((sum, tier, k) => sum + tier.weight * (running[k] ?? 0), 0);

  return {
    tiers: TIERS.map((tier, k) => ({
      capacityEhs: (tier.weight * restEhs) / runningMean,
      costUsd: costs[k] ?? 0,
      running: running[k] ?? 0,
    })),
    listed: miners.map((miner) => {
      const costUsd = hashcostUsd(miner.efficiencyJth, miner.powerPriceUsdKwh);
      const share = Math.max(LEAST_RUNNING, runningShare(calibration, costUsd, switchSoftness));
      return { capacityEhs: miner.hashrateEhs / share, costUsd, running: share };
    }),
  };
};
