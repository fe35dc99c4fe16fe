// The fan: against the readable loop path by path, against the single path, and its own promises.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, fillOutside } from "../../src/model/fan/price-paths";
import { COLUMNS, type ColumnName } from "../../src/model/scenario/columns";
import { daysOf } from "../../src/model/scenario/days";
import { type Fan, fan } from "../../src/model/fan/fan";
import { POLICIES, type ScenarioInputs } from "../../src/model/scenario/inputs";
import { MEMORY_KERNEL } from "../../src/model/impact/kernel";
import { flowIsPlanned } from "../../src/model/scenario/plan";
import { scenario } from "../../src/model/scenario/scenario";
import { worstDifference } from "./agreement";
import { CHECK, selling } from "./cases";
import { anyScenario } from "./random-scenarios";
import { reference } from "./reference";
import { columnOf } from "./column";

const ALL = COLUMNS.map(({ name }) => name);
/** Columns that do not need each miner's cash, so that the miners may be run together. */
const TOGETHER = ALL.filter((name) => name !== "unfunded" && name !== "ai_mw");

/** A column of a fan at one of its percentiles. */
const band =
  (of: Fan, columns: readonly ColumnName[], percentile = 0) =>
  (column: ColumnName): number[] =>
    of.percentiles[columns.indexOf(column)]?.map((row) => row[percentile] ?? NaN) ?? [];

/** One path of a fan by the readable loop. */
const referencePath = (inputs: ScenarioInputs, seed: number, path: number) => {
  const days = daysOf(inputs);
  const outside = new Float64Array(days.last + 1);
  fillOutside(chanceOf(inputs, days, seed), path, outside);
  const chance = outside.map((price, day) => price / (days.outsideUsd[day] ?? NaN));
  const { rows } = reference(inputs, flowIsPlanned(inputs) ? { chance } : { chance, kernel: MEMORY_KERNEL });
  return (column: ColumnName): number[] => rows.map((row) => row[column] ?? NaN);
};

describe.each(POLICIES)("under the policy %s", (policy) => {
  it.each([
    ["with each miner's cash", ALL],
    ["without", TOGETHER],
  ])("a fan of one path is that path of the readable loop, %s", (_, columns) => {
    fc.assert(
      fc.property(anyScenario({ maxMonths: 20 }), fc.maxSafeNat(), (drawn, seed) => {
        const inputs = { ...drawn, policy };
        const one = fan(inputs, { columns, shares: [0.5], paths: 1, seed });
        const { column, apart } = worstDifference(band(one, columns), referencePath(inputs, seed, 0), columns);
        expect(apart, column).toBeLessThan(1e-10);
      }),
      { numRuns: 60, seed: 20260314 },
    );
  });
});

it("gives the percentiles of the readable loop's paths, over more than one cohort", () => {
  const inputs = { ...CHECK, months: 3 };
  const paths = 150;
  const columns = ["price", "hashprice", "raised"] as const;
  const got = fan(inputs, { columns, shares: [0, 0.5, 1], paths, seed: 5 });
  const each = Array.from({ length: paths }, (_, path) => referencePath(inputs, 5, path));
  for (const column of columns) {
    const sorted = each.map((of) => of(column)[3] ?? NaN).sort((a, b) => a - b);
    const expected = [sorted[0], ((sorted[74] ?? NaN) + (sorted[75] ?? NaN)) / 2, sorted[149]];
    const row = got.percentiles[columns.indexOf(column)]?.[3] ?? [];
    row.forEach((value, i) => {
      expect(value / (expected[i] ?? NaN)).toBeCloseTo(1, 11);
    });
  }
});

