// The quick engine against the printed figures and, on random scenarios of every policy, against the readable loop.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnName } from "../../src/model/scenario/columns";
import { POLICIES } from "../../src/model/scenario/inputs";
import { valueAt } from "../../src/model/scenario/rows";
import { scenario } from "../../src/model/scenario/scenario";
import { worstDifference } from "./agreement";
import { asPrinted, CHECK_TABLE } from "./check-table";
import { anyScenario } from "./random-scenarios";
import { reference } from "./reference";
import { columnOf } from "./column";

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

describe.each(POLICIES)("under the policy %s", (policy) => {
  it("agrees with the readable loop to 1e-11 on random scenarios", () => {
    fc.assert(
      fc.property(anyScenario(), (inputs) => {
        const path = scenario({ ...inputs, policy });
        const { rows } = reference({ ...inputs, policy });
        const { column, apart } = worstDifference(
          (name) => columnOf(path, name),
          (name) => rows.map((row) => row[name] ?? NaN),
        );
        expect(apart, column).toBeLessThan(1e-11);
      }),
      { numRuns: 100, seed: 20260314 },
    );
  });
});
