// Market impact in closed form: the square-root law, its inverse, and what it takes to absorb a sale.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { exp, log, oneMinusExp } from "../numerics/exact";

/**
 * Log price fall at the end of a sale: Y s sqrt(Q / V), Q and V in one unit, s the daily volatility, Y about 1
 * (literature 0.5 to 1.5). Toth et al. 2011; Donier & Bonart 2015 (arXiv 1412.4503) found it on bitcoin.
 */
export const sqrtImpact = (btc: number, volumeBtc: number, dailyVolatility: number, coefficient = 1): number =>
  coefficient * dailyVolatility * Math.sqrt(btc / volumeBtc);

/** Log price fall by the flow reading: so much per 1e9 USD, never decaying. An upper reading for large sales. */
export const flowImpact = (btc: number, priceUsd: number, betaPerBillionUsd: number): number =>
  (betaPerBillionUsd * btc * priceUsd) / 1e9;

/** The share by which the price falls for a log impact: 1 - e^-I. */
export const priceFall = (impact: number): number => oneMinusExp(impact);

/** BTC that the market takes for a price fall: V (-ln(1 - x) / (Y s))^2, the square-root law turned round. */
export const absorbableBtc = (
  priceFallShare: number,
  volumeBtc: number,
  dailyVolatility: number,
  coefficient = 1,
): number => volumeBtc * (log(1 - priceFallShare) / (coefficient * dailyVolatility)) ** 2;

/** Days to sell so many BTC at a share of the daily volume. */
export const absorptionDays = (btc: number, participation: number, volumeBtc: number): number =>
  btc / (participation * volumeBtc);

/** How many months of new coins a sale equals: Q / (144 S 365.25/12). */
export const monthsOfIssuance = (btc: number, subsidyBtcPerBlock: number): number =>
  btc / ((BLOCKS_PER_DAY * subsidyBtcPerBlock * 365.25) / 12);

/**
 * Memory of a day's sale j days later (j from 1): sqrt(j) - sqrt(j - 1), so that a steady flow obeys the square root.
 * Propagator that falls with the square root of time (Maitrier et al. 2025, arXiv 2502.16246).
 */
export const impactMemory = (days: number): number => 1 / (Math.sqrt(days) + Math.sqrt(days - 1));

/** Below this k n the hurried schedule is the straight line to the last digit. */
const STRAIGHT_LINE = 1e-8;

/**
 * Share still held after `day` of `days` under Almgren-Chriss (2000): sinh(k (n - j)) / sinh(k n), k the urgency per
 * day. Written with decaying exponentials, which cannot overflow.
 */
export const scheduleLeft = (day: number, days: number, urgencyPerDay: number): number => {
  if (day >= days) return 0;
  if (urgencyPerDay * days < STRAIGHT_LINE) return (days - day) / days;
  return (
    (exp(-urgencyPerDay * day) * oneMinusExp(2 * urgencyPerDay * (days - day))) / oneMinusExp(2 * urgencyPerDay * days)
  );
};

/** Share sold on a day (from 0) of that schedule: the difference of two neighbours, without their cancellation. */
export const scheduleSold = (day: number, days: number, urgencyPerDay: number): number => {
  if (day < 0 || day >= days) return 0;
  if (urgencyPerDay * days < STRAIGHT_LINE) return 1 / days;
  const mirrored = 1 + exp(-urgencyPerDay * (2 * (days - day) - 1));
  return (exp(-urgencyPerDay * day) * mirrored * oneMinusExp(urgencyPerDay)) / oneMinusExp(2 * urgencyPerDay * days);
};
