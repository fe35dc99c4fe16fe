// FUNDINGGAP: USD still to find for contracted AI megawatts.
import { sumOf } from "../../common/sum";
import { membersAt, miners, tickerOf } from "../baskets";
import { elementwise } from "../define";
import { rich, spoken, USD } from "../formats";
import { dayFor } from "../holdings";
import { number, optional } from "../parameters";
import { onDate } from "../record/common";
import { CAPEX_USD_PER_MW, FINANCED_SHARE, gapOf } from "./funding";

const capex = optional(
  number(
    {
      name: "capex_per_mw",
      description: "Cost of one AI megawatt.",
      unit: "USD/MW",
      default: "9,000,000 (assumption; announced deals range from 8 to 11 million)",
    },
    { min: 0, max: 1e9 },
  ),
  CAPEX_USD_PER_MW,
);
const financed = optional(
  number(
    { name: "financed_share", description: "Share that lenders finance.", unit: "0 to 1", default: "0.8 (assumption)" },
    { min: 0, max: 1 },
  ),
  FINANCED_SHARE,
);

const millions = (usd: number): string => `${spoken(Math.round(usd / 1e6))} M USD`;

export const FUNDINGGAP = elementwise(
  {
    id: "FUNDINGGAP",
    group: "scenarios",
    summary: "USD that miners still have to raise for contracted AI megawatts: what may force them to sell coins.",
    details:
      "Contracted critical IT megawatts that are not live x capex per MW x (1 - financed share) - cash, never below zero, miner by miner. Cash that was never reported counts as zero.",
    result: "USD.",
    errors: [{ code: "#VALUE!", when: "unknown miner, a share outside 0 to 1" }],
    examples: [
      {
        formula: '=FUNDINGGAP("CORZ",9000000,0.8,"2026-03-14")',
        shows: "$392,600,000",
        says: "Core Scientific in March 2026.",
      },
      { formula: '=FUNDINGGAP({"WULF";"CIFR";"IREN";"HUT"})', shows: "", says: "Four miners, latest reports." },
    ],
  },
  [miners(), capex, financed, onDate],
  (basket, perMw, share, asked) => {
    const day = dayFor(basket, asked);
    const gaps = membersAt(basket, day).map((miner) => gapOf(miner, day, Infinity, perMw, share));
    return rich(sumOf(gaps.map((gap) => gap.usd)), USD, () =>
      Object.fromEntries(
        gaps
          .filter((gap) => gap.mw > 0)
          .map((gap) => [
            tickerOf(gap.miner),
            `${millions(gap.usd)}: ${Math.round(gap.mw)} MW not live, ${millions(gap.cashUsd)} cash`,
          ]),
      ),
    );
  },
);
