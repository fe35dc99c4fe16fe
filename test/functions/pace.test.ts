// The preset and policy pace: each miner goes on as it did, from an estimate of what it holds.
import { describe, expect, it } from "vitest";
import { runOf } from "../../src/functions/scenarios/run";
import { openEpochAt } from "../../src/functions/scenarios/starting";
import { day } from "../data/bundled";
import { withToldRows } from "../estimate/told-rows";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";
import { withRecord } from "./record-as-of";

const from = (start: string, ...rows: unknown[][]): unknown[][] => [
  ["preset", "pace"],
  ["start", start],
  ["months", 12],
  ...rows,
];
const holdings = (rows: unknown[][]): number[] =>
  [0, 3, 6, 12].map((month) => Number(ask("SCENARIOVALUE", rows, "holdings", month)));
const near = (found: number[], wanted: number[]): void => {
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] ?? NaN, 5);
  });
};

// Worked out twice, by independent implementations, on the record of 2026-11-22.
describe("SCENARIO of pace", () => {
  it.each([
    ["2025-06-30", 108_367.693683, 115_081.273838, 121_587.693426, 134_295.197592],
    ["2026-03-14", 120_155.777309, 122_163.685049, 125_003.788297, 130_470.07626],
    ["2026-08-21", 84_216.213387, 83_023.904102, 82_113.185227, 80_328.790172],
  ])("from %s holds what was worked out", (start, ...wanted) => {
    // The figures take the epoch as open since the last retarget that the record knows, however long ago; a scenario
    // does so by itself only where no other retarget must have followed.
    const { days } = openEpochAt(day(start)) ?? { days: NaN };
    near(holdings(from(start, ["epoch_days", days])), wanted.map(Number));
    if (start !== "2026-08-21") near(holdings(from(start)), wanted.map(Number));
  });

  it("from 2026-03-14 with the sales that were told by themselves starts lower", () => {
    withRecord(withToldRows(), () => {
      near(holdings(from("2026-03-14")), [111_854.58376, 114_732.685049, 117_572.788297, 123_039.07626]);
    });
  });

  it("has each miner go on at its own pace until its coins are gone", () => {
    const ofOne = (ticker: string, month: number): number =>
      Number(ask("SCENARIOVALUE", from("2026-08-21", ["miners", ticker]), "holdings", month));
    expect(ofOne("RIOT", 0)).toBeCloseTo(10_473.142857, 6);
    expect(ofOne("RIOT", 12)).toBeCloseTo(4_107.7033, 4);
    expect([ofOne("CIFR", 3) > 0, ofOne("CIFR", 6)]).toEqual([true, 0]);
  });

  it("moves no price: the market is used to it; a baseline of its own makes it move one", () => {
    const impact = (...rows: unknown[][]): number[] =>
      table("SCENARIO", from("2026-08-21", ...rows), "worst_impact", false).map(([share]) => Number(share));
    expect(impact()).toEqual(new Array(13).fill(0));
    expect(impact(["baseline_sale_share", 1])[12]).toBeGreaterThan(0);
  });

  it("keeps coins together, and ends where nothing is left", () => {
    const rows = table("SCENARIO", from("2026-08-21"), "holdings,produced,production_sold,treasury_sold", false);
    let held = Number(rows[0]?.[0]);
    for (const [now, produced, sold, treasury] of rows.slice(1).map((row) => row.map(Number))) {
      held += (produced ?? NaN) - (sold ?? NaN) - (treasury ?? NaN);
      expect(now).toBeCloseTo(held, 6);
    }
  });

  it("says that the holdings are estimates, and each pace", () => {
    const said = behind("SCENARIOVALUE", from("2026-08-21"), "holdings", 0);
    expect(said["Holdings at the start"]).toBe("are estimates: 84,216 BTC, counted 87,052");
    expect(said["Pace of RIOT"]).toBe("-17.44 BTC a day");
    expect(said["Pace of MARA"]).toBe("3.01 BTC a day");
    expect(JSON.stringify(behind("SCENARIOVALUE", "hold", "holdings", 0))).not.toMatch(/Pace|estimates/);
  });
});

