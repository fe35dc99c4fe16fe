// The check case of the specification, and defaults to build other scenarios from.
import { dayOf } from "../../src/common/days";
import type { MinerInputs, ScenarioInputs } from "../../src/model/scenario/inputs";

export const miner = (figures: Partial<MinerInputs>): MinerInputs => ({
  holdingsBtc: 0,
  encumberedBtc: 0,
  hashrateEhs: 0,
  efficiencyJth: 20,
  powerPriceUsdKwh: 0.05,
  sellShare: 1,
  productionSaleShare: 1,
  sellRateBtcPerDay: 0,
  aiShare: 0,
  contractedMw: 0,
  liveMw: 0,
  cashUsd: 0,
  overheadUsdYear: 0,
  ...figures,
});

const MARA = miner({
  ticker: "MARA",
  holdingsBtc: 53_822,
  hashrateEhs: 58,
  efficiencyJth: 19,
  powerPriceUsdKwh: 0.04,
  sellShare: 0.3,
  aiShare: 0.1,
});
const RIOT = miner({
  ticker: "RIOT",
  holdingsBtc: 18_005,
  hashrateEhs: 34,
  efficiencyJth: 20.5,
  powerPriceUsdKwh: 0.035,
  aiShare: 0.6,
});
const CORZ = miner({
  ticker: "CORZ",
  holdingsBtc: 2537,
  hashrateEhs: 15,
  efficiencyJth: 24,
  powerPriceUsdKwh: 0.045,
  aiShare: 1,
});

/** 12 months from 14 March 2026, the day of the article whose thesis the product tests. */
export const CHECK: ScenarioInputs = {
  startDay: dayOf(2026, 3, 14),
  months: 12,
  priceUsd: 72_322,
  calibrationPriceUsd: 72_322,
  drift: 0,
  jump: 0,
  jumpDay: 0,
  volatility: 0.445,
  fanCentre: "median",
  dailyVolatility: 0.0233,
  volumeBtc: 140_000,
  impactModel: "sqrt",
  impactCoefficient: 1,
  flowBeta: 0.034,
  difficulty: 145_042_165_424_853,
  hashrateEhs: 1000,
  epochDays: 0,
  epochBlocks: 0,
  feesBtcPerDay: 3.6,
  halvingDay: dayOf(2028, 4, 15),
  networkGrowth: 0,
  efficiencyGain: 0,
  switchSoftness: 0.15,
  switchDays: 60,
  policy: "linear",
  sellStart: 0,
  sellDays: 365,
  urgency: 0.01,
  sellEncumbered: true,
  baselineSaleShare: 1,
  aiStart: 0,
  aiDays: 365,
  buildDays: 0,
  capexUsdPerMw: 9e6,
  financedShare: 0.8,
  aiRevenueUsdPerMwYear: 1_850_000,
  aiMargin: 0.85,
  miners: [MARA, RIOT, CORZ],
};

/** The check case's miners with other figures, one list entry per miner in the order MARA, RIOT, CORZ. */
export const minersWith = (
  figures: Readonly<Partial<Record<Exclude<keyof MinerInputs, "ticker">, readonly [number, number, number]>>>,
): MinerInputs[] =>
  CHECK.miners.map((base, i) => ({
    ...base,
    ...Object.fromEntries(Object.entries(figures).map(([figure, values]) => [figure, values[i]])),
  }));

/** The check case with miners that sell this share of what they mine. */
export const selling = (productionSaleShare: number): Pick<ScenarioInputs, "miners"> => ({
  miners: CHECK.miners.map((one) => ({ ...one, productionSaleShare })),
});
