// Money still to find for contracted AI megawatts, miner by miner: for FUNDINGGAP and for OVERHANG by funding.
import type { Day } from "../../common/days";
import { fundingGapUsd } from "../../model/impact/overhang";
import { standardOf } from "../assumed";
import { knownAt } from "./starting";

/** Assumptions of the model where the user gives none (MODEL 4.0). */
export const CAPEX_USD_PER_MW = standardOf("capex_per_mw");
export const FINANCED_SHARE = standardOf("financed_share");

export interface Gap {
  readonly miner: number;
  readonly usd: number;
  /** Contracted and not yet live. */
  readonly mw: number;
  readonly cashUsd: number;
}

export const gapOf = (
  miner: number,
  day: Day,
  knownBy: Day,
  capexUsdPerMw = CAPEX_USD_PER_MW,
  financedShare = FINANCED_SHARE,
): Gap => {
  const { contractedMw, cashUsd } = knownAt(miner, day, knownBy);
  return { miner, usd: fundingGapUsd(contractedMw, capexUsdPerMw, financedShare, cashUsd), mw: contractedMw, cashUsd };
};
