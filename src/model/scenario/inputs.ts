// What a scenario is made of: every assumption resolved to a number. Times are days after the start unless named Day.

export interface MinerInputs {
  /** Only for messages. */
  readonly ticker?: string;
  readonly holdingsBtc: number;
  /** Pledged, loaned or restricted coins, part of the holdings. */
  readonly encumberedBtc: number;
  readonly hashrateEhs: number;
  readonly efficiencyJth: number;
  readonly powerPriceUsdKwh: number;
  /** Share of the treasury that the plan sells; without effect under the policies hold, funding and pace. */
  readonly sellShare: number;
  /** Share of mined coins that is sold. */
  readonly productionSaleShare: number;
  /** BTC a day that leave the treasury under the policy pace; without effect under the others. */
  readonly sellRateBtcPerDay: number;
  /** Share of the hashrate that makes room for AI. */
  readonly aiShare: number;
  /** AI megawatts contracted and not yet live. */
  readonly contractedMw: number;
  readonly liveMw: number;
  readonly cashUsd: number;
  readonly overheadUsdYear: number;
}

export const POLICIES = ["hold", "linear", "front", "funding", "pace"] as const;
export type Policy = (typeof POLICIES)[number];
export const IMPACT_MODELS = ["sqrt", "flow"] as const;
export type ImpactModel = (typeof IMPACT_MODELS)[number];
export const FAN_CENTRES = ["median", "mean"] as const;
export type FanCentre = (typeof FAN_CENTRES)[number];

export interface ScenarioInputs {
  readonly startDay: number;
  readonly months: number;
  readonly priceUsd: number;
  /** The price at which today's fleet is taken to run. */
  readonly calibrationPriceUsd: number;
  /** Per year, continuous. */
  readonly drift: number;
  readonly jump: number;
  readonly jumpDay: number;
  /** Per year; only the fan uses it. */
  readonly volatility: number;
  readonly fanCentre: FanCentre;
  readonly dailyVolatility: number;
  readonly volumeBtc: number;
  readonly impactModel: ImpactModel;
  readonly impactCoefficient: number;
  /** Log price fall per 1e9 USD. */
  readonly flowBeta: number;
  readonly difficulty: number;
  readonly hashrateEhs: number;
  /** Age of the open epoch at 00:00 UTC of the start. */
  readonly epochDays: number;
  readonly epochBlocks: number;
  readonly feesBtcPerDay: number;
  readonly halvingDay: number;
  /** Per year, effective: capacity of the rest of the network. */
  readonly networkGrowth: number;
  /** Share per year by which the cost per hash of all machines falls. */
  readonly efficiencyGain: number;
  readonly switchSoftness: number;
  readonly switchDays: number;
  readonly policy: Policy;
  readonly sellStart: number;
  readonly sellDays: number;
  readonly urgency: number;
  readonly sellEncumbered: boolean;
  /**
   * The share of production whose sale the outside price already contains. Undefined: what each miner sells of its
   * production, and under the policy pace what it sells of its treasury, so that no sale but a plan's is excess.
   */
  readonly baselineSaleShare: number | undefined;
  readonly aiStart: number;
  readonly aiDays: number;
  readonly buildDays: number;
  readonly capexUsdPerMw: number;
  readonly financedShare: number;
  readonly aiRevenueUsdPerMwYear: number;
  readonly aiMargin: number;
  readonly miners: readonly MinerInputs[];
}

/** The assumptions that are one number each. */
export type NumericInput = {
  [Key in keyof ScenarioInputs]: ScenarioInputs[Key] extends number | undefined ? Key : never;
}[keyof ScenarioInputs];

/** The figures of a miner. */
export type MinerFigure = Exclude<keyof MinerInputs, "ticker">;

export const YEAR_DAYS = 365;
