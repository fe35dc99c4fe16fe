// A period as reported against the sum of the shorter periods inside it.
import type { Day } from "../../common/days";
import { tilesOf } from "../tiles";
import { startOf } from "../periods";
import type { MinerRecord } from "../record";
import { stretch, words, type Finding } from "./finding";

const NOTABLE_SHARE = 0.01;
/** Parts and whole are each rounded, mostly to whole coins. */
const ROUNDING = 2;

export const partsAgainstWhole = (record: MinerRecord, miner: number, until: Day): Finding[] =>
  record.metrics.flatMap(({ name, unit, aggregate }, metric) => {
    if (aggregate !== "sum") return [];
    const { start, end } = record.rows(miner, metric);
    const findings: Finding[] = [];
    for (let row = start; row < end && record.periodEnd(row) <= until; row++) {
      const { period, periodEnd, ticker } = record.observation(row);
      if (period === "instant" || period === "guidance" || period === "month") continue;
      if (record.inPeriod(miner, metric, period, periodEnd) !== row) continue;
      const from = startOf(period, periodEnd);
      const parts = tilesOf(record, miner, metric, from, periodEnd, { onlyShorter: true })?.map((tile) => tile.row);
      if (!parts) continue;
      const sum = parts.reduce((total, part) => total + record.value(part), 0);
      const whole = record.value(row);
      const size = Math.abs(sum - whole);
      if (size <= ROUNDING || size <= NOTABLE_SHARE * Math.abs(whole)) continue;
      const sentence =
        `${name}, ${stretch(from, periodEnd)}: ${words(whole)} ${unit} as reported for the whole, ` +
        `${words(sum)} as the sum of its ${parts.length} parts.`;
      findings.push({ kind: "parts and whole", ticker, day: periodEnd, size, sentence, rows: [row, ...parts] });
    }
    return findings;
  });
