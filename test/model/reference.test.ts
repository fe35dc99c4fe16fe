// The readable loop against the figures that the specification prints.
import { expect, it } from "vitest";
import { asPrinted, CHECK_TABLE } from "./check-table";
import { reference } from "./reference";

it.each(CHECK_TABLE)("gives the printed figures: $change", ({ inputs, printed }) => {
  const last = reference(inputs).rows.at(-1) ?? {};
  const got = Object.fromEntries(
    Object.entries(printed).map(([column, text]) => [column, asPrinted(last[column] ?? NaN, text)]),
  );
  expect(got).toEqual(printed);
});
