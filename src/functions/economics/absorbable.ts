// ABSORBABLE: the coins that the market takes for a given fall.
import { absorbableBtc } from "../../model/impact/impact";
import { elementwise } from "../define";
import { BTC, rich } from "../formats";
import { number } from "../parameters";
import { coefficient, NOT_POSITIVE, volatility, volume } from "./common";

const priceFall = number(
  { name: "price_fall", description: "Price fall you accept.", unit: "share, 0.05 for 5 %" },
  { min: 0, max: 0.99 },
);

export const ABSORBABLE = elementwise(
  {
    id: "ABSORBABLE",
    group: "economics",
    summary: "BTC that the market absorbs for a given price fall: the square-root law inverted.",
    details: "Volume x (ln(1 - fall) / (Y x daily volatility)) squared.",
    result: "BTC.",
    errors: [NOT_POSITIVE],
    examples: [
      { formula: "=ABSORBABLE(0.05,100000,0.025)", shows: "420,960", says: "For 5 %, at 100,000 BTC a day." },
      { formula: "=ABSORBABLE({0.01;0.02;0.05})", shows: "", says: "With the record's volume and volatility." },
    ],
  },
  [priceFall, volume, volatility, coefficient],
  (fall, perDay, daily, y) => rich(absorbableBtc(fall, perDay(), daily(), y), BTC),
);
