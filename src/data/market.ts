// Market and network series: points by day, found by the newest at or before a day.
import type { Day } from "./days";
import type { MarketPoint, Source } from "./rows";

export interface MarketReading {
  readonly value: number;
  readonly day: Day;
  readonly source: Source;
}

export class MarketTable {
  private readonly bySeries = new Map<string, MarketReading[]>();

  constructor(points: readonly MarketPoint[], sources: ReadonlyMap<string, Source>) {
    for (const { series, value, day, source } of points) {
      const readings = this.bySeries.get(series) ?? [];
      readings.push({ value, day, source: sources.get(source) ?? { id: source, title: source, url: "" } });
      this.bySeries.set(series, readings);
    }
    for (const readings of this.bySeries.values()) readings.sort((a, b) => a.day - b.day);
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
