// BREAKEVENPOWER: the power price that a machine can just pay.
import { breakEvenPowerUsdKwh, hashprice } from "../../model/economics/economics";
import { elementwise } from "../define";
import { rich, USD_PER_KWH } from "../formats";
import { number, optional } from "../parameters";
import { efficiency, latestFeesPerBlock, latestSubsidy, NOT_POSITIVE, ofDay, takenFromRecord } from "./common";

const given = number({ name: "hashprice", description: "Hashprice.", unit: "USD/PH/day" }, { min: 0 });
const hashpriceOrLatest = optional(
  { ...given, default: "that of the record's newest day with price and difficulty, and its fees" },
  undefined,
);

export const BREAKEVENPOWER = elementwise(
  {
    id: "BREAKEVENPOWER",
    group: "economics",
    summary: "Power price in USD/kWh at which a machine of that efficiency breaks even.",
    details: "Hashprice divided by 24 x J/TH.",
    result: "USD per kWh.",
    errors: [NOT_POSITIVE],
    examples: [
      {
        formula: "=BREAKEVENPOWER(17,39.53)",
        shows: "0.0969",
        says: "Hashrate Index printed 97 USD/MWh on 2026-01-12.",
      },
      { formula: "=BREAKEVENPOWER({17;22;32.5})", shows: "", says: "Three classes of machines, latest hashprice." },
    ],
  },
  [efficiency, hashpriceOrLatest],
  (jth, usdPhDay) => {
    const now = () => hashprice(ofDay.difficulty(), latestSubsidy() + latestFeesPerBlock(), ofDay.price());
    return rich(breakEvenPowerUsdKwh(jth, usdPhDay ?? now()), USD_PER_KWH, () =>
      usdPhDay === undefined ? takenFromRecord(ofDay.price, ofDay.difficulty, latestFeesPerBlock) : {},
    );
  },
);
