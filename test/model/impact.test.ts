// The square-root law, its inverse, its memory, and schedules.
import fc from "fast-check";
import { expect, it } from "vitest";
import { almgrenChriss, cost2005, permanentImpact2005 } from "./execution";
import {
  absorbableBtc,
  absorptionDays,
  flowImpact,
  impactMemory,
  monthsOfIssuance,
  priceFall,
  scheduleLeft,
  scheduleSold,
  sqrtImpact,
} from "../../src/model/impact/impact";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

it("moves the price by 0.559 % for 500 million USD in a market of 10 billion a day at 2.5 % volatility", () => {
  expect(sqrtImpact(5e8, 1e10, 0.025)).toBeCloseTo(0.005590169943749474, 17);
  expect(sqrtImpact(5e8, 2e9, 0.025)).toBeCloseTo(0.0125, 15);
  expect(sqrtImpact(5e8, 4e10, 0.025)).toBeCloseTo(0.0028, 5);
});

it("is turned round by the absorbable amount", () => {
  fc.assert(
    fc.property(
      real(1, 1e6),
      real(1e3, 1e6),
      real(0.005, 0.1),
      real(0.5, 1.5),
      (btc, volume, volatility, coefficient) => {
        const fall = priceFall(sqrtImpact(btc, volume, volatility, coefficient));
        fc.pre(fall < 0.999);
        expect(absorbableBtc(fall, volume, volatility, coefficient) / btc).toBeCloseTo(1, 9);
      },
    ),
  );
});

it("counts days at a participation, and months of issuance", () => {
  expect(absorptionDays(7000, 0.05, 140_000)).toBe(1);
  expect(monthsOfIssuance(13_696.875, 3.125)).toBeCloseTo(1, 12);
});

it("reads the flow as 3.4 % of log price per billion USD when so told", () => {
  expect(flowImpact(10_000, 100_000, 0.034)).toBeCloseTo(0.034, 15);
});

it("remembers a steady sale as the square-root law does", () => {
  let sum = 0;
  for (let day = 1; day <= 365; day++) sum += impactMemory(day);
  expect(sum).toBeCloseTo(Math.sqrt(365), 12);
  // sqrt(j) - sqrt(j - 1) at j = 1, 2, 5, 50: the propagator of Maitrier et al. 2025, arXiv 2502.16246
  expect([1, 2, 5, 50].map((day) => Number(impactMemory(day).toFixed(4)))).toEqual([1, 0.4142, 0.2361, 0.0711]);
});

it("reproduces the example of Almgren & Chriss 2000", () => {
  const plan = almgrenChriss({
    coins: 1e6,
    days: 5,
    steps: 5,
    volatilityUsd: 0.95,
    eta: 2.5e-6,
    gamma: 2.5e-7,
    epsilonUsd: 0,
    riskAversion: 1e-6,
  });
  expect(plan.kappa).toBeCloseTo(0.6070761632470627, 14);
  expect(plan.holdings.map((coins) => Math.round(coins * 10) / 10)).toEqual([
    1_000_000, 541_955.6, 289_854.2, 147_897.5, 62_141.8, 0,
  ]);
  expect(plan.expectedCostUsd).toBeCloseTo(848_726.9863037932, 5);
  expect(plan.costDeviationUsd).toBeCloseTo(603_430.6688080587, 5);
});

it("adds the spread to the expected cost", () => {
  const order = { coins: 1e6, days: 5, steps: 5, volatilityUsd: 0.95, eta: 2.5e-6, gamma: 2.5e-7, riskAversion: 1e-6 };
  expect(almgrenChriss({ ...order, epsilonUsd: 0.0625 }).expectedCostUsd).toBeCloseTo(911_226.9863037932, 5);
});

it("reproduces the IBM row of Almgren, Thum, Hauptmann & Li 2005, in basis points", () => {
  const [shares, volume, outstanding, volatility] = [656_100, 6.561e6, 1.728e9, 0.0157] as const;
  expect(1e4 * permanentImpact2005(shares, volume, outstanding, volatility)).toBeCloseTo(19.859701911852525, 11);
  const costs = [0.1, 0.2, 0.5].map((days) => 1e4 * cost2005(shares, volume, outstanding, volatility, days));
  expect(costs[0]).toBeCloseTo(32.22385095592626, 11);
  expect(costs[1]).toBeCloseTo(24.638405637311713, 11);
  expect(costs[2]).toBeCloseTo(18.41786313787262, 11);
});

it("sells all of it, day by day what the holdings lose, faster at first the more urgent it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), real(0, 5), (days, urgency) => {
      let left = 1;
      for (let day = 0; day < days; day++) {
        const sold = scheduleSold(day, days, urgency);
        expect(sold).toBeGreaterThanOrEqual(0);
        left -= sold;
        expect(left).toBeCloseTo(scheduleLeft(day + 1, days, urgency), 11);
      }
    }),
    { numRuns: 25 },
  );
  expect(scheduleSold(0, 100, 0.02)).toBeGreaterThan(scheduleSold(0, 100, 0.01));
});

it("passes smoothly into the straight line", () => {
  expect(scheduleSold(3, 50, 0)).toBe(1 / 50);
  expect(scheduleLeft(10, 50, 0)).toBe(0.8);
  expect(scheduleSold(3, 50, 3e-10)).toBeCloseTo(1 / 50, 15);
  expect(scheduleSold(3, 50, 1e-7)).toBeCloseTo(1 / 50, 12);
});
