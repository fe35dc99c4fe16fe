// What each miner does by default under the policy pace: from an estimate of its coins it goes on as between its counts.
import { BLOCKS_PER_DAY } from "../../common/chain";
import type { Day } from "../../common/days";
import { estimateOf } from "../../data/estimate/estimate";
import { impliedHashrateEhs, subsidyOnDay } from "../../model/chain/chain";
import type { MinerInputs, ScenarioInputs } from "../../model/scenario/inputs";
import type { Properties } from "../cells";
import { spoken } from "../formats";
import { record } from "../session";

/** What of a miner the pace sets. */
export interface Paced {
  readonly ticker: string;
  readonly countedBtc: number;
  readonly estimatedBtc: number;
  /** BTC a day that the treasury grows by, or falls. */
  readonly btcPerDay: number;
}

/** Only from what was known by a day; a miner without a count has neither coins nor a pace. */
export const pacedAt = ({ ticker = "", holdingsBtc }: MinerInputs, day: Day, knownBy: Day): Paced => {
  const estimate = estimateOf(record(), record().minerIndex(ticker), day, knownBy);
  return {
    ticker,
    countedBtc: holdingsBtc,
    estimatedBtc: estimate?.btc ?? 0,
    btcPerDay: estimate?.pace.btcPerDay ?? 0,
  };
};

/** A pace that rises is a share of production that is kept; one that falls a rate at which the treasury is sold. */
export const pacedFigures = (
  { btcPerDay, estimatedBtc }: Paced,
  { hashrateEhs, encumberedBtc }: MinerInputs,
  { startDay, halvingDay, feesBtcPerDay, difficulty }: ScenarioInputs,
) => {
  const rewardBtc = subsidyOnDay(startDay, halvingDay) + feesBtcPerDay / BLOCKS_PER_DAY;
  const minedPerDay = (BLOCKS_PER_DAY * rewardBtc * hashrateEhs) / impliedHashrateEhs(difficulty);
  return {
    holdingsBtc: estimatedBtc,
    encumberedBtc: Math.min(estimatedBtc, encumberedBtc),
    productionSaleShare: btcPerDay > 0 && minedPerDay > 0 ? 1 - Math.min(1, btcPerDay / minedPerDay) : 1,
    sellRateBtcPerDay: Math.max(0, -btcPerDay),
  };
};

/** That the coins at the start are estimates, and how each miner goes on. */
export const propertiesOfPace = (paced: readonly Paced[]): Properties => {
  const sum = (figure: "countedBtc" | "estimatedBtc"): string =>
    spoken(Math.round(paced.reduce((all, one) => all + one[figure], 0)));
  return {
    "Holdings at the start": `are estimates: ${sum("estimatedBtc")} BTC, counted ${sum("countedBtc")}`,
    ...Object.fromEntries(
      paced.map(({ ticker, btcPerDay }) => [`Pace of ${ticker}`, `${spoken(Number(btcPerDay.toFixed(2)))} BTC a day`]),
    ),
  };
};
