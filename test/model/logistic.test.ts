// The tabulated share of running machines against the formula, one machine and all together.
import fc from "fast-check";
import { expect, it } from "vitest";
import { aggregatesOf, NODE } from "../../src/model/scenario/aggregates";
import { calibrate } from "../../src/model/scenario/fleet";
import { tabulate, wanting } from "../../src/model/numerics/logistic";
import { QUINTIC } from "../../src/model/numerics/quintic";
import { CHECK } from "./cases";
import { target } from "./reference-parts";

tabulate();

it("is the logistic above a floor of 5 %, within 1e-14", () => {
  fc.assert(
    fc.property(fc.double({ min: -60, max: 60, noNaN: true }), (z) => {
      expect(Math.abs(wanting(z) - (0.05 + 0.95 / (1 + Math.exp(-z))))).toBeLessThan(1e-14);
    }),
    { numRuns: 20_000 },
  );
  expect([wanting(-Infinity), wanting(-1e9), wanting(1e9), wanting(Infinity)]).toEqual([0.05, 0.05, 1, 1]);
});

it("adds up to what the machines want one by one, within 1e-12 of the network", () => {
  const fleet = calibrate(CHECK);
  const sums = aggregatesOf(fleet, CHECK);
  if (!sums) throw new Error("The check case has ordinary machines.");
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (hashprice) => {
      const x = (hashprice / (hashprice + sums.centreUsd)) * sums.nodes;
      const node = Math.floor(x);
      const read = (sum: number) => {
        let value = 0;
        for (let power = QUINTIC - 1; power >= 0; power--) {
          value = value * (x - node) + (sums.table[node * NODE + sum * QUINTIC + power] ?? NaN);
        }
        return value;
      };
      const wanted = fleet.listed.map((one) => one.capacityEhs * target(hashprice, one.costUsd, CHECK.switchSoftness));
      const tiers = fleet.tiers.map((one) => one.capacityEhs * target(hashprice, one.costUsd, CHECK.switchSoftness));
      const expected = [
        wanted.reduce((a, b) => a + b),
        wanted.reduce((sum, ehs, i) => sum + ehs * (CHECK.miners[i]?.aiShare ?? NaN), 0),
        tiers.reduce((a, b) => a + b),
      ];
      expected.forEach((ehs, sum) => {
        expect(Math.abs(read(sum) - ehs)).toBeLessThan(1e-12 * CHECK.hashrateEhs);
      });
    }),
    { numRuns: 5000 },
  );
});

it("declines to tabulate machines that switch all at once", () => {
  const abrupt = { ...CHECK, switchSoftness: 1e-4 };
  expect(aggregatesOf(calibrate(abrupt), abrupt)).toBeUndefined();
});
