// @vitest-environment jsdom
// Models: templates as new sheets, and what is done to all formulas of ours at once.
import { describe, expect, it, vi } from "vitest";
import { uniqueSheets } from "../../src/sheets/rename-sheets";
import { WorkbookError, type FormulaAt } from "../../src/workbook/port";
import type { SheetDescription } from "../../src/sheets/sheet";
import { templates } from "../../src/sheets/templates";
import { buttonCalled, heard, openPane, settle, type Sheet } from "./harness";

const at = (cell: string, formula: string, part: Partial<FormulaAt> = {}): FormulaAt => ({
  sheet: "Sheet1",
  cell,
  formula,
  text: "1",
  value: 1,
  rows: 1,
  columns: 1,
  ...part,
});

const openModels = async (...formulas: readonly FormulaAt[]) => {
  const pane = openPane();
  pane.sheet.formulas = [...formulas];
  buttonCalled(pane.root, "Models").click();
  await vi.waitFor(() => buttonCalled(pane.root, `Insert ${templates[0]?.title ?? ""}`));
  return pane;
};

const MANY_TURNS = 40;
const press = async (root: Element, name: string): Promise<void> => {
  buttonCalled(root, name).click();
  // A tool's part of the add-in may have to be loaded first.
  await expect.poll(() => root.querySelector("[data-tone=busy]"), { timeout: 5000 }).toBeNull();
  for (let turn = 0; turn < MANY_TURNS; turn++) await settle();
};

const writtenTo = ({ written }: Sheet): Record<string, unknown> =>
  Object.fromEntries(written.map(({ sheet, cell, content }) => [`${sheet}!${cell}`, content]));

const NAME_ERROR = { text: "#NAME?", value: { code: "#NAME?" } };

describe("Repair", () => {
  it("enters anew what shows #NAME? or has a prefix, without the prefix, and nothing else", async () => {
    const { root, sheet } = await openModels(
      at("A1", "=HASHPRICE()"),
      at("A2", "=HASHPRICE()", NAME_ERROR),
      at("A3", "=SUM(_xldudf_MINERLIST(),FUNCRES.XLAM!HASHPRICE())"),
      at("A4", "=UNKNOWN()", NAME_ERROR),
    );
    await press(root, "Repair");
    expect(writtenTo(sheet)).toEqual({
      "Sheet1!A2": [["=HASHPRICE()"]],
      "Sheet1!A3": [["=SUM(MINERLIST(),HASHPRICE())"]],
    });
    expect(heard(root)).toBe("2 formulas repaired.");
  });

  it("says when there is nothing to repair", async () => {
    const { root, sheet } = await openModels(at("A1", "=HASHPRICE()"));
    await press(root, "Repair");
    expect(sheet.written).toEqual([]);
    expect(heard(root)).toBe("None of 1 formula needs repair.");
  });
});

describe("Refresh", () => {
  it("enters errors anew and calculates the scope that was chosen", async () => {
    const { root, sheet } = await openModels(
      at("A1", "=HASHPRICE()"),
      at("A2", '=MINERHOLDINGS("MARA")', { text: "#VALUE!", value: { code: "#VALUE!" } }),
    );
    const scope = root.querySelector<HTMLSelectElement>("#pane-scope");
    if (scope) scope.value = "sheet";
    await press(root, "Refresh");
    expect(writtenTo(sheet)).toEqual({ "Sheet1!A2": [['=MINERHOLDINGS("MARA")']] });
    expect(sheet.recalculated).toEqual(["sheet"]);
    expect(heard(root)).toBe("2 formulas calculated. 1 formula re-entered.");
  });

  it("enters anew what Excel on the web passes over: calls inside @IF", async () => {
    const { root, sheet } = await openModels(
      at("A1", '=@IF(B1="",HASHPRICE(),0)'),
      at("A2", "=1+@IF(B1,SUM(MINERLIST()),0)"),
      at("A3", '=IF(B1="",HASHPRICE(),0)'),
      at("A4", '=@IF(B1="",1,0)+HASHPRICE()'),
    );
    await press(root, "Refresh");
    expect(writtenTo(sheet)).toEqual({
      "Sheet1!A1": [['=@IF(B1="",HASHPRICE(),0)']],
      "Sheet1!A2": [["=1+@IF(B1,SUM(MINERLIST()),0)"]],
    });
  });

  it("leaves a workbook without formulas of ours alone", async () => {
    const { root, sheet } = await openModels(at("A1", "=SUM(B1)"));
    await press(root, "Refresh");
    expect(sheet.recalculated).toEqual([]);
    expect(heard(root)).toBe("No formulas from this add-in here.");
  });
});

