// MININGCOST: the power that one BTC costs.
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

export const MININGCOST = elementwise(
  {
    id: "MININGCOST",
    group: "economics",
    summary: "Power cost of mining one BTC in USD, without machines, staff and interest.",
    details: "Hashcost divided by the hashprice in BTC. Cash power only: companies' own cost figures contain more.",
    result: "USD per BTC.",
    errors: [NOT_POSITIVE],
    examples: [
      {
        formula: "=MININGCOST(17,0.05,146472570619930.8,0.017282554)",
        shows: "$47,270",
        says: "17 J/TH at 5 cents, 12 January 2026.",
      },
      { formula: "=MININGCOST(30,0.07)", shows: "", says: "An old fleet at the record's latest difficulty." },
    ],
  },
  [efficiency, powerPrice, difficulty, feesPerBlock],
  (jth, usdKwh, difficultyNow, fees) =>
    rich(miningCostUsdPerBtc(jth, usdKwh, difficultyNow(), latestSubsidy() + fees()), USD_PER_BTC, () =>
      takenFromRecord(difficultyNow, fees),
    ),
);
