// Random scenarios of every policy, within what the assumptions accept and with ordinary sizes.
import fc from "fast-check";
import { dayOf } from "../../src/common/days";
import {
  FAN_CENTRES,
  IMPACT_MODELS,
  type MinerInputs,
  POLICIES,
  type ScenarioInputs,
} from "../../src/model/scenario/inputs";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const share = fc.oneof(real(0, 1), fc.constantFrom(0, 1));
const days = (max: number) => fc.integer({ min: 0, max });

const holdings = fc.oneof(real(10, 60_000), fc.constant(0));

export const anyMiner: fc.Arbitrary<MinerInputs> = fc
  .record({
    holdingsBtc: holdings,
    encumberedShare: share,
    hashrateEhs: fc.oneof(real(0.5, 60), fc.constant(0)),
    efficiencyJth: real(12, 40),
    powerPriceUsdKwh: fc.oneof(real(0.02, 0.09), fc.constantFrom(0, -0.01)),
    sellShare: share,
    productionSaleShare: share,
    sellRateBtcPerDay: fc.oneof(real(0.01, 60), fc.constant(0)),
    aiShare: share,
    contractedMw: fc.oneof(real(1, 600), fc.constant(0)),
    liveMw: fc.oneof(real(1, 600), fc.constant(0)),
    cashUsd: real(0, 1e9),
    overheadUsdYear: real(0, 2e8),
  })
  .map(({ encumberedShare, ...miner }) => ({ ...miner, encumberedBtc: encumberedShare * miner.holdingsBtc }));

export interface Options {
  readonly maxMonths?: number;
  readonly maxMiners?: number;
}

export const anyScenario = ({ maxMonths = 30, maxMiners = 6 }: Options = {}): fc.Arbitrary<ScenarioInputs> =>
  fc.record({
    startDay: fc.integer({ min: dayOf(2022, 1, 1), max: dayOf(2028, 12, 31) }),
    months: fc.integer({ min: 1, max: maxMonths }),
    priceUsd: real(15_000, 250_000),
    calibrationPriceUsd: real(30_000, 150_000),
    drift: fc.oneof(real(-0.7, 0.7), fc.constant(0)),
    jump: fc.oneof(real(-0.5, 0.5), fc.constant(0)),
    jumpDay: days(400),
    volatility: real(0, 1),
    fanCentre: fc.constantFrom(...FAN_CENTRES),
    dailyVolatility: real(0.01, 0.05),
    volumeBtc: real(20_000, 500_000),
    impactModel: fc.constantFrom(...IMPACT_MODELS),
    impactCoefficient: real(0, 2),
    flowBeta: real(0, 0.05),
    difficulty: real(1e14, 1.6e14),
    hashrateEhs: real(700, 1200),
    epochDays: real(0, 13),
    epochBlocks: real(0, 2015),
    feesBtcPerDay: real(0, 50),
    halvingDay: fc.constant(dayOf(2028, 4, 15)),
    networkGrowth: real(-0.3, 0.6),
    efficiencyGain: real(0, 0.3),
    switchSoftness: real(0.12, 0.4),
    switchDays: real(10, 200),
    policy: fc.constantFrom(...POLICIES),
    sellStart: days(300),
    sellDays: fc.integer({ min: 1, max: 900 }),
    urgency: fc.oneof(real(0, 0.1), fc.constantFrom(0, 1e-12)),
    sellEncumbered: fc.boolean(),
    baselineSaleShare: fc.oneof(share, fc.constant(undefined)),
    aiStart: days(300),
    aiDays: days(600),
    buildDays: days(300),
    capexUsdPerMw: real(5e6, 2e7),
    financedShare: share,
    aiRevenueUsdPerMwYear: real(1e6, 3e6),
    aiMargin: share,
    miners: fc.array(anyMiner, { maxLength: maxMiners }),
  });
