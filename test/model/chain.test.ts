// Subsidy, implied hashrate, retargets: against the chain itself.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/common/days";
import { bitsOfTarget, difficultyOfBits, retargetBits, targetOfBits } from "./bits";
import {
  impliedHashrateEhs,
  issuedBtc,
  openEpochBlocks,
  retargetFactor,
  subsidyAtHeight,
  subsidyOnDay,
} from "../../src/model/chain/chain";

const HALVING_2028 = dayOf(2028, 4, 15);

/** Six epochs from block headers: first block, time of its first and last block, bits and difficulty before and after. */
const EPOCHS = [
  [687456, 1623614836, 1625293501, 0x170e1ef9, 0x171398ce, 19932791027262.742, 14363025673659.965],
  [838656, 1712783853, 1713969900, 0x17034219, 0x170331db, 86388558925171.02, 88104191118793.16],
  [929376, 1766634486, 1767858836, 0x1701e605, 0x1701ebf2, 148258433855481.3, 146472570619930.78],
  [933408, 1769110282, 1770471767, 0x1701fca1, 0x17023c7e, 141668107417558.25, 125864590119494.27],
  [935424, 1770472605, 1771526952, 0x17023c7e, 0x1701f303, 125864590119494.27, 144398401518100.94],
  [941472, 1774043659, 1775208233, 0x17021a91, 0x17020684, 133793147307542.75, 138966872071213.2],
] as const;

describe.each(EPOCHS)(
  "the epoch from block %i",
  (_, firstTime, lastTime, bits, nextBits, difficulty, nextDifficulty) => {
    it("retargets to exactly the bits in the chain", () => {
      expect(retargetBits(bits, lastTime - firstTime)).toBe(nextBits);
    });
    it("has the published difficulties", () => {
      expect(difficultyOfBits(bits) / difficulty).toBeCloseTo(1, 14);
      expect(difficultyOfBits(nextBits) / nextDifficulty).toBeCloseTo(1, 14);
    });
    it("agrees with the closed form to 1e-5", () => {
      const days = (lastTime - firstTime) / 86_400;
      expect(Math.abs((difficulty * retargetFactor(days)) / nextDifficulty - 1)).toBeLessThan(1e-5);
    });
  },
);

it("holds a retarget within a factor of four and above the easiest target", () => {
  expect(difficultyOfBits(retargetBits(0x170e1ef9, 1)) / difficultyOfBits(0x170e1ef9)).toBeCloseTo(4, 4);
  expect(retargetBits(0x1d00ffff, 1e9)).toBe(0x1d00ffff);
  expect(retargetFactor(1)).toBe(4);
  expect(retargetFactor(0)).toBe(4);
  expect(retargetFactor(1000)).toBe(0.25);
});

it("reads and writes compact bits of any size", () => {
  for (const bits of [0x1d00ffff, 0x170e1ef9, 0x0403ffff, 0x02123400])
    expect(bitsOfTarget(targetOfBits(bits))).toBe(bits);
  expect(difficultyOfBits(0x1d00ffff)).toBe(1);
});

it("halves the subsidy each 210,000 blocks, down to nothing", () => {
  expect([0, 209_999, 210_000, 629_999, 630_000, 840_000, 1_050_000].map(subsidyAtHeight)).toEqual([
    50, 50, 25, 12.5, 6.25, 3.125, 1.5625,
  ]);
  expect(subsidyAtHeight(33 * 210_000)).toBe(0);
});

it("pays the new subsidy from the halving's own day", () => {
  const days = [
    [dayOf(2012, 1, 1), 50],
    [dayOf(2016, 7, 8), 25],
    [dayOf(2016, 7, 9), 12.5],
    [dayOf(2020, 5, 10), 12.5],
    [dayOf(2020, 5, 11), 6.25],
    [dayOf(2024, 4, 19), 6.25],
    [dayOf(2024, 4, 20), 3.125],
    [HALVING_2028 - 1, 3.125],
    [HALVING_2028, 1.5625],
  ] as const;
  for (const [day, btc] of days) expect(subsidyOnDay(day, HALVING_2028)).toBe(btc);
});

it("implies about 1,038 EH/s from the difficulty of 14 March 2026", () => {
  expect(impliedHashrateEhs(145_042_165_424_853)).toBeCloseTo(1038.25, 2);
});

it("leaves an epoch open however late it is", () => {
  const difficulty = 1.45e14;
  const onPace = impliedHashrateEhs(difficulty);
  expect(openEpochBlocks(7, onPace, difficulty)).toBeCloseTo(1008, 9);
  expect(openEpochBlocks(30, onPace, difficulty)).toBe(2015);
});

it("has issued 15.75 million coins by the second halving, and never 21 million", () => {
  expect(issuedBtc(0)).toBe(50);
  expect(issuedBtc(419_999)).toBe(15_750_000);
  expect(issuedBtc(840_000)).toBe(19_687_503.125);
  // the sum of all whole-satoshi subsidies, short of 21 million by rounding: bitcoin wiki, Controlled supply
  expect(issuedBtc(10_000_000)).toBeCloseTo(20_999_999.9769, 4);
});
