// Does last month's count with what was mined and sold give this month's? A miss is told, not refused.
import { isoOf } from "../../common/days";
import { startOf } from "../../data/periods";
import { exact, printed, type Candidate } from "../candidate";
import type { Known } from "../known";

const WITHIN_BTC = 1;

export interface Rolled {
  readonly closes: boolean;
  readonly sentence: string;
}

/** Undefined where the month before, or what was mined, is not known. */
export const rollForward = (
  candidates: readonly Candidate[],
  ticker: string,
  periodEnd: number,
  known: Known,
): Rolled | undefined => {
  const told = (metric: string): number | undefined =>
    candidates.find(
      (each) =>
        each.ticker === ticker && each.metric === metric && each.period === "month" && each.periodEnd === periodEnd,
    )?.value;
  const eve = startOf("month", periodEnd) - 1;
  const { record } = known;
  const row = record.asOf(record.minerIndex(ticker), record.metricIndex("holdings_btc"), eve);
  const [held, mined] = [told("holdings_btc"), told("produced_btc")];
  if (held === undefined || mined === undefined || row < 0 || record.periodEnd(row) !== eve) return undefined;
  const [bought, sold, before] = [told("purchased_btc") ?? 0, told("sold_btc") ?? 0, record.value(row)];
  const sum = exact(before + mined + bought - sold);
  const flows = `${printed(before)} + ${printed(mined)}${bought ? ` + ${printed(bought)}` : ""}${sold ? ` - ${printed(sold)}` : ""}`;
  const closes = Math.abs(sum - held) <= WITHIN_BTC;
  return {
    closes,
    sentence: closes
      ? `rolls forward: ${flows} = ${printed(sum)} against ${printed(held)}`
      : `does not roll forward from ${isoOf(eve)}: ${flows} = ${printed(sum)}, but ${printed(held)} is told`,
  };
};
