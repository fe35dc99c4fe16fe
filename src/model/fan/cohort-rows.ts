// The rows of many paths side by side: each asked column of a month, read off the cohort's state.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, one entry per path or day */
import type { Cohort } from "./cohort";
import type { CohortImpact } from "./cohort-impact";
import type { ColumnName } from "../scenario/columns";
import type { Days } from "../scenario/days";
import { HASHPRICE_SCALE } from "../economics/economics";
import { oneMinusExp } from "../numerics/exact";
import { commonSaleShare } from "../scenario/excess";
import type { Fleet } from "../scenario/fleet";
import type { ScenarioInputs } from "../scenario/inputs";
import type { Samples } from "./samples";

export interface Moment {
  readonly inputs: ScenarioInputs;
  readonly days: Days;
  readonly fleet: Fleet;
  readonly cohort: Cohort;
  readonly impact: CohortImpact;
  /** BTC sold from treasuries before each day. */
  readonly soldBtc: Float64Array;
  /** BTC produced by each path before the row of the month before. */
  readonly producedBefore: Float64Array;
  readonly day: number;
  readonly month: number;
  /** First path of the cohort. */
  readonly from: number;
  readonly samples: Samples;
}

const DUST_BTC = 1e-9;

/** One value per path of the cohort. */
const reader = (moment: Moment, column: ColumnName): ((p: number) => number) => {
  const { inputs, days, fleet, cohort, impact, soldBtc, producedBefore, day, month } = moment;
  const holdings = inputs.miners.reduce((sum, miner) => sum + miner.holdingsBtc, 0);
  const saleShare = commonSaleShare(inputs) ?? NaN;
  const capacity = fleet.tiers.reduce((sum, tier) => sum + tier.capacityEhs, 0);
  const hashprice = (p: number) => HASHPRICE_SCALE * days.rewardBtc[day]! * cohort.priceUsd[p]! * cohort.ease[p]!;
  const produced = (p: number) => cohort.producedBtc[p]! - producedBefore[p]!;
  switch (column) {
    case "month":
      return () => month;
    case "date":
      return () => inputs.startDay + day;
    case "outside_price":
      return (p) => cohort.outsideUsd[p]!;
    case "price":
      return (p) => cohort.priceUsd[p]!;
    case "impact":
      return (p) => oneMinusExp(impact.impact[p]!);
    case "worst_impact":
      return (p) => oneMinusExp(impact.worst[p]!);
    case "hashrate":
      return (p) => cohort.hashrateEhs[p]!;
    case "difficulty":
      return (p) => 1 / cohort.ease[p]!;
    case "hashprice":
      return hashprice;
    case "idle_share":
      return (p) => (capacity > 0 ? 1 - cohort.tiersEhs[p]! / capacity : 0);
    case "underwater_share":
      return (p) => {
        const bearableUsd = hashprice(p) / days.costFactor[day]!;
        let under = 0;
        for (const tier of fleet.tiers) if (tier.costUsd > bearableUsd) under += tier.capacityEhs;
        return capacity > 0 ? under / capacity : 0;
      };
    case "listed_hashrate":
      return (p) => cohort.listedEhs[p]!;
    case "holdings":
      return (p) => {
        const held = holdings + (1 - saleShare) * cohort.producedBtc[p]! - soldBtc[day]!;
        return Math.abs(held) < DUST_BTC ? 0 : held;
      };
    case "produced":
      return produced;
    case "production_sold":
      return (p) => saleShare * produced(p);
    case "treasury_sold":
      return () => (month > 0 ? soldBtc[day]! - soldBtc[days.rows[month - 1]!]! : 0);
    case "raised":
      return (p) => impact.raisedUsd[p]!;
    case "unfunded":
    case "ai_mw":
      throw new Error(`${column} needs each miner's cash.`);
  }
};

export const writeRow = (moment: Moment): void => {
  const { samples, cohort, month, from, producedBefore } = moment;
  samples.columns.forEach((column, at) => {
    const read = reader(moment, column);
    const values = samples.of(at, month);
    for (let p = 0; p < cohort.size; p++) values[from + p] = read(p);
  });
  producedBefore.set(cohort.producedBtc);
};
