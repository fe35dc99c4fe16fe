// The packed record unpacks to what went in, in any order of lines, and stays small.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packTables, unpackTables } from "../../src/data/pack";
import type { Observation, RecordTables } from "../../src/data/rows";
import { BASES, CONFIDENCES, PERIODS, SCOPES } from "../../src/data/schema";
import { sorted } from "../../src/data/sort";
import { bundled, day, frozenBuilt } from "./bundled";
import { validated } from "./small";

const { tables } = validated({
  events: ["AAA,2025-03,hpc_lease,signed,,50,,,10,,Lease signed.,s1", "BBB,2025,other,,,,,,,,Something.,s2"],
  market: ["price,2025-01-31,102000.25,s1", "price,2025-02-28,84000,s2"],
  aggregate: ["Publisher,2025,holdings,100,BTC,all,s2"],
});

const observation: fc.Arbitrary<Observation> = fc.record({
  ticker: fc.constantFrom("AAA", "BBB", "SUB", "OLD"),
  metric: fc.constantFrom(...tables.metrics.map((metric) => metric.id)),
  period: fc.constantFrom(...PERIODS),
  periodEnd: fc.integer({ min: day("2015-01-01"), max: day("2030-12-31") }),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  published: fc.constantFrom("", "2025", "2025-07", "2025-07-09", "2026-01-31"),
  confidence: fc.constantFrom(...CONFIDENCES),
  source: fc.constantFrom("s1", "s2"),
  scope: fc.constantFrom(...SCOPES),
  basis: fc.constantFrom(...BASES),
  note: fc.constantFrom("", "approximate", 'says "about", in £ and 億'),
});

const throughJson = (packed: RecordTables): RecordTables =>
  unpackTables(JSON.parse(JSON.stringify(packTables(packed))) as ReturnType<typeof packTables>);

describe("packing", () => {
  it("loses nothing", () => {
    const rows = fc.array(observation, { maxLength: 40 });
    fc.assert(
      fc.property(rows, rows, (reports, facts) => {
        const whole = { ...tables, reports, facts };
        expect(throughJson(whole)).toEqual(whole);
      }),
    );
    expect(throughJson(bundled.tables)).toEqual(bundled.tables);
  });

  it("does not depend on the order of the lines", () => {
    const inOrder = JSON.stringify(packTables(sorted(bundled.tables)));
    const shuffled = fc.shuffledSubarray([...bundled.tables.facts], { minLength: bundled.tables.facts.length });
    fc.assert(
      fc.property(shuffled, (facts) => {
        const { reports, sources, events, market, aggregate } = bundled.tables;
        const reversed = [reports, sources, events, market, aggregate].map((rows) => [...rows].reverse());
        const [r, s, e, m, a] = reversed as never[][];
        const other = {
          ...bundled.tables,
          facts,
          reports: r,
          sources: s,
          events: e,
          market: m,
          aggregate: a,
        } as RecordTables;
        expect(JSON.stringify(packTables(sorted(other)))).toBe(inOrder);
      }),
      { numRuns: 5 },
    );
  });

  it("keeps every digit of a market series, stepped or not", () => {
    const values = fc.array(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const points = (series: string, of: readonly number[]) =>
          of.map((value, index) => ({ series, day: 20_000 + index, value: value === 0 ? 0 : value, source: "s1" }));
        const whole = { ...tables, market: [...points("price", one), ...points("height", other)] };
        expect(throughJson(whole)).toEqual(whole);
      }),
    );
  });

  it("refuses a record of another format", () => {
    expect(() => unpackTables({ ...frozenBuilt.packed, schema: 3 })).toThrow(/format 2.*format 3/);
  });
});
