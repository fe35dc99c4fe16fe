// MINERHOLDINGS: the BTC a miner, a list or a group held on a day.
import type { Cell } from "../cells";
import { miners } from "../baskets";
import { elementwise } from "../define";
import { BTC, rich, USD } from "../formats";
import { dayFor, heldOf, propertiesOf, propertiesOfSum, total } from "../holdings";
import { priceAt, priceProperties } from "../market";
import { knownBy, maxAge, onDate, unit } from "./common";

export const MINERHOLDINGS = elementwise(
  {
    id: "MINERHOLDINGS",
    group: "record",
    summary: "BTC held by a miner, a list or a group on a date: the newest report at or before it.",
    details:
      "All coins that the company counts as its own, pledged and loaned ones included. Between reports the last one is carried forward, and the value says how many days. A group adds what each member last reported; a subsidiary whose coins are included in its parent's report is left out. Behind a sum are its age, weighted by coins, and each part. max_age leaves older reports out and says how much they add up to.",
    result: "BTC, or USD at the close of the date (of known_by, where that is earlier).",
    errors: [
      { code: "#VALUE!", when: "unknown miner (the nearest names are given), an invalid date or unit" },
      {
        code: "#N/A",
        when: "no report at or before the date, or none recent enough; in USD, no price within 45 days; the message says what there is",
      },
    ],
    examples: [
      { formula: '=MINERHOLDINGS("MARA","2025-12-31")', shows: "53,822", says: "One miner at a year's end." },
      {
        formula: '=MINERHOLDINGS({"CORZ","WULF","IREN","MARA"},"2025Q4")',
        shows: "2,537",
        says: "Four miners side by side: 2,537, 3, 0 and 53,822.",
      },
      {
        formula: '=MINERHOLDINGS("ALL","2026-11-22",,,120)',
        shows: "",
        says: "Only reports from the last 120 days; the sum of the rest is behind the value.",
      },
    ],
  },
  [miners(), onDate, unit, knownBy, maxAge],
  (basket, asked, inUnit, known, oldest): Cell => {
    const day = dayFor(basket, asked);
    const { held, tooOld } = heldOf(basket, day, known?.day, oldest);
    const btc = total(held);
    const single = basket.kind === "single" ? held[0] : undefined;
    const provenance = () => (single ? propertiesOf(single.row, day) : propertiesOfSum(held, day, tooOld));
    if (inUnit === "BTC") return rich(btc, BTC, provenance);
    const price = priceAt({ day, knownBy: known?.day ?? Infinity, isNamed: asked !== undefined });
    return rich(btc * price.value, USD, () => ({ BTC: btc, ...priceProperties(price), ...provenance() }));
  },
);
