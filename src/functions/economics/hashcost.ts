// HASHCOST: what the power for one PH/s costs in a day.
import { hashcostUsd } from "../../model/economics/economics";
import { elementwise } from "../define";
import { HASHPRICE as FORMAT, rich } from "../formats";
import { number, optional } from "../parameters";
import { efficiency, NOT_POSITIVE, powerPrice } from "./common";

const pue = optional(
  number(
    { name: "pue", description: "Power of the site over power of the machines.", default: "1" },
    { min: 1, max: 10 },
  ),
  1,
);

export const HASHCOST = elementwise(
  {
    id: "HASHCOST",
    group: "economics",
    summary: "Power cost of one PH/s in USD a day: compare it with the hashprice.",
    details: "24 x J/TH x USD/kWh: one PH/s at E J/TH draws E kilowatts. With a PUE, the site's overhead is added.",
    result: "USD per PH/s and day.",
    errors: [NOT_POSITIVE],
    examples: [
      { formula: "=HASHCOST(17,0.05)", shows: "20.40", says: "A machine of 17 J/TH at 5 cents." },
      { formula: "=HASHPRICE()-HASHCOST(21.5,0.06)", shows: "", says: "Margin of the S19 XP class at 6 cents." },
    ],
  },
  [efficiency, powerPrice, pue],
  (jth, usdKwh, overhead) => rich(hashcostUsd(jth, usdKwh, overhead), FORMAT),
);
