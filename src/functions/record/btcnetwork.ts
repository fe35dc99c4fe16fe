// BTCNETWORK: price, hashrate, difficulty and the like: one value, or a history.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { isoOf, type Day } from "../../common/days";
import { startOf } from "../../data/periods";
import { nearest } from "../../data/text";
import { hashprice } from "../../model/economics/economics";
import { CellError, type Cell } from "../cells";
import { periodEnds, SPANS } from "../dates";
import { spilling } from "../define";
import { firstDayOf } from "../fiscal";
import { COUNT, date as dateCell, rich, SHARE, USD } from "../formats";
import { HOLDS, isStale, oneDayBy, tooOldPoint } from "../market";
import { choice, date, optional, text } from "../parameters";
import { latestDay, record } from "../session";
import { headers } from "./common";

/** Common words for series of the record. */
const SAME: Readonly<Record<string, string>> = {
  btc: "price",
  close: "price",
  hash_rate: "hashrate",
  fees: "fees_btc_per_day",
  volatility: "volatility_365d",
  volume: "volume_btcusd_usd",
};
const HASHPRICE = "hashprice";
interface Point {
  readonly value: number;
  readonly day: Day;
  readonly sources: readonly string[];
  readonly note?: string;
}

const stored = (series: string, day: Day): Point | undefined => {
  const found = record().market(series, day);
  return found && { value: found.value, day: found.day, sources: [found.source.title] };
};

/** From price, difficulty and subsidy of one day; with fees only where the record has them. */
const computedHashprice = (before: Day): Point | undefined => {
  const both = oneDayBy(before);
  const subsidy = both && stored("subsidy", both.day);
  if (!both || !subsidy) return undefined;
  const { day, price, difficulty } = both;
  const fees = stored("fees_btc_per_day", day);
  const dates = `Price of ${isoOf(price.day)}, difficulty since ${isoOf(difficulty.day)}`;
  return {
    value: hashprice(difficulty.value, subsidy.value + (fees?.value ?? 0) / BLOCKS_PER_DAY, price.value),
    day,
    sources: [price.source.title, difficulty.source.title, ...(fees?.sources ?? [])],
    note: `${dates}, ${fees ? `fees of ${isoOf(fees.day)}` : "subsidy only: the record has no fees of that time"}.`,
  };
};

const known = (): string[] => [HASHPRICE, ...record().series.map((series) => series.id)];

const seriesCalled = (written: string): string => {
  const word = written.toLowerCase().replaceAll(/[\s-]+/g, "_");
  const id = SAME[word] ?? word;
  if (known().includes(id)) return id;
  const near = nearest(word, [...known(), ...Object.keys(SAME)], 3).join(", ");
  throw new CellError("#VALUE!", `No network metric is called "${written}". Nearest: ${near}.`);
};

const pointAt = (series: string, day: Day): Point | undefined =>
  series === HASHPRICE ? computedHashprice(day) : stored(series, day);

const formatOf = (series: string): string => {
  const unit = record().series.find(({ id }) => id === series)?.unit;
  if (series === HASHPRICE || unit === "USD/PH/day") return "0.00";
  if (unit === "share") return series.startsWith("volatility") ? "0.00%" : SHARE;
  if (unit?.startsWith("USD")) return USD;
  return unit === "EH/s" ? "#,##0.0" : unit === "BTC" ? "#,##0.####" : COUNT;
};

const cellOf = (series: string, point: Point): Cell =>
  rich(point.value, formatOf(series), () => ({
    Date: dateCell(point.day),
    Source: [...new Set(point.sources)].join("; "),
    ...(point.note ? { Note: point.note } : {}),
  }));

export const BTCNETWORK = spilling(
  {
    id: "BTCNETWORK",
    group: "record",
    summary:
      "Network and market: price, hashrate, difficulty, hashprice, subsidy, issuance, volume. A value or a history.",
    details:
      "Without start the latest; with start alone the value at that day; with an end a table. A single value is the newest at or before its day and shows its own date; for a named day it is at most 45 days older, since markets have no gaps; in a table a period without a figure stays blank. Spot volume has three widely differing definitions (volume_btcusd_usd, volume_real_usd, volume_reported_usd): compare them. Hashprice is computed from price, difficulty and subsidy of one day, with fees where the record has them.",
    result: "One value, or two columns: date and value.",
    errors: [
      { code: "#VALUE!", when: "unknown metric (the nearest are named), start after end" },
      { code: "#N/A", when: "nothing at or before the day, or nothing within 45 days of it" },
    ],
    examples: [
      { formula: '=BTCNETWORK("price","2025-12-31")', shows: "$87,509", says: "Close of the year." },
      {
        formula: '=BTCNETWORK("difficulty","2024-01-31","2026-06-30","M")',
        shows: "Date",
        says: "Month ends, two columns.",
      },
    ],
  },
  [
    text({
      name: "metric",
      description: "price, hashrate, difficulty, hashprice, subsidy, issuance, volume or another series.",
    }),
    optional(date({ name: "start", description: "Day, or first day of a history.", default: "the latest" }), undefined),
    optional(date({ name: "end", description: "Last day of a history.", default: "none: one value" }), undefined),
    optional(
      choice({ name: "frequency", description: "Month, quarter or year ends.", default: "M" }, ["M", "Q", "Y"]),
      "M" as const,
    ),
    headers,
  ],
  (written, from, to, every, withHeaders) => {
    const series = seriesCalled(written);
    if (!from || !to) {
      const named = (from ?? to)?.day;
      const point = pointAt(series, named ?? latestDay());
      if (!point) throw new CellError("#N/A", `The record has no ${series} at or before that day.`);
      if (named !== undefined && isStale(series, point.day, named)) throw tooOldPoint(series, point.day, named);
      return [[cellOf(series, point)]];
    }
    const rows = periodEnds(firstDayOf(from), to.day, every).map((day): Cell[] => {
      const point = pointAt(series, day);
      const holds = point && (series === HOLDS || point.day >= startOf(SPANS[every], day));
      return [dateCell(day), holds ? cellOf(series, point) : ""];
    });
    return withHeaders ? [["Date", series], ...rows] : rows;
  },
);