it("is the single path where there is no volatility, to 1e-12, or 1e-7 where the memory is approximate", () => {
  fc.assert(
    fc.property(anyScenario({ maxMonths: 20 }), fc.constantFrom(ALL, TOGETHER), (drawn, columns) => {
      const inputs = { ...drawn, volatility: 0 };
      const path = scenario(inputs);
      const flat = fan(inputs, { columns, shares: [0, 1], paths: 3, seed: 1 });
      const exact = inputs.impactModel === "flow" || flowIsPlanned(inputs);
      for (const percentile of [0, 1]) {
        const { column, apart } = worstDifference(
          band(flat, columns, percentile),
          (name) => columnOf(path, name),
          columns,
        );
        expect(apart, column).toBeLessThan(exact ? 1e-12 : 1e-7);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

it("orders its percentiles in every column and month", () => {
  const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
  for (const policy of POLICIES) {
    const wide = fan({ ...CHECK, ...selling(0.5), policy }, { columns: ALL, shares, paths: 300, seed: 3 });
    for (const column of wide.percentiles) {
      for (const row of column) expect(row).toEqual([...row].sort((a, b) => a - b));
    }
  }
});

it("starts a longer fan with the shorter one, and a larger one with the same paths", () => {
  const question = { columns: ["price"], shares: [0, 0.5, 1], paths: 200, seed: 11 } as const;
  const short = fan({ ...CHECK, months: 4 }, question).percentiles[0] ?? [];
  const long = fan({ ...CHECK, months: 9 }, question).percentiles[0] ?? [];
  expect(long.slice(0, 5)).toEqual(short);
  const more = fan({ ...CHECK, months: 4 }, { ...question, paths: 400 }).percentiles[0] ?? [];
  short.forEach((row, month) => {
    expect(more[month]?.[0]).toBeLessThanOrEqual(row[0] ?? NaN);
    expect(more[month]?.[2]).toBeGreaterThanOrEqual(row[2] ?? NaN);
  });
});

it("gives the same numbers for a seed and others for another", () => {
  const question = { columns: ["price", "unfunded"], shares: [0.5], paths: 100 } as const;
  expect(fan(CHECK, { ...question, seed: 42 })).toEqual(fan(CHECK, { ...question, seed: 42 }));
  expect(fan(CHECK, { ...question, seed: 42 })).not.toEqual(fan(CHECK, { ...question, seed: 43 }));
  expect(fan(CHECK, { ...question, seed: 42 })).not.toEqual(fan(CHECK, { ...question, seed: 42 + 2 ** 32 }));
});

it("asks for one column or for many with the same answer", () => {
  const question = { shares: [0.1, 0.9], paths: 130, seed: 9 };
  const many = fan(CHECK, { ...question, columns: TOGETHER });
  for (const column of ["price", "produced", "holdings"] as const) {
    const one = fan(CHECK, { ...question, columns: [column] });
    expect(one.percentiles[0]).toEqual(many.percentiles[TOGETHER.indexOf(column)]);
  }
});

it("centres on the single path's price in the median, or in the mean when asked", () => {
  const flat = { ...CHECK, policy: "hold", months: 12, volatility: 0.6 } as const;
  const question = { columns: ["price"], shares: [0.5], paths: 4000, seed: 1 } as const;
  const error = 1.25 * (0.6 / Math.sqrt(4000));
  const median = fan(flat, question).percentiles[0]?.[12]?.[0] ?? NaN;
  expect(Math.abs(Math.log(median / 72_322))).toBeLessThan(4 * error);
  const lowered = fan({ ...flat, fanCentre: "mean" }, question).percentiles[0]?.[12]?.[0] ?? NaN;
  expect(lowered / median).toBeCloseTo(Math.exp(-0.18), 12);
});

it("refuses paths, percentiles and seeds out of range", () => {
  const question = { columns: ["price"], shares: [0.5], paths: 10, seed: 1 } as const;
  expect(() => fan(CHECK, { ...question, paths: 20_001 })).toThrow("paths must be an integer 1 to 20,000, not 20001.");
  expect(() => fan(CHECK, { ...question, paths: 0 })).toThrow(RangeError);
  expect(() => fan(CHECK, { ...question, shares: [0.5, 50] })).toThrow("percentiles must be 0 to 1.");
  expect(() => fan(CHECK, { ...question, seed: -1 })).toThrow(RangeError);
  expect(() => fan(CHECK, { ...question, seed: 1.5 })).toThrow(RangeError);
});

it("says when its memory of sales is approximate", () => {
  const question = { columns: ["price"], shares: [0.5], paths: 1, seed: 1 } as const;
  const said = (inputs: ScenarioInputs) => fan(inputs, question).notes.some((note) => note.includes("exponentials"));
  expect(said(CHECK)).toBe(false);
  expect(said({ ...CHECK, ...selling(0.6) })).toBe(true);
  expect(said({ ...CHECK, policy: "funding" })).toBe(true);
  expect(said({ ...CHECK, policy: "funding", impactModel: "flow" })).toBe(false);
});
