// How many BTC a miner mines a day: as reported for a stretch, else at the newest rate that it reported before.
import type { Day } from "../../common/days";
import { toldOver } from "../flows";
import { MONTHS_IN, startOf, type SpanPeriod } from "../periods";
import type { MinerRecord } from "../record";

/** BTC a day from `start` to `end`, both included; undefined where no production was reported by then. */
export const minedPerDay = (
  record: MinerRecord,
  miner: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): number | undefined => {
  const metric = record.metricIndex("produced_btc");
  const over = start <= end ? toldOver(record, miner, metric, start, end, knownBy) : undefined;
  return over ? over.value / (end + 1 - start) : newestRate(record, miner, metric, end, knownBy);
};

/** Of the reports with the newest end the longest, and of those the best, which comes last. */
const newestRate = (record: MinerRecord, miner: number, metric: number, end: Day, knownBy: Day): number | undefined => {
  const rows = record.rows(miner, metric);
  let newest: Day | undefined;
  let months = 0;
  let rate: number | undefined;
  for (let row = rows.end - 1; row >= rows.start; row--) {
    const { period, periodEnd } = record.observation(row);
    if (periodEnd > end || period === "instant" || record.published(row) > knownBy) continue;
    newest ??= periodEnd;
    if (periodEnd !== newest) break;
    const span = period as SpanPeriod;
    if (MONTHS_IN[span] <= months) continue;
    months = MONTHS_IN[span];
    rate = record.value(row) / (periodEnd + 1 - startOf(span, periodEnd));
  }
  return rate;
};
