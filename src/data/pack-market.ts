// Points of the market series as short columns: a run for each series, days as steps.
import { fromSteps, toSteps } from "./columns";
import type { Names } from "./pack-names";
import type { MarketPoint } from "./rows";

export interface PackedMarket {
  readonly series: readonly string[];
  /** Points of each series, in the order of `series`. */
  readonly length: readonly number[];
  /** Days since 1970-01-01 and numbers of sources, as steps. */
  readonly day: readonly number[];
  readonly source: readonly number[];
  readonly value: readonly number[];
}

export const packMarket = (points: readonly MarketPoint[], names: Names): PackedMarket => {
  const series: string[] = [];
  const length: number[] = [];
  for (const point of points) {
    if (series.at(-1) !== point.series) length[series.push(point.series) - 1] = 0;
    length[series.length - 1] = (length[series.length - 1] ?? 0) + 1;
  }
  return {
    series,
    length,
    day: toSteps(points.map((point) => point.day)),
    source: toSteps(points.map((point) => names.sources.numberOf(point.source))),
    value: points.map((point) => point.value),
  };
};

export const unpackMarket = (packed: PackedMarket, names: Names): MarketPoint[] => {
  const series = packed.series.flatMap((id, run) => Array.from({ length: packed.length[run] ?? 0 }, () => id));
  const days = fromSteps(packed.day);
  const sources = fromSteps(packed.source);
  return packed.value.map((value, point) => ({
    series: series[point] ?? "",
    day: days[point] ?? NaN,
    value,
    source: names.sources.nameOf(sources[point] ?? -1),
  }));
};
