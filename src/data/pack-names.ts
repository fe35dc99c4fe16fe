// Tickers, metrics and sources by their number in their table: what the packed figures refer to.
import { once } from "./columns";
import type { Metric, Miner, Source } from "./rows";

export interface Numbering {
  readonly numberOf: (name: string) => number;
  readonly nameOf: (number: number) => string;
}

export interface Names {
  readonly miners: Numbering;
  readonly metrics: Numbering;
  readonly sources: Numbering;
}

/** `list` is asked when a name is first needed. */
export const numbering = (list: () => readonly string[]): Numbering => {
  const names = once(list);
  const numbers = once(() => new Map(names().map((each, number) => [each, number])));
  const known = <T>(found: T | undefined, of: string | number): T => {
    if (found === undefined) throw new Error(`The record's tables do not hold ${of}.`);
    return found;
  };
  return {
    numberOf: (name) => known(numbers().get(name), name),
    nameOf: (number) => known(names()[number], number),
  };
};

export const namesOf = (tables: {
  readonly miners: readonly Miner[];
  readonly metrics: readonly Metric[];
  readonly sources: readonly Source[];
}): Names => ({
  miners: numbering(() => tables.miners.map((miner) => miner.ticker)),
  metrics: numbering(() => tables.metrics.map((metric) => metric.id)),
  sources: numbering(() => tables.sources.map((source) => source.id)),
});

/** Sources of the record are called s1, s2 and so on. */
export const SOURCE_ID = /^s([1-9]\d*)$/;
export const sourceNumber = (id: string): number => Number(SOURCE_ID.exec(id)?.[1] ?? NaN);
export const sourceId = (number: number): string => `s${number}`;
