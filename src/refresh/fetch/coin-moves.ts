// What a newer record does to the coins: each miner's newest count, and the sum of ALL with its age.
import type { Day } from "../../common/days";
import { coinAgeOf, countsOfAll, type CoinAge, type CoinCount } from "../../data/coin-age";
import { HOLDINGS, type MinerRecord } from "../../data/record";
import type { ChangeKind, Comparison, MinerChanges } from "./compare";

export interface CoinMove {
  readonly ticker: string;
  readonly newCounts: number;
  readonly revisedCounts: number;
  /** The newest count by each record. */
  readonly before: CoinCount | undefined;
  readonly after: CoinCount | undefined;
}

export interface CoinMoves {
  /** Of the miners whose counts of coins changed, in the order of the record. */
  readonly miners: readonly CoinMove[];
  /** The sum of ALL, both as seen on the same day: the age falls by what came, not by the calendar. */
  readonly before: CoinAge | undefined;
  readonly after: CoinAge | undefined;
}

export const coinMoves = (old: MinerRecord, now: MinerRecord, { miners }: Comparison, day: Day): CoinMoves => ({
  miners: miners.flatMap(({ ticker, changes }) => {
    const counts = changes.filter(({ metric }) => metric.id === HOLDINGS);
    if (counts.length === 0) return [];
    const [newCounts, revisedCounts] = [ofKind(counts, "new"), ofKind(counts, "revised")];
    return [{ ticker, newCounts, revisedCounts, before: newest(old, ticker, day), after: newest(now, ticker, day) }];
  }),
  before: coinAgeOf(countsOfAll(old, day), day),
  after: coinAgeOf(countsOfAll(now, day), day),
});

const ofKind = (changes: MinerChanges["changes"], wanted: ChangeKind): number =>
  changes.filter(({ kind }) => kind === wanted).length;

const newest = (record: MinerRecord, ticker: string, day: Day): CoinCount | undefined => {
  const row = record.asOf(record.minerIndex(ticker), record.metricIndex(HOLDINGS), day);
  return row < 0 ? undefined : { ticker, btc: record.value(row), periodEnd: record.periodEnd(row) };
};
