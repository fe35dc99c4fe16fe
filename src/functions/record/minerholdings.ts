// MINERHOLDINGS: the BTC a miner, a list or a group held on a day.
import type { Cell } from "../cells";
import { miners } from "../baskets";
import { elementwise } from "../define";
import { BTC, rich, USD } from "../formats";
import {
  dayFor, holdingsOf, priceAt, priceProperties, propertiesOf, propertiesOfSum, total,
} from "../holdings"; // prettier-ignore
import { knownBy, onDate, unit } from "./common";

export const MINERHOLDINGS = elementwise(
  {
    id: "MINERHOLDINGS",
    group: "record",
    summary: "BTC held by a miner, a list or a group on a date: the newest report at or before it.",
    details:
      "All coins that the company counts as its own, pledged and loaned ones included. Between reports the last one is carried forward, and the value says for how many days. A group adds what each member last reported; a subsidiary whose coins are inside its parent's report is left out.",
    result: "BTC, or USD at the close of the date (of known_by, where that is earlier).",
    errors: [
      { code: "#VALUE!", when: "unknown miner (the nearest names are given), a date or unit that is none" },
      { code: "#N/A", when: "no report at or before the date; the message says which is the first" },
    ],
    examples: [
      { formula: '=MINERHOLDINGS("MARA","2025-12-31")', shows: "53,822", says: "One miner at a year's end." },
      {
        formula: '=MINERHOLDINGS({"CORZ","WULF","IREN","MARA"},"2025Q4")',
        shows: "2,537",
        says: "Four miners side by side: 2,537, 3, 0 and 53,822.",
      },
    ],
  },
  [miners(), onDate, unit, knownBy],
  (basket, asked, inUnit, known): Cell => {
    const day = dayFor(basket, asked);
    const held = holdingsOf(basket, day, known?.day);
    const btc = total(held);
    const single = basket.kind === "single" ? held[0] : undefined;
    const behind = () => (single ? propertiesOf(single.row, day) : propertiesOfSum(held, day));
    if (inUnit === "BTC") return rich(btc, BTC, behind);
    const price = priceAt(Math.min(day, known?.day ?? Infinity));
    return rich(btc * price.value, USD, () => ({ BTC: btc, ...priceProperties(price), ...behind() }));
  },
);
