// MINERESTIMATE: what a miner, a list or a group is believed to hold on a day between its reports.
import { miners } from "../baskets";
import type { Cell } from "../cells";
import { elementwise } from "../define";
import { estimateAt, estimatesOf, PERCENTILES, propertiesOfEstimates, type Percentile } from "../estimates";
import { BTC, rich, USD } from "../formats";
import { dayFor } from "../holdings";
import { priceAt, priceProperties } from "../market";
import { choice, optional } from "../parameters";
import { knownBy, onDate, unit } from "./common";

const percentile = optional(
  choice(
    { name: "percentile", description: "Point within the band: 0.5 is the estimate itself.", default: "0.5" },
    PERCENTILES.map(String),
  ),
  "0.5",
);

export const MINERESTIMATE = elementwise(
  {
    id: "MINERESTIMATE",
    group: "record",
    summary: "An estimate, never a report: BTC that a miner, a list or a group is believed to hold on a date.",
    details:
      "Use MINERHOLDINGS for what was counted, and for every total that must be traced to a filing. Use MINERESTIMATE when the count is old and you need today's figure: it starts from the newest count (or from coins that the company has mentioned since, or from sales reported since), continues at the miner's own pace between its last counts, never faster than it mines, and subtracts sales that were reported separately. A fall continues only if the interval before fell too. The band grows with the age of the count; nine of ten outcomes lay between 0.05 and 0.95, half of them between 0.25 and 0.75. A miner with one count has no pace: its count is carried forward. MINERHOLDINGS, OVERHANG and all totals use counts only. Its track record is on the methods page.",
    result: "BTC, or USD at the close of the date (of known_by, where that is earlier).",
    errors: [
      { code: "#VALUE!", when: "unknown miner, an invalid date or unit, a percentile other than the five" },
      {
        code: "#N/A",
        when: "no count at or before the date; a percentile other than 0.5 where no production is known",
      },
    ],
    examples: [
      {
        formula: '=MINERESTIMATE("ALL","2026-03-31","BTC","2026-03-31")',
        shows: "",
        says: "What was believable on that day, from what was published by then.",
      },
      {
        formula: '=MINERESTIMATE("MARA",,,,{0.05,0.5,0.95})',
        shows: "",
        says: "Low end, estimate and high end of today's treasury, side by side.",
      },
    ],
  },
  [miners(), onDate, unit, knownBy, percentile],
  (basket, asked, inUnit, known, asPercentile): Cell => {
    const day = dayFor(basket, asked);
    const estimates = estimatesOf(basket, day, known?.day);
    const btc = estimateAt(estimates, basket.label, Number(asPercentile) as Percentile);
    if (inUnit === "BTC") return rich(btc, BTC, () => propertiesOfEstimates(basket, estimates, day, BTC, 1));
    const price = priceAt({ day, knownBy: known?.day ?? Infinity, isNamed: asked !== undefined });
    return rich(btc * price.value, USD, () => ({
      BTC: btc,
      ...priceProperties(price),
      ...propertiesOfEstimates(basket, estimates, day, USD, price.value),
    }));
  },
);
