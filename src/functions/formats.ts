// Number formats of answers, in Excel's en-US notation. Excel applies them as a default; the user's own format wins.
import { serialOf, type Day } from "../common/days";
import type { Properties, RichNumber } from "./cells";

export const BTC = "#,##0";
export const USD = "$#,##0";
export const DATE = "yyyy-mm-dd";
export const SHARE = "0.0%";
export const COUNT = "#,##0";
export const HASHPRICE = "0.00";
/** Prices per coin or per unit of power, whose size decides how many digits are worth reading. */
export const USD_PER_BTC = "$#,##0";
export const USD_PER_KWH = "0.0000";

const MOST_DECIMALS = 4;
/** For a number of any size: separators, and as many decimals as it has, four at most. */
export const bySize = (value: number): string => {
  const decimals = String(Math.abs(value) < 1000 ? Number(value.toFixed(MOST_DECIMALS)) : 0).split(".")[1] ?? "";
  return decimals === "" ? COUNT : `${COUNT}.${"0".repeat(decimals.length)}`;
};

export const rich = (value: number, format: string, properties?: () => Properties): RichNumber =>
  properties ? { value, format, properties } : { value, format };

export const date = (day: Day, properties?: () => Properties): RichNumber => rich(serialOf(day), DATE, properties);

/** A share inside a sentence: "84 %". */
export const percent = (share: number): string => `${spoken(Math.round(100 * share))} %`;

const SPOKEN = new Intl.NumberFormat("en-US");
/** A number inside a sentence: "53,822". The same in every locale, as all texts here are English. */
export const spoken = (value: number): string => SPOKEN.format(value);
