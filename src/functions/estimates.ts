// Estimates of a basket's coins on a day: the sum, its band, and what stands behind the number.
import { isoOf, serialOf, type Day } from "../common/days";
import { OLD_AFTER_DAYS } from "../common/limits";
import { sumOf } from "../common/sum";
import { estimateOf, type Estimate } from "../data/estimate/estimate";
import { tickerOf, type Basket } from "./baskets";
import { CellError, type Properties } from "./cells";
import { DATE, spoken } from "./formats";
import { CARRIED_LONG, holdingsOf, total, type Holding } from "./holdings";
import { record } from "./session";

export interface MinerEstimate extends Holding {
  /** What is believed of the day; `btc` is the count. */
  readonly estimate: Estimate;
}

/** The share of the width that reaches from the middle to a percentile. */
export const REACH = { 0.05: -0.1, 0.25: -0.02, 0.5: 0, 0.75: 0.02, 0.95: 0.1 } as const;
export type Percentile = keyof typeof REACH;
export const PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const satisfies readonly Percentile[];

/** One a miner that has a count; the same errors as of the counts themselves. */
export const estimatesOf = (basket: Basket, day: Day, knownBy: Day = Infinity): readonly MinerEstimate[] =>
  holdingsOf(basket, day, knownBy).flatMap((holding) => {
    const estimate = estimateOf(record(), holding.miner, day, knownBy);
    return estimate ? [{ ...holding, estimate }] : [];
  });

const isUnbanded = ({ estimate }: MinerEstimate): boolean => estimate.width === undefined;

/** Errors of two miners do not go together, so widths add up as the root of their squares. */
export const widthOf = (estimates: readonly MinerEstimate[]): number | undefined => {
  if (estimates.every(isUnbanded)) return undefined;
  return Math.sqrt(sumOf(estimates.map(({ estimate }) => (estimate.width ?? 0) ** 2)));
};

const middleOf = (estimates: readonly MinerEstimate[]): number =>
  total(estimates.map(({ miner, row, estimate }) => ({ miner, row, btc: estimate.btc })));

/** What the basket holds by the estimate, or a percentile of its band. */
export const estimateAt = (estimates: readonly MinerEstimate[], label: string, percentile: Percentile): number => {
  const middle = middleOf(estimates);
  if (percentile === 0.5) return middle;
  const width = widthOf(estimates);
  if (width !== undefined) return Math.max(0, middle + REACH[percentile] * width);
  throw new CellError("#N/A", `No production of ${label} is reported: its estimate has no band. Ask for 0.5.`);
};

/** How the figure came to be; never "reported". */
export const statusOfEstimate = ({ estimate: { anchor, datedSalesBtc } }: MinerEstimate, day: Day): string => {
  if (anchor.kind === "rolled forward") return `rolled forward to ${isoOf(anchor.day)}`;
  if (anchor.kind === "told" && datedSalesBtc === 0) return "told between reports";
  return day === anchor.countDay ? "counted" : `estimated, ${day - anchor.countDay} days after the count`;
};

const bandOf = (estimates: readonly MinerEstimate[], label: string, format: string, worth: number): Properties => {
  if (widthOf(estimates) === undefined) return { Band: `none: no production of ${label} is reported` };
  const bound = (percentile: Percentile) => ({ value: worth * estimateAt(estimates, label, percentile), format });
  return { Low: bound(0.05), High: bound(0.95), Band: "90 %" };
};

const propertiesOfOne = (one: MinerEstimate, day: Day): Properties => {
  const { estimate, btc, row } = one;
  const { anchor, pace, datedSalesBtc } = estimate;
  const { source } = record().reading(row);
  return {
    Status: statusOfEstimate(one, day),
    Counted: btc,
    "Count date": { value: serialOf(anchor.countDay), format: DATE },
    "Count source": source.title,
    ...(anchor.kind === "counted"
      ? {}
      : { "Starts from": anchor.btc, "Starts on": { value: serialOf(anchor.day), format: DATE } }),
    Pace: pace.btcPerDay,
    "Mined a day": pace.minedPerDay ?? "unknown",
    "Dated sales": datedSalesBtc,
  };
};

const propertiesOfSeveral = (estimates: readonly MinerEstimate[], day: Day): Properties => {
  const old = estimates.filter(({ estimate }) => day - estimate.anchor.countDay > OLD_AFTER_DAYS);
  const unbanded = estimates.filter(isUnbanded).map(({ miner }) => tickerOf(miner));
  const parts = [...estimates].sort((a, b) => b.estimate.btc - a.estimate.btc);
  return {
    Status: "estimated sum",
    Counted: total(estimates),
    Miners: estimates.length,
    Estimated: estimates.filter((one) => statusOfEstimate(one, day) !== "counted").length,
    [CARRIED_LONG]: total(old),
    ...(unbanded.length === 0 ? {} : { "Without a band": unbanded.join(", ") }),
    ...Object.fromEntries(
      parts.map((one) => [
        tickerOf(one.miner),
        `${spoken(Math.round(one.estimate.btc))} BTC, ${statusOfEstimate(one, day)}`,
      ]),
    ),
  };
};

/** `worth`: what a coin is in the unit of the answer, whose number format is `format`. */
export const propertiesOfEstimates = (
  basket: Basket,
  estimates: readonly MinerEstimate[],
  day: Day,
  format: string,
  worth: number,
): Properties => {
  const single = basket.kind === "single" ? estimates[0] : undefined;
  const band = bandOf(estimates, basket.label, format, worth);
  const { Status = "", ...rest } = single ? propertiesOfOne(single, day) : propertiesOfSeveral(estimates, day);
  return { Status, ...band, ...rest };
};
