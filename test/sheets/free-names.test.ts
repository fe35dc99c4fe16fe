// Names where each is known once: the first sheet keeps its name, the next says the cells.
import { describe, expect, it } from "vitest";
import { withFreeNames } from "../../src/sheets/free-names";
import type { SheetDescription } from "../../src/sheets/sheet";

const sheet = (name: string, formula: string): SheetDescription => ({
  name,
  columnWidths: {},
  cells: [{ address: "A1", formula, style: "result" }],
  names: [{ name: "Miners", range: "C5:C9" }],
});
const formulas = (sheets: readonly SheetDescription[]): unknown[] =>
  sheets.map(({ cells }) => cells.map((cell) => ("formula" in cell ? cell.formula : "")).join());

describe("names that are taken", () => {
  const formula = "=MINERHOLDINGS(Miners,\"Miners\")+SUM('B b'!Miners,Other!A1)";
  it("stay where they are free", () => {
    const sheets = [sheet("A", formula)];
    expect(withFreeNames(sheets, ["AsOf"])).toEqual(sheets);
  });
  it("become cells, of the sheet that is meant, and nothing in quotes does", () => {
    const two = withFreeNames([sheet("A", formula), sheet("B b", formula)], []);
    expect(two.map(({ names }) => names?.length)).toEqual([1, 0]);
    expect(formulas(two)).toEqual([
      "=MINERHOLDINGS(Miners,\"Miners\")+SUM('B b'!$C$5:$C$9,Other!A1)",
      "=MINERHOLDINGS($C$5:$C$9,\"Miners\")+SUM('B b'!$C$5:$C$9,Other!A1)",
    ]);
    expect(formulas(withFreeNames([sheet("A", "=Miners")], ["miners"]))).toEqual(["=$C$5:$C$9"]);
  });
});
