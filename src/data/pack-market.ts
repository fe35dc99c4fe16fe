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
  /** Series of whole numbers, such as block heights, as steps where that is shorter. */
  readonly stepped: readonly string[];
  readonly value: readonly number[];
}

export const packMarket = (points: readonly MarketPoint[], names: Names): PackedMarket => {
  const runs = new Map<string, MarketPoint[]>();
  for (const point of points) runs.set(point.series, [...(runs.get(point.series) ?? []), point]);
  const values = [...runs].map(([series, run]) => ({ series, of: run.map((point) => point.value) }));
  const stepped = values.filter(({ of }) => isShorterStepped(of)).map(({ series }) => series);
  const together = [...runs.values()].flat();
  return {
    series: [...runs.keys()],
    length: [...runs.values()].map((run) => run.length),
    day: toSteps(together.map((point) => point.day)),
    source: toSteps(together.map((point) => names.sources.numberOf(point.source))),
    stepped,
    value: values.flatMap(({ series, of }) => (stepped.includes(series) ? toSteps(of) : of)),
  };
};

/** Steps between whole numbers are exact; between fractions they would not be. */
const isShorterStepped = (values: readonly number[]): boolean =>
  values.every(Number.isSafeInteger) && JSON.stringify(toSteps(values)).length < JSON.stringify(values).length;

export const unpackMarket = (packed: PackedMarket, names: Names): MarketPoint[] => {
  const days = fromSteps(packed.day);
  const sources = fromSteps(packed.source);
  let start = 0;
  return packed.series.flatMap((series, run) => {
    const first = start;
    start += packed.length[run] ?? 0;
    const values = packed.value.slice(first, start);
    return (packed.stepped.includes(series) ? fromSteps(values) : values).map((value, index) => ({
      series,
      day: days[first + index] ?? NaN,
      value,
      source: names.sources.nameOf(sources[first + index] ?? -1),
    }));
  });
};
