// ABSORPTIONDAYS: how long a sale takes at a share of the volume.
import { absorptionDays } from "../../model/impact/impact";
import { elementwise } from "../define";
import { rich } from "../formats";
import { number, optional } from "../parameters";
import { btc, NOT_POSITIVE, volume } from "./common";

const participation = optional(
  number(
    {
      name: "participation",
      description: "Seller's share of the market's volume.",
      unit: "share",
      default: "0.05 (assumption)",
    },
    { above: 0, max: 1 },
  ),
  0.05,
);

export const ABSORPTIONDAYS = elementwise(
  {
    id: "ABSORPTIONDAYS",
    group: "economics",
    summary: "Days needed to sell an amount of BTC at a share of the market's daily volume.",
    details: "Coins / (participation x volume).",
    result: "Days.",
    errors: [NOT_POSITIVE],
    examples: [
      { formula: "=ABSORPTIONDAYS(80000,0.05,100000)", shows: "16.0", says: "80,000 BTC at 5 % of 100,000 a day." },
      { formula: "=ABSORPTIONDAYS(OVERHANG())", shows: "", says: "All treasuries at 5 % of the assumed volume." },
    ],
  },
  [btc, participation, volume],
  (coins, part, perDay) => rich(absorptionDays(coins, part, perDay()), "0.0"),
);
