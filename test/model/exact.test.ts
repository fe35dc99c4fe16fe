// Exponential and logarithm of our own, held against the engine's within a few units in the last place.
import fc from "fast-check";
import { expect, it } from "vitest";
import { exp, log, meanDecay, oneMinusExp } from "../../src/model/numerics/exact";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const apart = (got: number, expected: number) => Math.abs(got - expected) / Math.abs(expected);

it("gives e^x to 15 digits over the whole range of doubles", () => {
  fc.assert(
    fc.property(real(-700, 709), (x) => apart(exp(x), Math.exp(x)) < 6e-16),
    { numRuns: 20_000 },
  );
  expect(exp(0)).toBe(1);
  expect(exp(1)).toBe(Math.E);
});

it("is 0 far below, Infinity far above and NaN for NaN", () => {
  expect([exp(-800), exp(800), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([0, Infinity, 0, Infinity, NaN]);
});

it("gives the natural logarithm to 15 digits", () => {
  fc.assert(
    fc.property(real(1e-300, 1e300), (x) => apart(log(x), Math.log(x)) < 6e-16),
    { numRuns: 20_000 },
  );
  fc.assert(fc.property(real(0.5, 2), (x) => Math.abs(log(x) - Math.log(x)) <= 4e-16 * Math.abs(Math.log(x))));
  expect([log(1), log(0), log(-1), log(Infinity), log(5e-324)]).toEqual([
    0,
    -Infinity,
    NaN,
    Infinity,
    Math.log(5e-324),
  ]);
});

it("keeps 1 - e^-x exact where x is small", () => {
  fc.assert(
    fc.property(real(-3, 30), (x) => Math.abs(oneMinusExp(x) + Math.expm1(-x)) <= 5e-16 * Math.abs(Math.expm1(-x))),
  );
  expect(oneMinusExp(1e-12)).toBe(-Math.expm1(-1e-12));
  expect(meanDecay(0)).toBe(1);
});

it("has the very bits that were computed when this was written", () => {
  const sum = (f: (x: number) => number) =>
    Array.from({ length: 1000 }, (_, i) => f((i + 1) / 7)).reduce((a, b) => a + b);
  expect(sum((x) => exp(-x))).toBe(EXP_SUM);
  expect(sum(log)).toBe(LOG_SUM);
});

/** Sums whose last digit changes when any operation does: the promise is the same bits in every engine. */
const EXP_SUM = 6.511900714632574;
const LOG_SUM = 3966.2180294328505;
