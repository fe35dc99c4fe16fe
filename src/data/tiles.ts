// Reports that cover a stretch of time without gap or overlap.
import type { Day } from "../common/days";
import { startOf } from "./periods";
import type { MinerRecord } from "./record";

export interface Part {
  readonly row: number;
  readonly start: Day;
  readonly end: Day;
}

/** Which reports may be parts: those published by a day; only such as are shorter than the whole. */
interface Allowed {
  readonly knownBy?: Day;
  readonly onlyShorter?: boolean;
}

/** The fewest reports that cover a stretch, earliest first, the company's own first; undefined when there are none. */
export const tilesOf = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  { knownBy = Infinity, onlyShorter = false }: Allowed = {},
): readonly Part[] | undefined => {
  const fits = (part: Part): boolean =>
    part.start >= start && part.end <= end && !(onlyShorter && part.start === start && part.end === end);
  return coverOf(record, partsOf(record, miner, metric, knownBy).filter(fits), start, end);
};

interface Cover {
  readonly parts: readonly Part[];
  /** Parts by others than the company, which decide between covers of as many parts. */
  readonly secondary: number;
}

/** The best cover of a stretch by some of the parts, which are in the order of their ends. */
export const coverOf = (
  record: MinerRecord,
  parts: readonly Part[],
  start: Day,
  end: Day,
): readonly Part[] | undefined => coversFrom(record, parts, start, end).get(end + 1)?.parts;

/** The last day up to which reports cover the time from `start` without a gap; undefined when none begins there. */
export const coveredUntil = (
  record: MinerRecord,
  miner: number,
  metric: number,
  start: Day,
  end: Day,
  knownBy = Infinity,
): Day | undefined => {
  const covers = coversFrom(record, partsOf(record, miner, metric, knownBy), start, end);
  return covers.size > 1 ? Math.max(...covers.keys()) - 1 : undefined;
};

/** The best cover from `start` up to the day before each key. */
const coversFrom = (record: MinerRecord, parts: readonly Part[], start: Day, end: Day): ReadonlyMap<Day, Cover> => {
  const covers = new Map<Day, Cover>([[start, { parts: [], secondary: 0 }]]);
  for (const part of parts) {
    if (part.start < start || part.end > end) continue;
    const before = covers.get(part.start);
    if (!before) continue;
    const isSecondary = record.observation(part.row).confidence === "secondary";
    const cover = { parts: [...before.parts, part], secondary: before.secondary + (isSecondary ? 1 : 0) };
    const known = covers.get(part.end + 1);
    if (!known || isBetter(cover, known)) covers.set(part.end + 1, cover);
  }
  return covers;
};

const isBetter = (one: Cover, other: Cover): boolean =>
  one.parts.length < other.parts.length || (one.parts.length === other.parts.length && one.secondary < other.secondary);

/** The best row for each stretch that anything was reported for, by end. */
export const partsOf = (record: MinerRecord, miner: number, metric: number, knownBy = Infinity): readonly Part[] => {
  const byStretch = new Map<string, Part>();
  const rows = record.rows(miner, metric);
  for (let row = rows.start; row < rows.end; row++) {
    const { period, periodEnd } = record.observation(row);
    if (period === "instant" || period === "guidance" || record.published(row) > knownBy) continue;
    const part = { row, start: startOf(period, periodEnd), end: periodEnd };
    // Rows of one end come best last, so a later one replaces an earlier.
    byStretch.set(`${part.start} ${part.end}`, part);
  }
  return [...byStretch.values()].sort((a, b) => a.end - b.end || b.start - a.start);
};
