// A figure for a stretch of time: as reported for it, or put together from shorter reports that cover it without a gap.
import type { Day } from "../common/days";
import { startOf } from "./periods";
import type { MinerRecord } from "./record";

export interface PeriodFigure {
  readonly value: number;
  readonly status: "reported" | "derived" | "summed" | "averaged";
  /** The rows that it is made of, earliest first. */
  readonly parts: readonly number[];
}

interface Part {
  readonly row: number;
  readonly start: Day;
  readonly end: Day;
}

/** Which reports may be parts: those published by a day; only such as are shorter than the whole. */
interface Allowed {
  readonly knownBy?: Day;
  readonly onlyShorter?: boolean;
}

/**
 * What a metric was from `start` to `end`, both included. A level is the one reported for `end` itself. A flow is the
 * report of exactly this stretch, else the sum of the fewest reports that tile it: never an extrapolation.
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
  if (about.kind === "stock") {
    const row = record.asOf(miner, metric, end, knownBy);
    return row >= 0 && record.periodEnd(row) === end ? single(record, row) : undefined;
  }
  const tiles = tilesOf(record, miner, metric, start, end, { knownBy });
  const [first] = tiles ?? [];
  if (!tiles || !first) return undefined;
  if (tiles.length === 1) return single(record, first.row);
  const parts = tiles.map((tile) => tile.row);
  if (about.aggregate === "sum") {
    return { value: parts.reduce((sum, row) => sum + record.value(row), 0), status: "summed", parts };
  }
  if (about.aggregate !== "average") return undefined;
  const weighted = tiles.reduce((sum, tile) => sum + record.value(tile.row) * (tile.end + 1 - tile.start), 0);
  return { value: weighted / (end + 1 - start), status: "averaged", parts };
};

const single = (record: MinerRecord, row: number): PeriodFigure => ({
  value: record.value(row),
  status: record.observation(row).basis === "derived" ? "derived" : "reported",
  parts: [row],
});

/** The fewest reports that cover a stretch without gap or overlap, earliest first; undefined when there are none. */
export const tilesOf = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  allowed: Allowed = {},
): readonly Part[] | undefined =>
  coversFrom(partsWithin(record, miner, metric, start, end, allowed), start).get(end + 1);

/** The last day up to which reports cover the time from `start` without a gap; undefined when none begins there. */
export const coveredUntil = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): Day | undefined => {
  const covers = coversFrom(partsWithin(record, miner, metric, start, end, { knownBy }), start);
  return covers.size > 1 ? Math.max(...covers.keys()) - 1 : undefined;
};

/** The fewest parts that cover the time from `start` up to the day before each key. */
const coversFrom = (parts: readonly Part[], start: Day): ReadonlyMap<Day, readonly Part[]> => {
  const covers = new Map<Day, readonly Part[]>([[start, []]]);
  for (const part of parts) {
    const before = covers.get(part.start);
    const known = covers.get(part.end + 1);
    if (before && (!known || before.length + 1 < known.length)) covers.set(part.end + 1, [...before, part]);
  }
  return covers;
};

/** The best row for each stretch inside the one asked for, by end. */
const partsWithin = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  { knownBy = Infinity, onlyShorter = false }: Allowed,
): readonly Part[] => {
  const byStretch = new Map<string, Part>();
  const rows = record.rows(miner, metric);
  for (let row = rows.start; row < rows.end; row++) {
    const { period, periodEnd } = record.observation(row);
    if (period === "instant" || period === "guidance" || record.published(row) > knownBy) continue;
    const part = { row, start: startOf(period, periodEnd), end: periodEnd };
    const isWhole = part.start === start && part.end === end;
    // Rows of one end come best last, so a later one replaces an earlier.
    const fits = part.start >= start && part.end <= end && !(onlyShorter && isWhole);
    if (fits) byStretch.set(`${part.start} ${part.end}`, part);
  }
  return [...byStretch.values()].sort((a, b) => a.end - b.end || b.start - a.start);
};
