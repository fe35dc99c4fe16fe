// How old a sum of coins is: the age of each count weighted by its coins, never that of the single newest report.
import type { Day } from "../common/days";
import { OLD_AFTER_DAYS } from "../common/limits";
import { membersOf, withoutSubsidiaries } from "./groups";
import { HOLDINGS, type MinerRecord } from "./record";

/** What one miner reported to hold, and the day that it was counted. */
export interface CoinCount {
  readonly ticker: string;
  readonly btc: number;
  readonly periodEnd: Day;
}

export interface CoinAge {
  readonly btc: number;
  /** Miners with a count. */
  readonly counted: number;
  /** sum(BTC x days since the count) / sum(BTC). */
  readonly weightedDays: number;
  /** Share of the coins whose count is more than OLD_AFTER_DAYS old. */
  readonly shareOld: number;
}

/** The counts that the sum of the group ALL is made of; no coin is in it twice. */
export const countsOfAll = (record: MinerRecord, day: Day, knownBy = Infinity): CoinCount[] => {
  const holdings = record.metricIndex(HOLDINGS);
  return withoutSubsidiaries(record, membersOf(record, "ALL", day, knownBy), day, knownBy).flatMap((miner) => {
    const row = record.asOf(miner, holdings, day, knownBy);
    if (row < 0) return [];
    return [{ ticker: record.miners[miner]?.ticker ?? "", btc: record.value(row), periodEnd: record.periodEnd(row) }];
  });
};

/** Undefined without coins: nothing has no age. */
export const coinAgeOf = (counts: readonly Omit<CoinCount, "ticker">[], day: Day): CoinAge | undefined => {
  let [btc, btcDays, oldBtc] = [0, 0, 0];
  for (const count of counts) {
    const days = day - count.periodEnd;
    btc += count.btc;
    btcDays += count.btc * days;
    if (days > OLD_AFTER_DAYS) oldBtc += count.btc;
  }
  return btc > 0 ? { btc, counted: counts.length, weightedDays: btcDays / btc, shareOld: oldBtc / btc } : undefined;
};
