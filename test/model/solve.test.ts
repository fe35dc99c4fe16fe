// Brent's method.
import { expect, it } from "vitest";
import { solve } from "../../src/model/numerics/solve";

const CASES = [
  ["x^3 - 2x - 5 (Wallis 1685)", (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
  ["cos x - x", (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
  ["a steep logistic", (x: number) => 1 / (1 + Math.exp(-200 * (x - 0.3))) - 0.5, -10, 10, 0.3],
  ["a flat power", (x: number) => (x - 1) ** 9, 0, 3.7, 1],
  ["a jump without a zero", (x: number) => (x < 1 / 3 ? -1 : 2), -4, 4, 1 / 3],
  ["a price of 60,000", (x: number) => Math.log(x / 60_000), 1, 1e6, 60_000],
] as const;

it.each(CASES)("finds the root of %s", (_, f, low, high, root) => {
  for (const [from, to] of [
    [low, high],
    [high, low],
  ] as const) {
    const found = solve(f, from, to);
    if (found.kind !== "root") throw new Error(found.kind);
    // ninth powers vanish in rounding near the root: 1e-12 is asked of x only where f tells values apart
    expect(Math.abs(found.x - root)).toBeLessThan(root === 1 ? 1e-2 : 2e-12 * Math.max(1, root));
  }
});

it("takes an end that is a root", () => {
  expect(solve((x) => x, 0, 5)).toEqual({ kind: "root", x: 0 });
  expect(solve((x) => x - 5, 0, 5)).toEqual({ kind: "root", x: 5 });
});

it("says both end values where the sign does not change", () => {
  expect(solve((x) => x * x + 1, -1, 2)).toEqual({ kind: "not-bracketed", atLow: 2, atHigh: 5 });
});

it("asks at most once per step, and needs few steps for a smooth function", () => {
  let asked = 0;
  solve((x) => (asked++, Math.exp(x) - 2), 0, 3);
  expect(asked).toBeLessThan(15);
});
