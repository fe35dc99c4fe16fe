// SCENARIOCOMPARE: scenarios side by side, each as SCENARIOVALUE gives it alone.
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { CellError } from "../../src/functions";
import { PRESETS } from "../../src/model/scenario/presets";
import { scenario } from "../../src/model/scenario/scenario";
import { origin, record, replaceRecord } from "../../src/functions";
import { ask, sentence, table } from "./ask";
import { evaluate } from "./contract";

// The simulation itself, counted: ten scenarios must cost ten.
vi.mock("../../src/model/scenario/scenario", async (original) => {
  const real = await original<{ scenario: typeof scenario }>();
  return { ...real, scenario: vi.fn(real.scenario) };
});

const CASES = [
  ["", "Base", "Bear", "Bull"],
  ["preset", "hold", "thesis", "orderly"],
  ["price", "", 60_000, 120_000],
  ["CORZ.sell_share", null, 1, null],
  ["months", 12, 12, 24],
] as const;

/** The same scenario as the table of two columns that SCENARIOVALUE takes. */
const alone = (column: number): (string | number | null)[][] =>
  CASES.slice(1).map((row) => [row[0], row[column] ?? null]);

describe("SCENARIOCOMPARE", () => {
  it("lays presets side by side, with six outputs at the end of each", () => {
    const [heads, ...rows] = table("SCENARIOCOMPARE", "hold, thesis");
    expect(heads).toEqual(["output", "hold", "thesis"]);
    expect(rows.map(([output]) => output)).toEqual(["price", "holdings", "hashprice", "hashrate", "treasury_sold", "worst_impact"]); // prettier-ignore
    expect(rows.map(([output]) => output).map((output) => ask("SCENARIOVALUE", "thesis", output))).toEqual(rows.map((row) => row[2])); // prettier-ignore
  });

  it.each([
    ["one text", "hold,thesis,funding"],
    ["a row", [["hold", "thesis", "funding"]]],
    ["a column with a blank", [["hold"], ["thesis"], [null], ["funding"]]],
  ])("takes presets in %s", (_, presets) => {
    expect(table("SCENARIOCOMPARE", presets, "price")[0]).toEqual(["output", "hold", "thesis", "funding"]);
  });

  it("equals SCENARIOVALUE of each column to the bit, with empty cells left to the preset", () => {
    const [heads, ...rows] = table("SCENARIOCOMPARE", CASES, [["price", "holdings@6", "date"]], [[3, 12]]);
    expect(heads).toEqual(["output", "Base", "Bear", "Bull"]);
    expect(rows.map(([output]) => output)).toEqual(["price@3", "price@12", "holdings@6", "date@3", "date@12"]);
    for (const [output, ...values] of rows) {
      const [column = "", month] = String(output).split("@");
      expect(values, String(output)).toEqual([1, 2, 3].map((at) => ask("SCENARIOVALUE", alone(at), column, Number(month)))); // prettier-ignore
    }
  });

  it("equals SCENARIOVALUE for presets, outputs and months at random", () => {
    const preset = fc.constantFrom(...PRESETS.map(({ name }) => name));
    const output = fc.constantFrom("price", "hashprice", "holdings", "impact", "difficulty", "raised");
    fc.assert(
      fc.property(fc.array(preset, { minLength: 1, maxLength: 4 }), output, fc.nat(24), (presets, column, month) => {
        const [row] = table("SCENARIOCOMPARE", [presets], column, month, false);
        expect(row).toEqual([
          `${column}@${month}`,
          ...presets.map((name) => ask("SCENARIOVALUE", name, column, month)),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps what is wrong in one column there", () => {
    const wrong = CASES.map((row, index) => (index === 2 ? [row[0], "", -5, 120_000] : row));
    const answer = evaluate("SCENARIOCOMPARE", [wrong, "price"]);
    const [, base, bear, bull] = answer[1] ?? [];
    expect(bear).toBeInstanceOf(CellError);
    // The row is the one of the sheet's table, names included.
    expect((bear as CellError).message).toMatch(/^Row 3: price/);
    expect([typeof base, typeof bull]).toEqual(["object", "object"]);
    expect(table("SCENARIOCOMPARE", "hold,nonsense,thesis", "price")[1]?.[2]).toBe("#VALUE!");
    expect(table("SCENARIOCOMPARE", [["hold", new CellError("#N/A", "")]], "price")).toEqual([
      ["output", "hold", "#N/A"],
      ["price", ask("SCENARIOVALUE", "hold", "price"), "#N/A"],
    ]);
  });

  it("says #N/A only where a scenario has ended before the month", () => {
    expect(table("SCENARIOCOMPARE", CASES, "price", 24, false)[0]?.map((cell) => typeof cell === "number" || cell)).toEqual(["price@24", "#N/A", "#N/A", true]); // prettier-ignore
  });

  it("runs each scenario once, whatever is asked of it", () => {
    replaceRecord(record(), origin());
    vi.mocked(scenario).mockClear();
    table("SCENARIOCOMPARE", CASES, "price, holdings@6", [[0, 3, 6, 9, 12]]);
    table("SCENARIOCOMPARE", CASES);
    expect(scenario).toHaveBeenCalledTimes(3);
  });

  it("names a column without a name, and leaves out columns without anything", () => {
    const grid = [["", "Base", "", ""], ["preset", "hold", "thesis", ""]]; // prettier-ignore
    expect(table("SCENARIOCOMPARE", grid, "price")[0]).toEqual(["output", "Base", "Scenario 2"]);
  });

  it.each([
    [[["preset", "hold"], ["price", 60_000]], /first row of scenarios must hold their names/], // prettier-ignore
    [null, /scenarios is empty: write presets/],
    [[Array.from({ length: 51 }, () => "hold")], /up to 50 side by side, not 51/],
  ])("refuses %j with a sentence", (given, says) => {
    expect(sentence("SCENARIOCOMPARE", given)).toMatch(says);
  });

  it("refuses an output that is none", () => {
    expect(sentence("SCENARIOCOMPARE", "hold", "prise")).toMatch(/No column of a scenario is called "prise"/);
  });
});
