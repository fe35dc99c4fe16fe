// The state of the miners and of the network on a scenario's first day: what is known today, or was published by then.
import { isoOf, SECONDS_PER_DAY, type Day } from "../../common/days";
import type { MinerInputs } from "../../model/scenario/inputs";
import { membersAt, tickerOf, type Basket } from "../baskets";
import { CellError } from "../cells";
import { figureOf } from "../figures";
import { contractedMw, liveMw } from "../leases";
import { latestDay, record } from "../session";

/** Used where no miner of the group has reported (MODEL 4.0). */
const FALLBACK_EFFICIENCY_JTH = 20;
const FALLBACK_POWER_USD_KWH = 0.05;

const reported = (miner: number, metric: string, day: Day, knownBy: Day): number | undefined =>
  figureOf(miner, record().metricIndex(metric), { date: { day }, knownBy, period: "REPORTED" })?.value;

export interface StartingMiners {
  readonly miners: readonly MinerInputs[];
  /** What was not in the record and was filled in, in words. */
  readonly filled: readonly string[];
}

/** What no report tells of a miner: the assumptions set it. */
const UNTOLD = { sellShare: 0, productionSaleShare: 1, sellRateBtcPerDay: 0, aiShare: 0, overheadUsdYear: 0 };

/** A miner's figures as last reported; the two that have no neutral value may be missing. */
export type Known = Omit<MinerInputs, "efficiencyJth" | "powerPriceUsdKwh" | keyof typeof UNTOLD> & {
  readonly ticker: string;
  readonly efficiencyJth: number | undefined;
  readonly powerPriceUsdKwh: number | undefined;
};

export const knownAt = (miner: number, day: Day, knownBy: Day): Known => {
  const told = (metric: string): number | undefined => reported(miner, metric, day, knownBy);
  const holdingsBtc = told("holdings_btc") ?? 0;
  const live = liveMw(miner, day, knownBy) ?? 0;
  return {
    ticker: tickerOf(miner),
    holdingsBtc,
    encumberedBtc: Math.min(holdingsBtc, told("encumbered_btc") ?? 0),
    hashrateEhs: told("energized_ehs") ?? told("avg_operating_ehs") ?? 0,
    efficiencyJth: told("fleet_efficiency_j_per_th"),
    powerPriceUsdKwh: told("power_cost_usd_per_kwh"),
    contractedMw: Math.max(0, (contractedMw(miner, day, knownBy) ?? 0) - live),
    liveMw: live,
    cashUsd: told("cash_usd") ?? 0,
  };
};

/** Mean weighted by hashrate over the miners that reported; undefined when none did. */
const meanOf = (miners: readonly Known[], figure: "efficiencyJth" | "powerPriceUsdKwh"): number | undefined => {
  const told = miners.filter((miner) => miner[figure] !== undefined);
  const weight = told.reduce((sum, miner) => sum + miner.hashrateEhs, 0);
  if (weight === 0) return undefined;
  return told.reduce((sum, miner) => sum + miner.hashrateEhs * (miner[figure] ?? 0), 0) / weight;
};

/** A scenario that starts on the day of the record stands on all that is in it, an earlier one on what was published. */
export const knownOn = (start: Day): Day => (start >= latestDay() ? Infinity : start);

/** Miners of a basket with what they had reported by the day; gaps filled as the model says, and told. */
export const minersAt = (basket: Basket, day: Day): StartingMiners => {
  const knownBy = knownOn(day);
  const members = membersAt(basket, day, knownBy);
  const found = members.map((miner) => knownAt(miner, day, knownBy));
  const efficiency = meanOf(found, "efficiencyJth") ?? FALLBACK_EFFICIENCY_JTH;
  const power = meanOf(found, "powerPriceUsdKwh") ?? FALLBACK_POWER_USD_KWH;
  const lacking = (figure: keyof Known): string =>
    found
      .filter((miner) => miner[figure] === undefined && miner.hashrateEhs > 0)
      .map((miner) => miner.ticker)
      .join(", ");
  const filled = [
    [lacking("efficiencyJth"), `efficiency ${efficiency.toFixed(1)} J/TH`] as const,
    [lacking("powerPriceUsdKwh"), `power price ${power.toFixed(3)} USD/kWh`] as const,
  ].flatMap(([who, what]) => (who === "" ? [] : [`${what} for ${who}`]));
  filled.push(...agesOf(members, day, knownBy));
  const miners = found.map((miner) => ({
    ...miner,
    efficiencyJth: miner.efficiencyJth ?? efficiency,
    powerPriceUsdKwh: miner.powerPriceUsdKwh ?? power,
    ...UNTOLD,
  }));
  return { miners, filled };
};

/** Of when the figures are that the miners start with, where they are older than the start. */
const agesOf = (members: readonly number[], day: Day, knownBy: Day): string[] =>
  [
    ["coins", "holdings_btc"],
    ["hashrate of miners", "energized_ehs"],
    ["cash", "cash_usd"],
  ].flatMap(([what = "", metric = ""]) => {
    const ends = members.flatMap((miner) => {
      const row = record().asOf(miner, record().metricIndex(metric), day, knownBy);
      return row < 0 ? [] : [record().periodEnd(row)];
    });
    if (ends.length === 0 || Math.min(...ends) >= day) return [];
    return [
      `${what} of ${isoOf(Math.min(...ends))} to ${isoOf(Math.max(...ends))}, as each of ${ends.length} last told`,
    ];
  });

export interface Network {
  readonly priceUsd: number;
  readonly difficulty: number;
  readonly hashrateEhs: number | undefined;
  readonly dailyVolatility: number;
}

const needed = (series: string, day: Day): number => {
  const found = record().market(series, day);
  if (found) return found.value;
  throw new CellError(
    "#N/A",
    `The record has no ${series} at or before ${isoOf(day)}: start later, or give a row for it.`,
  );
};

export const networkAt = (day: Day): Network => ({
  priceUsd: needed("price", day),
  difficulty: needed("difficulty", day),
  hashrateEhs: record().market("hashrate", day)?.value,
  dailyVolatility: needed("volatility_365d", day),
});

/** The newest day of which the record knows a price. */
export const newestMarketDay = (): Day => record().market("price", Infinity)?.day ?? record().newestReport;

export interface OpenEpoch {
  readonly days: number;
  /** The last retarget that the record knows. */
  readonly since: Day;
}

/** Age of the difficulty epoch at 00:00 UTC of the day, by the time of its first block; 0 if it begins that day. */
export const openEpochAt = (day: Day): OpenEpoch | undefined => {
  const second = record().market("epoch_second", day);
  return second && { days: Math.max(0, day - (second.day + second.value / SECONDS_PER_DAY)), since: second.day };
};
