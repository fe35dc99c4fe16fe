// The coins that may come to market, miner by miner, by the three methods of the model.
import type { Day } from "../../common/days";
import { sumOf } from "../../common/sum";
import { hasPivoted } from "../../data/groups";
import { overhangOf, type OverhangMethod } from "../../model/impact/overhang";
import { tickerOf, type Basket } from "../baskets";
import { holdingsOf, type Holding } from "../holdings";
import { choice, number, optional } from "../parameters";
import { record } from "../session";
import { CAPEX_USD_PER_MW, FINANCED_SHARE } from "./funding";
import { knownAt } from "./starting";

export const METHODS = ["TREASURY", "PIVOT", "FUNDING"] as const;
export type Method = (typeof METHODS)[number];

export const method = optional(
  choice(
    {
      name: "method",
      description:
        "TREASURY: all coins. PIVOT: coins of miners with a signed AI lease. FUNDING: coins needed to pay for contracted AI megawatts.",
      default: "TREASURY",
    },
    METHODS,
  ),
  "TREASURY" as const,
);

export const share = optional(
  number(
    {
      name: "share",
      description: "Share of the coins that is sold (FUNDING finds its own).",
      unit: "0 to 1",
      default: "1",
    },
    { min: 0, max: 1 },
  ),
  1,
);

export interface Exposure extends Holding {
  /** Coins that may come. */
  readonly overhangBtc: number;
}

const NO_PLANS = { contractedMw: 0, cashUsd: 0 };

const MODEL_METHOD: Readonly<Record<Method, OverhangMethod>> = {
  TREASURY: "treasury",
  PIVOT: "pivot",
  FUNDING: "funding",
};

export const exposuresOf = (
  basket: Basket,
  by: Method,
  part: number,
  day: Day,
  knownBy: Day,
  priceUsd: number,
  maxAge?: number,
): readonly Exposure[] =>
  holdingsOf(basket, day, knownBy, maxAge).map((held) => {
    // What else is known of a miner costs ten times its count: looked up where the method needs it.
    const { contractedMw, cashUsd } = by === "FUNDING" ? knownAt(held.miner, day, knownBy) : NO_PLANS;
    const overhangBtc = overhangOf(
      {
        holdingsBtc: held.btc,
        leased: by === "PIVOT" && hasPivoted(record(), tickerOf(held.miner), day, knownBy),
        contractedMw,
        cashUsd,
      },
      {
        method: MODEL_METHOD[by],
        share: part,
        priceUsd,
        capexUsdPerMw: CAPEX_USD_PER_MW,
        financedShare: FINANCED_SHARE,
      },
    );
    return { ...held, overhangBtc };
  });

export const overhangTotal = (exposures: readonly Exposure[]): number =>
  sumOf(exposures.map((exposure) => exposure.overhangBtc));
