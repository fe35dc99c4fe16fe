// Overhang by its three methods and the funding gap.
import { expect, it } from "vitest";
import { fundingGapUsd, overhangOf, type OverhangQuestion } from "../../src/model/impact/overhang";

const CORE = { holdingsBtc: 2537, leased: true, contractedMw: 590, cashUsd: 300e6 };
const MARA = { holdingsBtc: 53_822, leased: false, contractedMw: 0, cashUsd: 400e6 };
const ask = (question: Partial<OverhangQuestion>): OverhangQuestion => ({
  method: "treasury",
  share: 1,
  priceUsd: 72_322,
  capexUsdPerMw: 9e6,
  financedShare: 0.8,
  ...question,
});

const overhangs = (question: Partial<OverhangQuestion>): number[] =>
  [CORE, MARA].map((holder) => overhangOf(holder, ask(question)));

it("counts everything that could come under treasury", () => {
  expect(overhangs({})).toEqual([2537, 53_822]);
  expect(overhangs({ share: 0.5 })).toEqual([1268.5, 26_911]);
});

it("counts only leased miners under pivot", () => {
  expect(overhangs({ method: "pivot" })).toEqual([2537, 0]);
});

it("counts what the gap needs under funding, at most what is there", () => {
  // 590 MW * 9M * 0.2 - 300M = 762M USD, or 10,536 BTC at 72,322
  expect(fundingGapUsd(590, 9e6, 0.8, 300e6)).toBeCloseTo(762e6, 3);
  expect(overhangOf(CORE, ask({ method: "funding" }))).toBe(2537);
  expect(overhangOf({ ...CORE, holdingsBtc: 20_000 }, ask({ method: "funding" }))).toBeCloseTo(762e6 / 72_322, 6);
  expect(overhangOf(MARA, ask({ method: "funding" }))).toBe(0);
});
