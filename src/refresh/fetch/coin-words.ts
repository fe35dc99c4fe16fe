// What a newer record does to the coins, in words: for the pane before it is applied, and for who signs a release.
import { count, counted, longDay } from "../../common/words";
import { OLD_AFTER_DAYS } from "../../common/limits";
import type { CoinAge } from "../../data/coin-age";
import type { CoinMove, CoinMoves } from "./coin-moves";

const moved = (before: string, after: string, unit: string): string =>
  before === after ? `${after} ${unit}, as before` : `${before} → ${after} ${unit}`;

/** Label and value; none where one of the two records has no coins. */
export const totalsSaid = ({ before, after }: CoinMoves): readonly (readonly [string, string])[] => {
  if (!before || !after) return [];
  const said = (of: (age: CoinAge) => number, unit: string): string => moved(count(of(before)), count(of(after)), unit);
  return [
    ["Coins of ALL", said(({ btc }) => btc, "BTC")],
    ["Age by weight", said(({ weightedDays }) => weightedDays, "days")],
    [`Over ${OLD_AFTER_DAYS} days old`, said(({ shareOld }) => shareOld * 100, "%")],
  ];
};

/** "1 new count of coins, 2 revised; 53,822 → 54,321 BTC, newest count now of 30 Sep 2026, 92 days younger". */
export const coinsSaid = ({ newCounts, revisedCounts, before, after }: CoinMove): string => {
  const came = [
    ...(newCounts > 0 ? [counted(newCounts, "new count of coins", "new counts of coins")] : []),
    ...(revisedCounts > 0 ? [counted(revisedCounts, "revised count", "revised counts")] : []),
  ].join(", ");
  const newest = newestSaid(before, after);
  return [came, newest].filter((part) => part !== "").join("; ");
};

const newestSaid = (before: CoinMove["before"], after: CoinMove["after"]): string => {
  if (!after) return before ? "no count is left" : "";
  if (!before) return `first count: ${count(after.btc)} BTC of ${longDay(after.periodEnd)}`;
  const younger = after.periodEnd - before.periodEnd;
  const isRevised = after.btc !== before.btc;
  if (younger === 0 && !isRevised) return "the newest count stays";
  const coins = isRevised ? `${count(before.btc)} → ${count(after.btc)} BTC` : `${count(after.btc)} BTC as before`;
  if (younger === 0) return coins;
  return `${coins}, now of ${longDay(after.periodEnd)}, ${counted(Math.abs(younger), "day")} ${younger > 0 ? "younger" : "older"}`;
};
