// Market and network series: points by day, found by the newest at or before a day.
import type { Day } from "../common/days";
import type { MarketPoint, Source } from "./rows";
import type { Layer } from "./schema";

export interface LayeredPoint extends MarketPoint {
  readonly layer: Layer;
}

export interface MarketReading {
  readonly value: number;
  readonly day: Day;
  readonly source: Source;
  readonly layer: Layer;
}

export class MarketTable {
  private readonly bySeries = new Map<string, readonly MarketReading[]>();

  /** Of two points of one series and day the later in the list counts. */
  constructor(points: readonly LayeredPoint[], sources: ReadonlyMap<string, Source>) {
    const bySeries = new Map<string, Map<Day, MarketReading>>();
    for (const { series, value, day, source, layer } of points) {
      const readings = bySeries.get(series) ?? new Map<Day, MarketReading>();
      readings.set(day, { value, day, layer, source: sources.get(source) ?? { id: source, title: source, url: "" } });
      bySeries.set(series, readings);
    }
    for (const [series, readings] of bySeries) {
      this.bySeries.set(
        series,
        [...readings.values()].sort((a, b) => a.day - b.day),
      );
    }
  }

  asOf(series: string, day: Day): MarketReading | undefined {
    return this.bySeries.get(series)?.[this.countUntil(series, day) - 1];
  }

  /** The points from `start` to `end`, both included. */
  range(series: string, start: Day, end: Day): readonly MarketReading[] {
    return this.bySeries.get(series)?.slice(this.countUntil(series, start - 1), this.countUntil(series, end)) ?? [];
  }

  /** How many points lie at or before the day. */
  private countUntil(series: string, day: Day): number {
    const readings = this.bySeries.get(series) ?? [];
    let low = 0;
    let high = readings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((readings[middle]?.day ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