describe("ASSUMPTIONS of pace", () => {
  const rows = (): Map<unknown, unknown> =>
    new Map(table("ASSUMPTIONS", "pace", false).map(([name, value]) => [name, value]));

  const minersOf = (...rows: [string, string][]) =>
    runOf([["preset", "pace"], ...rows].map(([name = "", value = ""]) => ({ name, value, where: "" }))).inputs.miners;

  it("are those that were worked out for 2026-08-21", () => {
    const of = (ticker: string) => minersOf(["start", "2026-08-21"]).find((miner) => miner.ticker === ticker);
    expect(of("MARA")?.productionSaleShare).toBeCloseTo(0.90951582, 8);
    expect(of("CLSK")?.productionSaleShare).toBeCloseTo(0.99045919, 8);
    expect(of("RIOT")?.sellRateBtcPerDay).toBeCloseTo(17.43956044, 8);
    expect(of("CIFR")?.sellRateBtcPerDay).toBeCloseTo(4.3480663, 8);
  });

  it("lists what each miner keeps or sells, and leaves the common rows empty", () => {
    const now = rows();
    const told = minersOf().flatMap(({ ticker = "", productionSaleShare, sellRateBtcPerDay }) => [
      ...(productionSaleShare < 1 ? [[`${ticker}.production_sale_share`, productionSaleShare] as const] : []),
      ...(sellRateBtcPerDay > 0 ? [[`${ticker}.sell_rate`, sellRateBtcPerDay] as const] : []),
    ]);
    expect(told.length).toBeGreaterThan(5);
    for (const [name, value] of told) expect(now.get(name), name).toBe(value);
    expect([now.get("production_sale_share"), now.get("baseline_sale_share"), now.get("policy")]).toEqual(["", "", "pace"]); // prettier-ignore
  });

  it("are rows to edit: one miner's, or a common one over all", () => {
    const sold = (...more: unknown[][]): number =>
      table("SCENARIO", from("2026-08-21", ...more), "treasury_sold", false).reduce(
        (sum, [btc]) => sum + Number(btc),
        0,
      );
    expect(sold(["RIOT.sell_rate", 0])).toBeLessThan(sold() - 6_000);
    const keepsAll = from("2026-08-21", ["production_sale_share", 0]);
    expect(ask("SCENARIOVALUE", keepsAll, "production_sold", 12)).toBe(0);
    const oneKeeps = [["preset", "hold"], ["start", "2026-08-21"], ["miners", "MARA"], ["MARA.production_sale_share", 0]]; // prettier-ignore
    expect(ask("SCENARIOVALUE", oneKeeps, "production_sold", 12)).toBe(0);
    expect(ask("SCENARIOVALUE", oneKeeps, "worst_impact", 12)).toBe(0);
  });

  it("are refused where they cannot be", () => {
    expect(sentence("SCENARIO", from("2026-08-21", ["sell_rate", 5]))).toContain(
      "sell_rate is set for each miner: write, for example, MARA.sell_rate.",
    );
    expect(sentence("SCENARIO", from("2026-08-21", ["RIOT.sell_rate", -1]))).toContain(
      "RIOT.sell_rate must be 0 to 1e6, not -1.",
    );
    expect(sentence("SCENARIO", from("2026-08-21", ["RIOT.production_sale_share", 2]))).toContain(
      "must be 0 to 1, not 2.",
    );
  });
});

describe("a fan of pace", () => {
  it("has the single path in its middle where there is no chance", () => {
    const still = from("2026-08-21", ["volatility", 0]);
    const fan = table("SCENARIOFAN", still, "holdings", 0.5, 3, 1, false).map((row) => Number(row.at(-1)));
    const path = table("SCENARIO", still, "holdings", false).map(([btc]) => Number(btc));
    fan.forEach((btc, month) => {
      expect(btc).toBeCloseTo(path[month] ?? NaN, 6);
    });
  });
});
