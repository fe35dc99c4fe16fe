// Is a count one of coins, or of thousands of them? Its fair value over it must be the price of the day.
import { isoOf } from "../common/days";
import { printed } from "./candidate";

/** Fair values are taken at closes of other venues and hours: twelve real pairs deviate by at most 0.33 %. */
const TOLERANCE = 0.02;

export interface PricedCount {
  /** printed × 10^scale. */
  readonly count: number;
  /** Half of the last printed digit, in the same unit. */
  readonly halfCount: number;
  readonly fairValueUsd: number;
  readonly halfFairUsd: number;
}

export type Tested =
  | { readonly outcome: "fits"; readonly value: number; readonly isThousandth: boolean; readonly priceUsd: number }
  | { readonly outcome: "refused"; readonly reason: string };

/** Exactly one of the count and its thousandth must give the price. */
export const testPrice = (of: PricedCount, recordPriceUsd: number, day: number): Tested => {
  const tolerance = TOLERANCE + of.halfCount / of.count + of.halfFairUsd / of.fairValueUsd;
  const fits = [1, 1000].filter((divisor) => {
    const priceUsd = of.fairValueUsd / (of.count / divisor);
    return Math.abs(priceUsd - recordPriceUsd) <= tolerance * recordPriceUsd;
  });
  const [divisor] = fits;
  if (divisor !== undefined && fits.length === 1) {
    const value = of.count / divisor;
    return { outcome: "fits", value, isThousandth: divisor === 1000, priceUsd: of.fairValueUsd / value };
  }
  const reason =
    `${printed(of.fairValueUsd)} USD for ${printed(of.count)} or ${printed(of.count / 1000)} coins is not the price of ` +
    `${isoOf(day)}, ${printed(recordPriceUsd)} USD`;
  return { outcome: "refused", reason };
};
