// Claims on a miner's coins: pledged, lent or restricted; free, as far as that was told; and what nobody told.
import type { Day } from "../common/days";
import type { Holding } from "./holdings";
import { record } from "./session";

export interface Claims {
  readonly encumberedBtc: number;
  readonly freeBtc: number;
  readonly notToldBtc: number;
}

/**
 * Unknown is not free: free is what was reported as such, or what an encumbrance of the count's own date leaves. `coins`:
 * how many of the miner's are asked about; the encumbered ones count first.
 */
export const claimsOn = ({ miner, row, btc }: Holding, coins: number, day: Day, knownBy: Day): Claims => {
  const counted = record().periodEnd(row);
  const newest = (metric: string): number => record().asOf(miner, record().metricIndex(metric), day, knownBy);
  const [pledged, free] = [newest("encumbered_btc"), newest("unrestricted_btc")];
  const isOfCount = (one: number): boolean => one >= 0 && record().periodEnd(one) === counted;
  const encumbered = isOfCount(pledged) || !isOfCount(free) ? valueOf(pledged) : Math.max(0, btc - valueOf(free));
  const encumberedBtc = Math.min(encumbered, coins);
  const told = isOfCount(free) ? valueOf(free) : isOfCount(pledged) ? Math.max(0, btc - encumbered) : 0;
  const freeBtc = Math.min(told, coins - encumberedBtc);
  return { encumberedBtc, freeBtc, notToldBtc: coins - encumberedBtc - freeBtc };
};

const valueOf = (row: number): number => (row < 0 ? 0 : record().value(row));

export const claimsOnAll = (
  all: readonly (Holding & { readonly overhangBtc: number })[],
  day: Day,
  knownBy: Day,
): Claims => {
  const each = all.map((one) => claimsOn(one, one.overhangBtc, day, knownBy));
  const sum = (of: (claims: Claims) => number): number => each.reduce((btc, claims) => btc + of(claims), 0);
  return {
    encumberedBtc: sum((claims) => claims.encumberedBtc),
    freeBtc: sum((claims) => claims.freeBtc),
    notToldBtc: sum((claims) => claims.notToldBtc),
  };
};
