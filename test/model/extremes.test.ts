// The ends of what is accepted, and beyond: finite rows or a sentence, never NaN or Infinity.
import fc from "fast-check";
import { expect, it } from "vitest";
import { ASSUMPTIONS } from "../../src/model/scenario/assumptions";
import { isMinerAssumption, isNumberAssumption } from "../../src/model/scenario/check";
import { COLUMNS } from "../../src/model/scenario/columns";
import { dayOf } from "../../src/common/days";
import { fan } from "../../src/model/fan/fan";
import { IMPACT_MODELS, type MinerInputs, POLICIES, type ScenarioInputs } from "../../src/model/scenario/inputs";
import type { Range } from "../../src/model/scenario/ranges";
import { valueAt } from "../../src/model/scenario/rows";
import { scenario } from "../../src/model/scenario/scenario";
import { CHECK, miner } from "./cases";
import { columnOf } from "./column";

const ALL = COLUMNS.map(({ name }) => name);
const finite = (inputs: ScenarioInputs): boolean => scenario(inputs).table.every(Number.isFinite);

/** The ends of a range, hairs inside them where the ends are not accepted, and an ordinary value. */
const edges = ({ min, max, above, below, integer }: Range, ordinary: number): fc.Arbitrary<number> => {
  const inside = Math.min(max, Math.max(min, ordinary));
  return fc.constantFrom(
    inside,
    ...(above ? [min === 0 ? 5e-324 : min + 1e-12, min + 1e-9] : [min]),
    below ? max - 1e-9 : max,
    ...(integer ? [] : [inside / 1e6 > min ? inside / 1e6 : inside]),
  );
};

const edgeMiner = fc
  .record(
    Object.fromEntries(
      ASSUMPTIONS.filter(isMinerAssumption).map((one) => [one.key, edges(one.range, CHECK.miners[0]?.[one.key] ?? 0)]),
    ),
  )
  .map((figures) => miner(figures as Partial<MinerInputs>));

const edgeScenario: fc.Arbitrary<ScenarioInputs> = fc
  .tuple(
    fc.record(
      Object.fromEntries(
        ASSUMPTIONS.filter(isNumberAssumption).map((one) => [one.key, edges(one.range, CHECK[one.key] ?? 1)]),
      ),
    ),
    fc.record({
      policy: fc.constantFrom(...POLICIES),
      impactModel: fc.constantFrom(...IMPACT_MODELS),
      sellEncumbered: fc.boolean(),
      miners: fc.array(fc.oneof(edgeMiner, fc.constantFrom(...CHECK.miners)), { maxLength: 3 }),
      months: fc.constantFrom(1, 2, 13, 119),
    }),
  )
  .map(([numbers, rest]) => ({ ...CHECK, ...numbers, ...rest }));

it("gives finite rows at every corner of the accepted ranges", () => {
  fc.assert(
    fc.property(edgeScenario, (inputs) => {
      expect(scenario(inputs).table.find((value) => !Number.isFinite(value))).toBeUndefined();
    }),
    { numRuns: 1500, seed: 1 },
  );
});

it("gives finite fans at every corner of the accepted ranges", () => {
  fc.assert(
    fc.property(edgeScenario, fc.constantFrom(ALL, ALL.slice(0, 17)), (inputs, columns) => {
      const rows = fan(
        { ...inputs, months: Math.min(13, inputs.months) },
        { columns, shares: [0, 1], paths: 2, seed: 1 },
      );
      expect(rows.percentiles.flat(2).find((value) => !Number.isFinite(value))).toBeUndefined();
    }),
    { numRuns: 500, seed: 2 },
  );
});

it("runs without miners: the chain alone, nothing held, nothing sold", () => {
  const path = scenario({ ...CHECK, miners: [] });
  expect(path.table.every(Number.isFinite)).toBe(true);
  expect(columnOf(path, "holdings")).toEqual(new Array(13).fill(0));
  expect(columnOf(path, "price").at(-1)).toBe(72_322);
});

it("runs when the listed miners are the whole network and all leave it: no blocks, no coins", () => {
  const whole = CHECK.miners.map((one) => ({ ...one, hashrateEhs: 500, aiShare: 1 }));
  const path = scenario({ ...CHECK, miners: whole, aiDays: 0, aiStart: 31 });
  expect(path.table.every(Number.isFinite)).toBe(true);
  expect(columnOf(path, "hashrate").at(-1)).toBe(0);
  expect(columnOf(path, "produced").at(-1)).toBe(0);
  expect(columnOf(path, "idle_share").at(-1)).toBe(0);
});

it("halves the subsidy on the halving's day, inside a month", () => {
  const across = scenario({ ...CHECK, startDay: dayOf(2028, 4, 1), months: 1, policy: "hold" });
  const before = valueAt(across, "hashprice", 0) ?? NaN;
  const after = valueAt(across, "hashprice", 1) ?? NaN;
  expect(after / before).toBeLessThan(0.56);
  expect(valueAt(across, "produced", 1)).toBeGreaterThan(0);
});

it("survives the loss of almost the whole price, and hashrates a million times off", () => {
  expect(finite({ ...CHECK, jump: -0.999999999, policy: "funding" })).toBe(true);
  expect(finite({ ...CHECK, hashrateEhs: 1e-6 })).toBe(true);
  expect(finite({ ...CHECK, hashrateEhs: 1e9 })).toBe(true);
  const almostFree = CHECK.miners.map((one) => ({ ...one, efficiencyJth: 5e-324 }));
  expect(finite({ ...CHECK, switchSoftness: 1e-9, calibrationPriceUsd: 5e-324, miners: almostFree })).toBe(true);
  expect(finite({ ...CHECK, volumeBtc: 1e-9, impactCoefficient: 5, dailyVolatility: 0.5 })).toBe(true);
});

it.each([
  ["no months", { months: 0 }, "months must be an integer 1 to 119, not 0."],
  ["120 months", { months: 120 }, "months must be an integer 1 to 119, not 120."],
  ["half a month", { months: 1.5 }, "months must be an integer 1 to 119, not 1.5."],
  ["a price of 0", { priceUsd: 0 }, "price must be above 0, up to 1e12, not 0."],
  ["a negative volume", { volumeBtc: -1 }, "volume_btc must be above 0, up to 1e12, not -1."],
  ["no hashrate", { hashrateEhs: 0 }, "hashrate must be above 0, up to 1e9, not 0."],
  ["no number", { drift: NaN }, "drift must be -2 to 2, not NaN."],
  ["an endless fee", { feesBtcPerDay: Infinity }, "fees_btc_per_day must be 0 to 1e6, not Infinity."],
  ["a loss of everything", { jump: -1 }, "jump must be above -1, up to 100, not -1."],
  ["a full epoch", { epochBlocks: 2016 }, "epoch_blocks must be 0 to below 2,016, not 2016."],
  ["a share of 101 %", { financedShare: 1.01 }, "financed_share must be 0 to 1, not 1.01."],
  [
    "a halving that was",
    { halvingDay: dayOf(2024, 4, 20) },
    "halving_date must be a date 2024-04-21 to 2200-01-01, not 2024-04-20.",
  ],
] as const)("refuses %s in a sentence", (_, change, sentence) => {
  expect(() => scenario({ ...CHECK, ...change })).toThrow(new RangeError(sentence));
});

it("says whose figure it refuses", () => {
  const miners = [{ ...miner({ ticker: "MARA" }), sellShare: 1.5 }];
  expect(() => scenario({ ...CHECK, miners })).toThrow("MARA.sell_share must be 0 to 1, not 1.5.");
});
