// What a newer record changes is listed by miner, counted, and the same in both directions.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MinerRecord } from "../../src/data/record";
import type { Observation, RecordTables } from "../../src/data/rows";
import { compare, type Comparison } from "../../src/refresh/fetch/compare";
import { newestTables } from "./support";

const record = (change: Partial<RecordTables> = {}): MinerRecord => new MinerRecord({ ...newestTables, ...change });
const now = record();

/** A figure that is alone for its miner, metric, period and scope, so that no second source steps in for it. */
const alone = (row: Observation): boolean =>
  [...newestTables.reports, ...newestTables.facts].filter(
    (other) =>
      other.ticker === row.ticker &&
      other.metric === row.metric &&
      other.period === row.period &&
      other.periodEnd === row.periodEnd &&
      other.scope === row.scope,
  ).length === 1;
const at = newestTables.reports.findIndex((row) => row.ticker === "RIOT" && alone(row));
const row = newestTables.reports[at];
if (!row) throw new Error("RIOT has no figure of a single source.");
const withRow = (...rows: Observation[]): MinerRecord =>
  record({ reports: newestTables.reports.flatMap((each, index) => (index === at ? rows : [each])) });

const only = ({ miners, figures }: Comparison) => {
  expect(miners).toHaveLength(1);
  expect(miners[0]).toMatchObject({ ticker: "RIOT", name: "Riot Platforms" });
  expect(Object.values(figures).reduce((sum, count) => sum + count, 0)).toBe(1);
  return miners[0]?.changes[0];
};

describe("compare", () => {
  test("finds nothing between a record and itself", () => {
    expect(compare(now, now)).toMatchObject({ isSame: true, miners: [], minersAdded: [], minersRemoved: [] });
  });

  test("tells a new report", () => {
    const change = only(compare(withRow(), now));
    expect(change).toMatchObject({ kind: "new", now: { value: row.value } });
    expect(change?.old).toBeUndefined();
  });

  test("tells a removed one", () => {
    const change = only(compare(now, withRow()));
    expect(change).toMatchObject({ kind: "removed", old: { value: row.value } });
    expect(change?.now).toBeUndefined();
  });

  test("tells the old and the new value of a revised one", () => {
    const change = only(compare(withRow({ ...row, value: row.value + 1 }), now));
    expect(change).toMatchObject({ kind: "revised", old: { value: row.value + 1 }, now: { value: row.value } });
  });

  test("tells the same value from another source", () => {
    expect(only(compare(withRow({ ...row, note: "seen elsewhere" }), now))?.kind).toBe("resourced");
  });

  test("does not mind that another record numbers its sources anew", () => {
    const renamed = <Row extends { source: string }>(rows: readonly Row[]) =>
      rows.map((each) => ({ ...each, source: `x${each.source}` }));
    const renumbered = record({
      sources: newestTables.sources.map((source) => ({ ...source, id: `x${source.id}` })),
      reports: renamed(newestTables.reports),
      facts: renamed(newestTables.facts),
      events: renamed(newestTables.events),
      market: renamed(newestTables.market),
      aggregate: renamed(newestTables.aggregate),
    });
    expect(compare(renumbered, now).isSame).toBe(true);
  });

  test("counts events and market points", () => {
    const [event, ...events] = newestTables.events;
    const [point, ...points] = newestTables.market;
    if (!event || !point) throw new Error("The record is empty.");
    const old = record({ events, market: [{ ...point, value: point.value + 1 }, ...points] });
    const { events: counted, market, isSame } = compare(old, now);
    expect([counted.new, market.revised, isSame]).toEqual([1, 1, false]);
  });

  test("names miners that only one of the two has", () => {
    const added = newestTables.miners.slice(0, 1).map((miner) => ({ ...miner, ticker: "NEWC" }));
    const more = record({ miners: [...newestTables.miners, ...added] });
    expect(compare(now, more).minersAdded).toEqual(["NEWC"]);
    expect(compare(more, now).minersRemoved).toEqual(["NEWC"]);
  });

  test("backwards is the mirror of forwards, for any rows taken out and any values changed", () => {
    const indexes = fc.uniqueArray(fc.nat(newestTables.reports.length - 1), { maxLength: 30 });
    fc.assert(
      fc.property(indexes, indexes, (removed, changed) => {
        const reports = newestTables.reports
          .map((each, index) => (changed.includes(index) ? { ...each, value: each.value + 1 } : each))
          .filter((_, index) => !removed.includes(index));
        const other = record({ reports });
        const [there, back] = [compare(other, now), compare(now, other)];
        expect(there.figures).toEqual({ ...back.figures, new: back.figures.removed, removed: back.figures.new });
        expect(there.miners.map((miner) => miner.changes.length)).toEqual(
          back.miners.map((miner) => miner.changes.length),
        );
      }),
      { numRuns: 6 },
    );
  });

  test("lists a miner's newest periods first", () => {
    const old = record({ reports: newestTables.reports.filter((each) => each.ticker !== "MARA") });
    const ends = compare(old, now).miners[0]?.changes.map((change) => change.now?.periodEnd ?? 0) ?? [];
    expect(ends.length).toBeGreaterThan(10);
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
  });
});
