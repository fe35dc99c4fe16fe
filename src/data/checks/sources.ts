// Figures of one thing on one day that differ from source to source, and figures published before their period ended.
import { isoOf, type Day } from "../../common/days";
import { spanOf } from "../published";
import type { MinerRecord } from "../record";
import { words, type Finding } from "./finding";

/** Amounts in releases are rounded; a smaller difference says nothing. */
const NOTABLE_SHARE = 0.005;
const WHOLE_COIN = 1;

/** Rows that speak of one thing: the same scope and day, and for a flow the same stretch. */
const groups = (record: MinerRecord, miner: number, metric: number, until: Day): number[][] => {
  const isStock = record.metrics[metric]?.kind === "stock";
  const bySubject = new Map<string, number[]>();
  const { start, end } = record.rows(miner, metric);
  for (let row = start; row < end && record.periodEnd(row) <= until; row++) {
    const { period, scope } = record.observation(row);
    const subject = `${record.periodEnd(row)} ${scope} ${isStock ? "" : period}`;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), row]);
  }
  return [...bySubject.values()];
};

export const disagreements = (record: MinerRecord, miner: number, until: Day): Finding[] =>
  record.metrics.flatMap(({ name, unit, id }, metric) =>
    groups(record, miner, metric, until).flatMap((rows) => {
      const used = rows.at(-1);
      if (used === undefined || rows.length < 2) return [];
      const value = record.value(used);
      const others = rows.filter((row) => {
        const difference = Math.abs(record.value(row) - value);
        return id.endsWith("_btc") ? difference >= WHOLE_COIN : difference > NOTABLE_SHARE * Math.abs(value);
      });
      if (others.length === 0) return [];
      const named = others.map((row) => `${words(record.value(row))} (${record.reading(row).source.title})`);
      const end = record.periodEnd(used);
      return [
        {
          kind: "sources disagree" as const,
          ticker: record.miners[miner]?.ticker ?? "",
          day: end,
          size: Math.max(...others.map((row) => Math.abs(record.value(row) - value))),
          sentence:
            `${name} on ${isoOf(end)}: ${words(value)} ${unit} is used (${record.reading(used).source.title}); ` +
            `elsewhere ${named.join(", ")}.`,
          rows: [used, ...others],
        },
      ];
    }),
  );

export const publishedEarly = (record: MinerRecord, miner: number, until: Day): Finding[] =>
  record.metrics.flatMap(({ name }, metric) => {
    const { start, end } = record.rows(miner, metric);
    const findings: Finding[] = [];
    for (let row = start; row < end && record.periodEnd(row) <= until; row++) {
      const { published, ticker, periodEnd } = record.observation(row);
      const last = spanOf(published)?.last ?? Infinity;
      if (last >= periodEnd) continue;
      const sentence = `${name} of ${isoOf(periodEnd)} is said to be published on ${published}, before the period ended.`;
      findings.push({ kind: "published early", ticker, day: periodEnd, size: periodEnd - last, sentence, rows: [row] });
    }
    return findings;
  });
