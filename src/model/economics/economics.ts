// What a machine earns and costs: hashprice, power cost and the three break-evens.
import { SECONDS_PER_DAY } from "../../common/days";
import { HASHES_PER_DIFFICULTY } from "../chain/chain";

/** BTC per PH/s and day, per BTC of reward, at difficulty 1. */
export const HASHPRICE_SCALE = (SECONDS_PER_DAY * 1e15) / HASHES_PER_DIFFICULTY;

/** Hashprice in BTC/PH/day: 86400e15 / (D 2^32) * reward. Luxor's definition, docs.luxor.tech/hashrateindex/hashprice. */
export const hashpriceBtc = (difficulty: number, rewardBtcPerBlock: number): number =>
  (HASHPRICE_SCALE / difficulty) * rewardBtcPerBlock;

/** Hashprice in USD/PH/day: the same times the price. */
export const hashprice = (difficulty: number, rewardBtcPerBlock: number, priceUsd: number): number =>
  hashpriceBtc(difficulty, rewardBtcPerBlock) * priceUsd;

/**
 * Power cost in USD/PH/day: 24 E c. 1 PH/s at E J/TH draws E kW.
 * `pue` is the site's power over the machines' power, 1 where the efficiency already is the site's.
 */
export const hashcostUsd = (efficiencyJth: number, powerPriceUsdKwh: number, pue = 1): number =>
  24 * efficiencyJth * pue * powerPriceUsdKwh;

/** Power cost of mining one BTC in USD; the same number is the BTC price at which the machine stops. */
export const miningCostUsdPerBtc = (
  efficiencyJth: number,
  powerPriceUsdKwh: number,
  difficulty: number,
  rewardBtcPerBlock: number,
): number => hashcostUsd(efficiencyJth, powerPriceUsdKwh) / hashpriceBtc(difficulty, rewardBtcPerBlock);

/** Break-even power price in USD/kWh: HP / (24 E). */
export const breakEvenPowerUsdKwh = (efficiencyJth: number, hashpriceUsdPhDay: number): number =>
  hashpriceUsdPhDay / (24 * efficiencyJth);

/** Megawatts that a hashrate draws: 1 EH/s at E J/TH is E MW. */
export const powerMw = (hashrateEhs: number, efficiencyJth: number): number => hashrateEhs * efficiencyJth;