describe("Audit sheet", () => {
  it("lists every formula with what it shows, the record and its sources", async () => {
    const { root, sheet } = await openModels(
      at("B2", '=MINERHOLDINGS("MARA","2025-12-31")', { text: "53,822", value: 53_822 }),
      at("B3", '=MINERHOLDINGS("MAR4")', { text: "#VALUE!", value: { code: "#VALUE!" } }),
    );
    await press(root, "Audit sheet");
    const [made] = sheet.inserted;
    expect(made?.name).toBe("Audit 2026-11-22");
    const values = new Map(made?.cells.map((cell) => [cell.address, "value" in cell ? cell.value : ""]));
    expect(["B5", "C5", "D5", "E5"].map((address) => values.get(address))).toEqual([
      "Sheet1",
      "B2",
      '=MINERHOLDINGS("MARA","2025-12-31")',
      "53,822",
    ]);
    expect(values.get("G5")).toMatch(/<https:\/\//);
    expect(values.get("G6")).toContain('#VALUE!: No miner is called "MAR4"');
  });
});

describe("Freeze to values", () => {
  const HELD = '=MINERHOLDINGS({"MARA";"RIOT"},"2025-12-31")';
  const frozen = async () => {
    const pane = await openModels(at("B2", HELD, { text: "53,822", value: 53_822, rows: 2 }));
    pane.sheet.tables.set("Sheet1!B2:B3", [[53_822], [18_005]]);
    await press(pane.root, "Freeze to values");
    return pane;
  };

  it("keeps the formulas on a new sheet and writes values with their formats", async () => {
    const { root, sheet } = await frozen();
    expect(sheet.inserted.map(({ name }) => name)).toEqual(["Frozen 2026-11-22"]);
    expect(sheet.inserted[0]?.cells).toContainEqual(expect.objectContaining({ address: "D5", value: HELD }));
    expect(sheet.written).toEqual([
      {
        sheet: "Sheet1",
        cell: "B2",
        content: [[53_822], [18_005]],
        formats: [["#,##0"], ["#,##0"]],
      },
    ]);
    expect(heard(root)).toContain("1 formula frozen.");
  });

  it("adds no sheet where a cell refuses, and says why", async () => {
    const { root, sheet } = await openModels(at("B2", "=HASHPRICE()"));
    sheet.refusal = new WorkbookError("protected", "The sheet Sheet1 is protected: unprotect it.");
    await press(root, "Freeze to values");
    expect(heard(root)).toContain("The sheet Sheet1 is protected: unprotect it.");
    expect(sheet.inserted).toEqual([]);
    expect(sheet.written).toEqual([]);
  });

  it("brings the formulas back", async () => {
    const { root, sheet } = await frozen();
    sheet.written.length = 0;
    await press(root, "Undo");
    expect(sheet.written).toEqual([
      { sheet: "Sheet1", cell: "B2", content: [[""], [""]] },
      { sheet: "Sheet1", cell: "B2", content: [[HELD]] },
    ]);
    expect(heard(root)).toBe("1 formula restored.");
  });

  it("leaves alone what was changed since", async () => {
    const { root, sheet } = await frozen();
    sheet.written.length = 0;
    sheet.tables.set("Sheet1!B2:B3", [[53_822], ["mine"]]);
    await press(root, "Undo");
    expect(sheet.written).toEqual([]);
    expect(heard(root)).toBe("0 formulas restored. 1 cell had been changed since and were left alone.");
  });
});

describe("Templates", () => {
  it("are inserted whole, each with its own button", async () => {
    const { root, sheet } = await openModels();
    const [first] = templates;
    await press(root, `Insert ${first?.title ?? ""}`);
    expect(sheet.inserted).toEqual(first?.sheets);
    expect(heard(root)).toContain(`the sheet ${first?.sheets[0]?.name ?? ""} is open`);
  });

  it("say in Excel's words why they could not be inserted", async () => {
    const { root, sheet } = await openModels();
    sheet.workbook.insertSheets = () => Promise.reject(new Error("The workbook is protected."));
    await press(root, `Insert ${templates[0]?.title ?? ""}`);
    expect(heard(root)).toBe("The workbook is protected.");
  });

  it("take a free name where theirs is taken, with all that refers to it", () => {
    const sheets: SheetDescription[] = [
      {
        name: "Overhang",
        columnWidths: {},
        cells: [
          { address: "A1", formula: "='By month'!B2+SUM('By month'!B2:C9)+Overhang!D1", style: "result" },
          { address: "A2", value: "='By month'!B2", style: "formulaText" },
          { address: "A3", value: "'By month'!B2", style: "label" },
        ],
        charts: [
          {
            kind: "line",
            title: "",
            description: "",
            over: "A1:B2",
            table: "'By month'!A1:B9",
            dates: "'By month'!A2:A9",
            series: [{ name: "B1", values: "'By month'!B2:B9" }],
            unit: "BTC",
            marks: [],
          },
        ],
      },
      { name: "By month", columnWidths: {}, cells: [] },
    ];
    const [main, months] = uniqueSheets(sheets, ["BY MONTH", "By month 2", "Other"]);
    expect(months?.name).toBe("By month 3");
    expect(main?.cells.map((cell) => ("formula" in cell ? cell.formula : cell.value))).toEqual([
      "='By month 3'!B2+SUM('By month 3'!B2:C9)+Overhang!D1",
      "='By month 3'!B2",
      "'By month'!B2",
    ]);
    expect(main?.charts?.[0]).toMatchObject({
      dates: "'By month 3'!A2:A9",
      series: [{ name: "B1", values: "'By month 3'!B2:B9" }],
    });
    expect(uniqueSheets(sheets, ["Sheet1"])).toBe(sheets);
  });
});
