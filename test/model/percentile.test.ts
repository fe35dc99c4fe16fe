// Percentiles of type 7.
import fc from "fast-check";
import { expect, it } from "vitest";
import { percentiles } from "../../src/model/numerics/percentile";

const bySorting = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? NaN;
  const above = sorted[Math.ceil(rank)] ?? NaN;
  return below + (rank - Math.floor(rank)) * (above - below);
};

it("is Excel's PERCENTILE.INC", () => {
  // Microsoft's own example: PERCENTILE.INC({1,2,3,4}, 0.3) = 1.9
  expect(percentiles(Float64Array.of(3, 1, 4, 2), [0.3])[0]).toBeCloseTo(1.9, 14);
});

it("gives what sorting gives, for all shares at once", () => {
  const shares = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 });
  const values = fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(values, shares, (list, asked) => {
      expect(percentiles(Float64Array.from(list), asked)).toEqual(asked.map((share) => bySorting(list, share)));
    }),
    { numRuns: 500 },
  );
});

it("gives the ends and the only value there is", () => {
  expect(percentiles(Float64Array.of(5, 9, 1), [0, 0.5, 1])).toEqual([1, 5, 9]);
  expect(percentiles(Float64Array.of(7), [0, 0.05, 1])).toEqual([7, 7, 7]);
});
