// Counts that have grown old, and more coins pledged than there are.
import { isoOf, type Day } from "../../common/days";
import { OLD_AFTER_DAYS } from "../../common/limits";
import { HOLDINGS, type MinerRecord } from "../record";
import { words, type Finding } from "./finding";

export const oldReports = (record: MinerRecord, miner: number, today: Day): Finding[] => {
  const row = record.asOf(miner, record.metricIndex(HOLDINGS), today);
  const { ticker = "", inAll = false } = record.miners[miner] ?? {};
  if (row < 0 || !inAll) return [];
  const end = record.periodEnd(row);
  const age = today - end;
  if (age <= OLD_AFTER_DAYS) return [];
  const sentence = `The newest count, ${words(record.value(row))} BTC, is of ${isoOf(end)}: ${age} days old on ${isoOf(today)}.`;
  return [{ kind: "old report", ticker, day: end, size: age, sentence, rows: [row] }];
};

export const encumberedAboveHoldings = (record: MinerRecord, miner: number, until: Day): Finding[] => {
  const holdings = record.metricIndex(HOLDINGS);
  const { start, end } = record.rows(miner, record.metricIndex("encumbered_btc"));
  const findings: Finding[] = [];
  for (let row = start; row < end && record.periodEnd(row) <= until; row++) {
    const { ticker, periodEnd, scope } = record.observation(row);
    const held = record.asOf(miner, holdings, periodEnd, Infinity, scope);
    if (held < 0 || record.periodEnd(held) !== periodEnd) continue;
    const excess = record.value(row) - record.value(held);
    if (excess <= 0) continue;
    const sentence = `${isoOf(periodEnd)}: ${words(record.value(row))} BTC encumbered of ${words(record.value(held))} held.`;
    findings.push({ kind: "encumbered", ticker, day: periodEnd, size: excess, sentence, rows: [row, held] });
  }
  return findings;
};
