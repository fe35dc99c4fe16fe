// What only the pane has words for: the user's own day and time, and how many reports there are.
import { dayOf, type Day } from "../common/days";
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
