// HASHPRICE: what one PH/s earns in a day.
import { hashprice } from "../../model/economics/economics";
import { elementwise } from "../define";
import { HASHPRICE as FORMAT, rich } from "../formats";
import { difficulty, feesPerBlock, price, subsidy, takenFromRecord } from "./common";

export const HASHPRICE = elementwise(
  {
    id: "HASHPRICE",
    group: "economics",
    summary:
      "Mining revenue of one PH/s in USD a day; if omitted, price and difficulty are those of one day, the newest.",
    details:
      "86,400e15 / (difficulty x 2^32) x (subsidy + fees per block) x price: expected revenue before power cost and pool fee, from difficulty and not from measured hashrate. If omitted, price and difficulty are those of the same day, the newest for which the record has both. The same definition as Luxor's Hashprice Index.",
    result: "USD per PH/s and day.",
    errors: [{ code: "#VALUE!", when: "an argument is not a positive number" }],
    examples: [
      { formula: "=HASHPRICE(91132,146472570619930.8,0.017282554)", shows: "39.33", says: "12 January 2026." },
      {
        formula: "=HASHPRICE()",
        shows: "",
        says: "Price and difficulty of the newest day that has both, which stands behind the value.",
      },
    ],
  },
  [price, difficulty, feesPerBlock, subsidy],
  (priceUsd, difficultyNow, fees, subsidyBtc) =>
    rich(hashprice(difficultyNow(), subsidyBtc() + fees(), priceUsd()), FORMAT, () =>
      takenFromRecord(priceUsd, difficultyNow, fees),
    ),
);
