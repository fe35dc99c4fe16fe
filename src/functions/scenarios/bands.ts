// Whether an outcome lay within the bands that a scenario has: the fan's of the price, the estimate's of the holdings.
import { exp, log } from "../../model/numerics/exact";
import type { Day } from "../../common/days";
import { estimateOf, widthAt } from "../../data/estimate/estimate";
import { YEAR_DAYS } from "../../model/scenario/inputs";
import { REACH } from "../estimates";
import { record } from "../session";
import type { Run } from "./run";

export interface Inside {
  readonly inside50: boolean;
  readonly inside90: boolean;
}

/** Standard deviations within which half, and nine in ten, of a normal lie. */
const HALF = 0.6744897501960817;
const NINE_TENTHS = 1.6448536269514722;

/** The fan without drawing it; where miners sell by need, their sales follow the path and there is no closed form. */
export const insidePrice = ({ inputs }: Run, days: number, said: number, outcome: number): Inside | undefined => {
  const { volatility, fanCentre, policy } = inputs;
  if (policy === "funding") return undefined;
  const centre = fanCentre === "mean" ? said * exp((-(volatility ** 2) * days) / (2 * YEAR_DAYS)) : said;
  const away = Math.abs(log(outcome / centre));
  const deviation = volatility * Math.sqrt(days / YEAR_DAYS);
  return { inside50: away <= HALF * deviation, inside90: away <= NINE_TENTHS * deviation };
};

/** Only under the policy pace, which starts from estimates: their widths on the outcome's day, as known at the start. */
export const insideHoldings = (
  { inputs }: Run,
  tickers: readonly string[],
  end: Day,
  said: number,
  outcome: number,
): Inside | undefined => {
  if (inputs.policy !== "pace") return undefined;
  const squares = tickers.map((ticker) => {
    const estimate = estimateOf(record(), record().minerIndex(ticker), inputs.startDay, inputs.startDay);
    return ((estimate && widthAt(estimate, end)) ?? 0) ** 2;
  });
  const width = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
  const away = Math.abs(outcome - said);
  return { inside50: away <= REACH[0.75] * width, inside90: away <= REACH[0.95] * width };
};
