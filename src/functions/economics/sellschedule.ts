// SELLSCHEDULE: a sale spread over days, evenly or hurried.
import { scheduleLeft, scheduleSold } from "../../model/impact/impact";
import type { Cell } from "../cells";
import { spilling } from "../define";
import { BTC, COUNT, rich } from "../formats";
import { number, optional } from "../parameters";
import { headers } from "../record/common";
import { btc, NOT_POSITIVE } from "./common";

const days = number(
  { name: "days", description: "Length of the sale.", unit: "days" },
  { min: 1, max: 3650, integer: true },
);
const urgency = optional(
  number(
    {
      name: "urgency",
      description: "How front-loaded the sale is; 0 sells the same each day.",
      unit: "per day",
      default: "0",
    },
    { min: 0, max: 10 },
  ),
  0,
);

export const SELLSCHEDULE = spilling(
  {
    id: "SELLSCHEDULE",
    group: "economics",
    summary: "Table of a sale day by day: BTC sold and BTC left, evenly or front-loaded.",
    details:
      "Almgren-Chriss (2000): left after day j is X sinh(k (T - j)) / sinh(k T), k the urgency per day; a straight line when it is 0.",
    result: "One row a day: day, sold, left.",
    errors: [NOT_POSITIVE],
    examples: [
      { formula: "=SELLSCHEDULE(1000,5)", shows: "Day", says: "200 BTC on each of five days." },
      {
        formula: "=SELLSCHEDULE(2537,90,0.02,FALSE)",
        shows: "1",
        says: "Front-loaded over 90 days, without the first row.",
      },
    ],
  },
  [btc, days, urgency, headers],
  (coins, length, k, withHeaders) => {
    const rows = Array.from({ length }, (_, day): Cell[] => [
      rich(day + 1, COUNT),
      rich(coins * scheduleSold(day, length, k), BTC),
      rich(coins * scheduleLeft(day + 1, length, k), BTC),
    ]);
    return withHeaders ? [["Day", "Sold", "Left"], ...rows] : rows;
  },
);
