// OVERHANG: coins that may come to market, by one of the methods of the model.
import { optionalMiners } from "../baskets";
import type { Cell } from "../cells";
import { elementwise } from "../define";
import { BTC, rich, USD } from "../formats";
import { dayFor, heldOf, propertiesOfSum } from "../holdings";
import { priceAt, priceProperties } from "../market";
import { knownBy, maxAge, onDate, unit } from "../record/common";
import { exposuresOf, method, overhangTotal, share } from "./exposure";

export const OVERHANG = elementwise(
  {
    id: "OVERHANG",
    group: "scenarios",
    summary: "BTC (or USD) that listed miners may bring to market, by method, as last reported by a date.",
    details:
      "TREASURY: share x holdings of every miner. PIVOT: holdings of those with a signed AI or HPC lease on the date, the thesis of March 2026. FUNDING: the coins needed to pay for contracted AI megawatts once cash is spent, at most all (9 million USD a megawatt, 80 % financed: FUNDINGGAP takes others). Pledged and loaned coins count; OVERHANGREPORT shows them apart.",
    result: "BTC, or USD at the close of the date.",
    errors: [
      { code: "#VALUE!", when: "unknown miner or method, share outside 0 to 1" },
      { code: "#N/A", when: "no report at or before the date" },
    ],
    examples: [
      { formula: "=OVERHANG()", shows: "86,562", says: "Everything that listed miners hold." },
      {
        formula: '=OVERHANG("CORZ,WULF,CIFR,IREN","PIVOT")',
        shows: "3,186",
        says: "The coins of four converting miners.",
      },
    ],
  },
  [optionalMiners(), method, share, onDate, unit, knownBy, maxAge],
  (basket, by, part, asked, inUnit, known, oldest): Cell => {
    const day = dayFor(basket, asked);
    const knownDay = known?.day ?? Infinity;
    // A count of coins needs no price, and an old record has none that would do.
    const price =
      inUnit === "USD" || by === "FUNDING"
        ? priceAt({ day, knownBy: knownDay, isNamed: asked !== undefined })
        : undefined;
    const exposures = exposuresOf(basket, by, part, day, knownDay, price?.value ?? 0, oldest);
    const counted = exposures.filter((one) => one.overhangBtc > 0);
    const btc = overhangTotal(counted);
    const provenance = () => ({
      Method: by,
      ...(by === "FUNDING" ? {} : { "Share sold": part }),
      ...(counted.length > 0 ? propertiesOfSum(counted, day, heldOf(basket, day, knownDay, oldest).tooOld) : {}),
    });
    if (inUnit === "BTC" || !price) return rich(btc, BTC, provenance);
    return rich(btc * price.value, USD, () => ({ BTC: btc, ...priceProperties(price), ...provenance() }));
  },
);
