// The overhang: how many of the coins that listed miners hold may come to market, by three methods.

export interface TreasuryHolder {
  readonly ticker?: string;
  readonly holdingsBtc: number;
  /** A signed AI/HPC lease on the date. */
  readonly leased: boolean;
  /** Contracted AI megawatts that are not live yet. */
  readonly contractedMw: number;
  readonly cashUsd: number;
}

export type OverhangMethod = "treasury" | "pivot" | "funding";

export interface OverhangQuestion {
  readonly method: OverhangMethod;
  /** Share 0..1 of each treasury under `treasury` and `pivot`; `funding` finds its own. */
  readonly share: number;
  readonly priceUsd: number;
  readonly capexUsdPerMw: number;
  readonly financedShare: number;
}

/** USD still to find for contracted AI megawatts: MW * capex * (1 - financed share) - cash, never below 0. */
export const fundingGapUsd = (
  contractedMw: number,
  capexUsdPerMw: number,
  financedShare: number,
  cashUsd: number,
): number => Math.max(0, contractedMw * capexUsdPerMw * (1 - financedShare) - cashUsd);

/** BTC of one miner that may come to market. */
export const overhangOf = (holder: TreasuryHolder, question: OverhangQuestion): number => {
  const coins = holder.holdingsBtc;
  switch (question.method) {
    case "treasury":
      return question.share * coins;
    case "pivot":
      return holder.leased ? question.share * coins : 0;
    case "funding": {
      const { capexUsdPerMw, financedShare, priceUsd } = question;
      return Math.min(
        coins,
        fundingGapUsd(holder.contractedMw, capexUsdPerMw, financedShare, holder.cashUsd) / priceUsd,
      );
    }
  }
};
