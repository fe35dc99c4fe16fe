// What only the pane has words for: the user's own day and time, how many reports there are, and how old their coins are.
import { dayOf, type Day } from "../common/days";
import { count, counted } from "../common/words";
import { OLD_AFTER_DAYS } from "../common/limits";
import type { CoinAge } from "../data/coin-age";
import type { Coverage } from "../data/coverage";
import type { MinerRecord } from "../data/record";

/** A report is what one miner said for one period; most carry several figures. */
export const reportCount = ({ tables }: MinerRecord): number =>
  new Set(tables.reports.map(({ ticker, period, periodEnd }) => `${ticker} ${period} ${periodEnd}`)).size;

/** The user's own calendar day. */
export const today = (): Day => {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
};

const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** "22 Nov 2026, 13:00", where the user is. */
export const moment = (milliseconds: number): string => moments.format(milliseconds);

/** "on average 173 days old by weight; 84 % from reports over 120 days old": said of a number of coins. */
export const ageSaid = ({ weightedDays, shareOld }: CoinAge): string =>
  `on average ${counted(Math.round(weightedDays), "day")} old by weight; ${count(shareOld * 100)} % from reports over ${OLD_AFTER_DAYS} days old`;

/** "18 in ALL, 2 inside a parent, 1 ended, 4 never counted". */
export const coverageSaid = ({ counted: inAll, insideParent, ended, neverCounted }: Coverage): string =>
  [
    `${count(inAll)} in ALL`,
    ...(insideParent > 0 ? [`${count(insideParent)} inside a parent`] : []),
    ...(ended > 0 ? [`${count(ended)} ended`] : []),
    ...(neverCounted > 0 ? [`${count(neverCounted)} never counted`] : []),
  ].join(", ");
