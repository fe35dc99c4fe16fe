// A whole column as an argument: a million cells, of which a few are filled.
import { describe, expect, it } from "vitest";
import { table } from "./ask";

const ROWS = 1_048_576;
const column = (filled: readonly unknown[], blank: unknown): unknown[][] =>
  Array.from({ length: ROWS }, (_, row) => [row < filled.length ? filled[row] : blank]);
const TICKERS = ["MARA", "RIOT", "CLSK"];

describe("a whole column", () => {
  it.each([[null], [""], [0]])("is read to its last filled cell, blanks arriving as %j", (blank) => {
    expect(table("MINERHOLDINGS", column(TICKERS, blank), "2025-12-31")).toEqual(
      table("MINERHOLDINGS", [["MARA"], ["RIOT"], ["CLSK"]], "2025-12-31"),
    );
  });

  it("stands beside another, each to the longer of both", () => {
    const dates = column(["2024-12-31", "2025-12-31"], null);
    expect(table("MINERHOLDINGS", column(TICKERS, null), dates)).toEqual(
      table("MINERHOLDINGS", [["MARA"], ["RIOT"], ["CLSK"]], [["2024-12-31"], ["2025-12-31"], [null]]),
    );
  });

  it("with one filled cell is no single cell: what has no partner is left out or an error, not the same again", () => {
    expect(table("MINERHOLDINGS", column(["MARA"], null), [["2024-12-31"], ["2025-12-31"]])).toEqual([[44_893], ["#VALUE!"]]); // prettier-ignore
  });

  it("is a list where a list is meant, and a table where a table is", () => {
    expect(table("MINERDATA", column(TICKERS, null), "holdings", "2025-12-31")).toEqual(
      table("MINERDATA", [["MARA"], ["RIOT"], ["CLSK"]], "holdings", "2025-12-31"),
    );
    const cells = (filled: readonly unknown[][]) =>
      Array.from({ length: ROWS }, (_, row) => filled[row] ?? [null, null]);
    const rows = [["preset", "thesis"], ["price", 60_000]]; // prettier-ignore
    expect(table("SCENARIOVALUE", cells(rows), "price")).toEqual(table("SCENARIOVALUE", rows, "price"));
  });

  it("without anything in it is an argument left out", () => {
    expect(table("MINERHOLDINGS", "MARA", column([], null))).toEqual(table("MINERHOLDINGS", "MARA"));
  });
});
