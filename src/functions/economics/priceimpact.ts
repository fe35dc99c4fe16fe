// PRICEIMPACT: how far a sale pushes the price.
import { priceFall, sqrtImpact } from "../../model/impact/impact";
import { elementwise } from "../define";
import { rich } from "../formats";
import { btc, coefficient, NOT_POSITIVE, volatility, volume } from "./common";

export const PRICEIMPACT = elementwise(
  {
    id: "PRICEIMPACT",
    group: "economics",
    summary: "Price fall at the end of a sale by the square-root law, as a share.",
    details:
      "1 - exp(-Y x daily volatility x square root of coins over daily volume). How long the sale takes cancels out; slower selling helps only as impact decays, which SCENARIO models. One reading of two: see OVERHANGREPORT for the range. Sales below a thousandth of a day's volume lie outside what was observed.",
    result: "Share of the price, 0 to 1.",
    errors: [NOT_POSITIVE],
    examples: [
      {
        formula: "=PRICEIMPACT(5000,100000,0.025,1)",
        shows: "0.56%",
        says: "5 % of a day's volume at 2.5 % volatility.",
      },
      { formula: "=PRICEIMPACT(OVERHANG())", shows: "", says: "All treasuries in one sale." },
    ],
  },
  [btc, volume, volatility, coefficient],
  (coins, perDay, daily, y) => rich(priceFall(sqrtImpact(coins, perDay(), daily(), y)), "0.00%"),
);
