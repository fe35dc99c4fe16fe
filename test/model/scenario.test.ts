// The quick engine against the printed figures and, on random scenarios of every policy, against the readable loop.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, type ColumnName } from "../../src/model/columns";
import { columnOf, type ScenarioPath, valueAt } from "../../src/model/rows";
import { POLICIES, type ScenarioInputs } from "../../src/model/inputs";
import { scenario } from "../../src/model/scenario";
import { asPrinted, CHECK_TABLE } from "./cases";
import { anyScenario } from "./random-scenarios";
import { reference } from "./reference";

it.each(CHECK_TABLE)("gives the printed figures: $change", ({ inputs, printed }) => {
  const path = scenario(inputs);
  const got = Object.fromEntries(
    Object.entries(printed).map(([column, text]) => [
      column,
      asPrinted(valueAt(path, column as ColumnName, inputs.months) ?? NaN, text),
    ]),
  );
  expect(got).toEqual(printed);
});

/**
 * What the difference of a column is held against: its own largest value, and for columns that are differences of
 * large flows the size of those flows.
 */
const sizeOf = (path: ScenarioPath, column: ColumnName): number => {
  const largest = Math.max(...columnOf(path, column).map(Math.abs));
  if (column === "unfunded") return Math.max(largest, 1e6);
  if (column === "holdings" || column === "produced" || column.endsWith("_sold")) return Math.max(largest, 1e-3);
  if (column === "raised") return Math.max(largest, 1);
  return column.endsWith("impact") || column.endsWith("share") ? Math.max(largest, 1e-3) : largest;
};

const worstDifference = (inputs: ScenarioInputs): { column: string; apart: number } => {
  const path = scenario(inputs);
  const { rows } = reference(inputs);
  let worst = { column: "none", apart: 0 };
  for (const { name } of COLUMNS) {
    const size = sizeOf(path, name) || 1;
    columnOf(path, name).forEach((value, month) => {
      const apart = Math.abs(value - (rows[month]?.[name] ?? NaN)) / size;
      if (!(apart <= worst.apart)) worst = { column: name, apart };
    });
  }
  return worst;
};

describe.each(POLICIES)("under the policy %s", (policy) => {
  it("agrees with the readable loop to 1e-11 on random scenarios", () => {
    fc.assert(
      fc.property(anyScenario(), (inputs) => {
        const { column, apart } = worstDifference({ ...inputs, policy });
        expect(apart, column).toBeLessThan(1e-11);
      }),
      { numRuns: 150, seed: 20260314 },
    );
  });
});
