// OVERHANG: coins that may come to market, by one of the methods of the model.
import { membersOf } from "../../data/groups";
import { optionalMiners } from "../baskets";
import type { Cell } from "../cells";
import { perCell } from "../define";
import { BTC, rich, USD } from "../formats";
import { dayFor, holdingsOf, priceAt, priceProperties, propertiesOfSum, total } from "../holdings";
import { choice, number, optional } from "../parameters";
import { knownBy, onDate, unit } from "../record/common";
import { record } from "../session";

const method = optional(
  choice(
    {
      name: "method",
      description: "TREASURY: all treasuries. PIVOT: those of miners with a signed AI lease on the date.",
      default: "TREASURY",
    },
    ["TREASURY", "PIVOT"],
  ),
  "TREASURY" as const,
);

const share = optional(
  number(
    { name: "share", description: "Part of the coins that comes to market.", unit: "0 to 1", default: "1" },
    { min: 0, max: 1 },
  ),
  1,
);

export const OVERHANG = perCell(
  {
    id: "OVERHANG",
    group: "scenarios",
    summary: "BTC (or USD) that listed miners may bring to market, by method, as last reported on a date.",
    details:
      "Sum of share times holdings. Pledged and loaned coins count. PIVOT keeps the miners with a signed AI or HPC lease on the date: the thesis of March 2026.",
    result: "BTC, or USD at the close of the date.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or method, share outside 0 to 1" },
      { code: "#N/A", when: "no report at or before the date" },
    ],
    examples: [
      { formula: "=OVERHANG()", shows: "", says: "Everything that listed miners hold." },
      { formula: '=OVERHANG("CORZ,WULF,CIFR,IREN","PIVOT")', shows: "", says: "The coins of four converting miners." },
    ],
  },
  [optionalMiners(), method, share, onDate, unit, knownBy],
  (basket, by, part, asked, inUnit, known): Cell => {
    const day = dayFor(basket, asked);
    const held = holdingsOf(basket, day, known?.day);
    const pivot = by === "PIVOT" ? new Set(membersOf(record(), "PIVOT", day, known?.day)) : undefined;
    const counted = pivot ? held.filter(({ miner }) => pivot.has(miner)) : held;
    const btc = part * total(counted);
    const behind = () => ({ Method: by, "Share sold": part, ...propertiesOfSum(counted, day) });
    if (inUnit === "BTC") return rich(btc, BTC, behind);
    const price = priceAt(day);
    return rich(btc * price.value, USD, () => ({ BTC: btc, ...priceProperties(price), ...behind() }));
  },
);
