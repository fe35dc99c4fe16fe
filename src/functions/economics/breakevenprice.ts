// BREAKEVENPRICE: the BTC price at which a machine stops.
import { miningCostUsdPerBtc } from "../../model/economics/economics";
import { elementwise } from "../define";
import { rich, USD_PER_BTC } from "../formats";
import {
  difficulty,
  efficiency,
  feesPerBlock,
  latestSubsidy,
  NOT_POSITIVE,
  powerPrice,
  takenFromRecord,
} from "./common";

export const BREAKEVENPRICE = elementwise(
  {
    id: "BREAKEVENPRICE",
    group: "economics",
    summary: "BTC price in USD below which a machine earns less than its power costs.",
    details:
      "24 x J/TH x USD/kWh divided by the hashprice in BTC. At an unchanged difficulty: when machines stop, difficulty falls and the price follows.",
    result: "USD per BTC.",
    errors: [NOT_POSITIVE],
    examples: [
      {
        formula: "=BREAKEVENPRICE(21.5,0.06,146472570619930.8,0.017282554)",
        shows: "$71,739",
        says: "S19 XP class at 6 cents, 12 January 2026.",
      },
      { formula: "=BREAKEVENPRICE(17,0.05)", shows: "", says: "At the record's latest difficulty." },
    ],
  },
  [efficiency, powerPrice, difficulty, feesPerBlock],
  (jth, usdKwh, difficultyNow, fees) =>
    rich(miningCostUsdPerBtc(jth, usdKwh, difficultyNow(), latestSubsidy() + fees()), USD_PER_BTC, () =>
      takenFromRecord(difficultyNow, fees),
    ),
);
