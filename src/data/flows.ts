// A figure for a stretch of time: as reported for it, put together from shorter reports, or what a longer one leaves.
import type { Day } from "../common/days";
import type { MinerRecord } from "./record";
import type { Metric } from "./rows";
import { coverOf, partsOf, type Part } from "./tiles";

export interface PeriodFigure {
  readonly value: number;
  readonly status: "reported" | "derived" | "summed" | "averaged";
  /** The rows that it is made of, earliest first. */
  readonly parts: readonly number[];
  /** Rows that were taken away from these; only of a derived figure. */
  readonly less: readonly number[];
}

/**
 * What a metric was from `start` to `end`, both included. A level is the one reported for `end` itself. A flow is the
 * report of exactly this stretch, else the sum of the fewest reports that tile it, else what is left of a longer report
 * once the rest of it is taken away: never an extrapolation, never across a hole.
 */
export const overPeriod = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): PeriodFigure | undefined => {
  const about = record.metrics[metric];
  if (!about) return undefined;
  if (about.kind !== "stock") return flowIn(record, about, partsOf(record, miner, metric, knownBy), start, end);
  const row = record.asOf(miner, metric, end, knownBy);
  return row >= 0 && record.periodEnd(row) === end ? single(record, row) : undefined;
};

/** A flow as it was told: reported for the stretch, or summed from such reports; nothing is taken from longer ones. */
export const toldOver = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): PeriodFigure | undefined => {
  const about = record.metrics[metric];
  return about && tiledIn(record, about, partsOf(record, miner, metric, knownBy), start, end);
};

/** What overPeriod says of a metric that is no level, from its parts: for whoever asks for several stretches of one miner. */
export const flowIn = (
  record: MinerRecord,
  about: Metric,
  parts: readonly Part[],
  start: Day,
  end: Day,
): PeriodFigure | undefined => {
  const told = tiledIn(record, about, parts, start, end);
  return told ?? (about.aggregate === "sum" ? derived(record, about, parts, start, end) : undefined);
};

/** As reported for the stretch, or the sum of reports that tile it. */
const tiledIn = (
  record: MinerRecord,
  about: Metric,
  parts: readonly Part[],
  start: Day,
  end: Day,
): PeriodFigure | undefined => {
  const tiles = coverOf(record, parts, start, end);
  const [first] = tiles ?? [];
  if (!tiles || !first) return undefined;
  if (tiles.length === 1) return single(record, first.row);
  const rows = tiles.map((tile) => tile.row);
  if (about.aggregate === "sum") return { value: sumOf(record, tiles), status: "summed", parts: rows, less: [] };
  if (about.aggregate !== "average") return undefined;
  const weighted = tiles.reduce((sum, tile) => sum + record.value(tile.row) * (tile.end + 1 - tile.start), 0);
  return { value: weighted / (end + 1 - start), status: "averaged", parts: rows, less: [] };
};

const single = (record: MinerRecord, row: number): PeriodFigure => ({
  value: record.value(row),
  status: record.observation(row).basis === "derived" ? "derived" : "reported",
  parts: [row],
  less: [],
});

const sumOf = (record: MinerRecord, parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + record.value(part.row), 0);

/** Coins and machines cannot run backwards: where a difference does, the reports are of unlike kinds. */
const maySink = ({ unit }: Metric): boolean => unit.startsWith("USD") || unit === "CAD";

/**
 * A longer report less the rest of it ("a year less nine months"), or a year that ended inside the stretch, with what
 * followed and without what came before ("year + year to date - year to date of the year before").
 */
const derived = (
  record: MinerRecord,
  about: Metric,
  parts: readonly Part[],
  start: Day,
  end: Day,
): PeriodFigure | undefined => {
  const shortestFirst = parts
    .filter((part) => part.start <= start && part.end >= start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const whole of shortestFirst) {
    if (whole.end < end && record.observation(whole.row).period !== "year") continue;
    const before = coverOf(record, parts, whole.start, start - 1);
    const after = whole.end > end ? coverOf(record, parts, end + 1, whole.end) : [];
    const added = whole.end < end ? coverOf(record, parts, whole.end + 1, end) : [];
    if (!before || !after || !added) continue;
    const less = [...before, ...after];
    const value = record.value(whole.row) + sumOf(record, added) - sumOf(record, less);
    if (value < 0 && !maySink(about)) continue;
    const rows = [whole, ...added].map((part) => part.row);
    return { value, status: "derived", parts: rows, less: less.map((part) => part.row) };
  }
  return undefined;
};
