// A cell that is empty means the same in every Excel, whether it arrives as 0, "" or null.
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions";
import { ask, sentence, table } from "./ask";
import { errorsIn, evaluate, validFor } from "./contract";
import { arriving, EMPTY_AS } from "./empty-cells";

/** Among numbers, and in a switch, 0 may be meant: there it is the formula that tells (IF(B2="","",B2)). */
const MAY_BE_ZERO = ["number", "flag", "values"];
const parameters = catalogue.flatMap(({ id, parameters: all }) =>
  all.map((about, at) => ({ id, at, about, name: about.name })),
);
const neverZero = parameters.filter(
  ({ about }) => !MAY_BE_ZERO.includes(about.kind) && !about.values?.every((word) => Number.isFinite(Number(word))),
);

describe.each(EMPTY_AS)("an empty cell that arrives as %j", (emptyAs) => {
  const cells = (...rows: readonly (readonly unknown[])[]) => arriving(rows, emptyAs);

  it.each(neverZero.filter(({ about }) => about.optional))("is left out: $id $name", ({ id, at }) => {
    const without = evaluate(id, validFor(id).slice(0, at));
    expect(JSON.stringify(evaluate(id, [...validFor(id).slice(0, at), cells([null])]))).toBe(JSON.stringify(without));
  });

  it.each(neverZero.filter(({ about }) => !about.optional))("is asked for: $id $name", ({ id, at, name }) => {
    const [error] = errorsIn(evaluate(id, validFor(id).with(at, cells([null]))));
    expect(error?.code).toBe("#VALUE!");
    expect(error?.message).toContain(name);
  });

  it.each(neverZero.filter(({ about }) => about.shape === "list"))("is skipped in a list: $id $name", ({ id, at }) => {
    const value = validFor(id)[at];
    const alone = JSON.stringify(evaluate(id, validFor(id)));
    for (const range of [cells([value], [null]), cells([null, value, null])]) {
      expect(JSON.stringify(evaluate(id, validFor(id).with(at, range)))).toBe(alone);
    }
  });

  it("skips rows without a name in a table of assumptions, and words and dates without a value", () => {
    const given = cells(
      [null, null],
      ["preset", "thesis"],
      [null, 7],
      ["start", null],
      ["miners", null],
      ["impact_model", null],
      ["sell_encumbered", null],
      ["halving_date", null],
      [null, "a note"],
    );
    expect(table("SCENARIO", given)).toEqual(table("SCENARIO", "thesis"));
  });

  it("skips words and dates without a value in the values of a sensitivity", () => {
    const grid = (models: unknown, days: unknown) =>
      table("SENSITIVITY", "thesis", "price@2", "impact_model", models, "halving_date", days);
    const day = 47_000;
    expect(grid(cells(["sqrt", null, "flow"]), cells([day], [null]))).toEqual(grid([["sqrt", "flow"]], [[day]]));
    expect(sentence("SENSITIVITY", "hold", "price", "policy", cells([null, null]), "price", [[1]])).toContain(
      "row_values takes 1 to 25 values, not 0",
    );
  });

  it("stands for the preset's own in a table of scenarios, and is no scenario where a column has nothing else", () => {
    const given = cells([null, "Base", "Bear", null], ["preset", "hold", "thesis", null], ["start", null, null, null]);
    const without = [["", "Base", "Bear"], ["preset", "hold", "thesis"]]; // prettier-ignore
    expect(table("SCENARIOCOMPARE", given, "price")).toEqual(table("SCENARIOCOMPARE", without, "price"));
    expect(table("SCENARIOCOMPARE", cells(["hold"], [null], ["thesis"]))).toEqual(table("SCENARIOCOMPARE", "hold,thesis")); // prettier-ignore
  });

  it("is one question with a sentence of its own in a column of tickers", () => {
    const [[mara], [empty], [wulf]] = table("MINERHOLDINGS", cells(["MARA"], [null], ["WULF"]), "2025-12-31") as [
      unknown[],
      unknown[],
      unknown[],
    ];
    expect([mara, empty, wulf]).toEqual([53_822, "#VALUE!", 3]);
    expect(sentence("MINERHOLDINGS", cells([null]), "2025-12-31")).toContain("miners is empty");
  });
});

describe("a number 0 where 0 is impossible", () => {
  it("says that an empty cell may have arrived so, and what to write", () => {
    const says = 'An empty cell can arrive as 0: write IF(B2="","",B2) in place of B2.';
    expect(sentence("HASHPRICE", 0)).toContain(says);
    expect(sentence("SCENARIOFAN", "thesis", "price", null, 0)).toContain(says);
    expect(sentence("SCENARIO", [["preset", "thesis"], ["price", 0]])).toContain('write IF(B2:C9="","",B2:C9)'); // prettier-ignore
    expect(sentence("HASHPRICE", -1)).not.toContain("empty cell");
  });

  it("stays a number where it is possible, and the guard makes it left out", () => {
    expect(ask("OVERHANG", "ALL", "TREASURY", 0)).toBe(0);
    expect(ask("OVERHANG", "ALL", "TREASURY", "")).toBe(ask("OVERHANG"));
  });
});
