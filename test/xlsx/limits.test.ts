// What Excel allows in a file, and what becomes of a workbook that has more.
import { describe, expect, it } from "vitest";
import { allowedSheetNames } from "../../src/sheets/sheet-names";
import type { SnapshotBook, SnapshotSheet } from "../../src/xlsx/write/snapshot";
import { snapshotXlsx } from "../../src/xlsx/write/snapshot-xlsx";
import { withinLimits } from "../../src/xlsx/write/within-limits";
import { bookIn } from "../../src/xlsx/read/book-in";

const sheetOf = (name: string, cells: SnapshotSheet["cells"] = []): SnapshotSheet => ({
  name,
  isHidden: false,
  showsGridlines: true,
  isRightToLeft: false,
  tabColour: "",
  frozen: { rows: 0, columns: 0 },
  widthPx: 70,
  heightPx: 20,
  columns: new Map(),
  rows: new Map(),
  merged: [],
  cells,
  charts: [],
  page: {},
});
const bookOf = (sheets: readonly SnapshotSheet[], names: SnapshotBook["names"] = []): SnapshotBook => ({
  title: "model",
  sheets,
  names,
  leftOut: [],
});

describe("names of sheets", () => {
  it.each([
    [["History"], ["History 2"]],
    [
      ["history", "History 2"],
      ["history 3", "History 2"],
    ],
    [
      ["Miner's plan", "'quoted'"],
      ["Miner's plan", "quoted"],
    ],
    [["a[b]:c*d?e/f\\g"], ["a_b__c_d_e_f_g"]],
    [
      ["Data", "DATA"],
      ["Data", "DATA 2"],
    ],
    [
      ["", " "],
      ["Sheet", "Sheet 2"],
    ],
    [
      ["x".repeat(32), "x".repeat(31)],
      ["x".repeat(29) + " 2", "x".repeat(31)],
    ],
    [["y".repeat(30) + "😀"], ["y".repeat(30)]],
  ])("become what Excel allows: %j", (names, allowed) => {
    expect(allowedSheetNames(names)).toEqual(allowed);
  });
});

describe("a workbook on its way into a file", () => {
  it("gets other names of sheets where Excel allows none such; formulas and names follow, and it is said", async () => {
    const live = withinLimits(
      bookOf(
        [
          sheetOf("History", [{ row: 0, column: 0, value: 8 }]),
          sheetOf("S", [{ row: 0, column: 0, value: 16, formula: "=History!A1*2" }]),
        ],
        [{ name: "Held", refersTo: "History!$A$1" }],
      ),
    );
    expect(live.sheets.map(({ name }) => name)).toEqual(["History 2", "S"]);
    expect(live.sheets[1]?.cells[0]?.formula).toBe("='History 2'!A1*2");
    expect(live.names[0]?.refersTo).toBe("'History 2'!$A$1");
    expect(live.leftOut.join()).toContain("“History”");
    const back = await bookIn("back.xlsx", await snapshotXlsx(live, "now"), () => true);
    expect(back.sheets.map(({ name }) => name)).toEqual(["History 2", "S"]);
  });

  it("writes names on sheets with an apostrophe with one doubled apostrophe", async () => {
    const live = bookOf([sheetOf("Miner's plan")], [{ name: "Tariff", refersTo: "'Miner''s plan'!$A$1" }]);
    const back = await bookIn("back.xlsx", await snapshotXlsx(withinLimits(live), "now"), () => true);
    const names = JSON.parse(back.data.resources?.[0]?.data ?? "{}") as Record<string, { formulaOrRefString: string }>;
    expect(Object.values(names).map(({ formulaOrRefString }) => formulaOrRefString)).toEqual(["'Miner''s plan'!$A$1"]);
  });

  it("leaves out what Excel has no room for, and says each", () => {
    const { sheets, names, leftOut } = withinLimits(
      bookOf(
        [
          sheetOf("S", [
            { row: 1_048_576, column: 0, value: 1 },
            { row: 0, column: 16_384, value: 1 },
            { row: 0, column: 0, value: "x".repeat(40_000) },
            { row: 1, column: 0, value: 3, formula: `=${"1+".repeat(5000)}1` },
          ]),
        ],
        ["A1", "R1C1", "two words", "Price", "price", "x".repeat(256)].map((name) => ({ name, refersTo: "S!$A$1" })),
      ),
    );
    expect(sheets[0]?.cells).toMatchObject([{ value: "x".repeat(32_767) }, { value: 3 }]);
    expect(sheets[0]?.cells[1]).not.toHaveProperty("formula");
    expect(names.map(({ name }) => name)).toEqual(["Price"]);
    expect(leftOut.join("; ")).toBe(
      "2 cells beyond Excel's last row or column; the ends of 1 text longer than 32,767 characters; 1 formula longer than 8,192 characters (their values are kept); 5 names that Excel does not allow",
    );
  });
});
