// Excel's workbook through the real office.js, on the double of Excel's host.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { excelWorkbook } from "../../src/workbook/excel/excel";
import { openExcel, type ExcelInJsdom } from "../host/jsdom";
import type { SpillAnswers } from "../host/grid";
import { workbookContract, type Bench } from "./contract";

let excel: ExcelInJsdom;

beforeAll(async () => {
  excel = await openExcel();
  vi.stubGlobal("Office", excel.window.Office);
  vi.stubGlobal("Excel", excel.window.Excel);
});
afterAll(() => {
  vi.unstubAllGlobals();
  excel.close();
});

/** The same Excel, emptied. */
const fresh = (answers?: SpillAnswers): Bench => {
  const { host } = excel;
  if (answers) host.grid.spillAnswers = answers;
  const sheet = host.grid.sheet("Sheet1");
  if (!sheet) throw new Error("The double has no Sheet1.");
  host.isEditing = false;
  sheet.isProtected = false;
  sheet.empty();
  host.grid.calculated.length = 0;
  host.grid.settings.clear();
  host.grid.record.length = 0;
  for (const extra of host.grid.sheets.slice(1)) host.grid.sheets.splice(host.grid.sheets.indexOf(extra), 1);
  host.grid.names.clear();
  host.select("Sheet1!A1");
  return {
    workbook: excelWorkbook(),
    select: (address) => {
      host.select(address);
    },
    put: (address, typed) => {
      const isFormula = typeof typed === "string" && typed.startsWith("=");
      host.grid.put(address, isFormula ? { formula: typed, value: "" } : { value: typed });
    },
    formulaAt: (address) => {
      const { formula } = host.grid.at(address);
      return typeof formula === "boolean" ? String(formula).toUpperCase() : String(formula);
    },
    formatAt: (address) => host.grid.at(address).format,
    spill: (address, formula, table) => {
      const { area } = host.grid.place(address);
      table.forEach((row, r) => {
        row.forEach((value, c) => {
          const cell = { value, formula: r + c === 0 ? formula : value, spilledFrom: area };
          sheet.change(area.row + r, area.column + c, cell);
        });
      });
    },
    protect: () => {
      sheet.isProtected = true;
    },
    edit: () => {
      host.isEditing = true;
    },
  };
};

const ANSWERS = (["own value", "the formula that fills it"] as const).flatMap((formulas) =>
  (["itself", "none"] as const).map((parentOfFirst): SpillAnswers => ({ formulas, parentOfFirst })),
);
describe.each(ANSWERS)(
  "Excel's workbook, whose filled cells show $formulas, the first filled by $parentOfFirst",
  (answers) => {
    workbookContract(() => fresh(answers));

    it("never lists a cell that another one fills, and shows it as a value", async () => {
      const { workbook, select, spill } = fresh(answers);
      await spill("Sheet1!B2", "=MINERLIST()", [
        ["Ticker", "#NAME?"],
        ["MARA", 53_822],
      ]);
      const found = await workbook.formulas("workbook", () => true);
      expect(found.map(({ cell }) => cell)).toEqual(["B2"]);
      await select("Sheet1!C2:C3");
      expect(await workbook.formulas("selection", () => true)).toEqual([]);
      await select("Sheet1!C3");
      expect(await workbook.activeCell()).toMatchObject({ address: "Sheet1!C3", formula: "53822" });
      await select("Sheet1!B2");
      expect(await workbook.activeCell()).toMatchObject({ address: "Sheet1!B2", formula: "=MINERLIST()" });
    });
  },
);

describe("Excel's workbook", () => {
  it("counts a cell into which another formula spills as filled", async () => {
    const { workbook } = fresh();
    excel.host.grid.put("Sheet1!B2", { value: 53822, formula: "" });
    excel.host.select("Sheet1!B2");
    await expect(workbook.writeFormula("=HASHPRICE()")).rejects.toMatchObject({ reason: "filled" });
  });

  it("tells when another sheet is turned to, whose own cell was selected before", async () => {
    const { workbook } = fresh();
    let moves = 0;
    await workbook.onSelectionChanged(() => moves++);
    excel.host.activate("Sheet1!D4");
    await expect.poll(() => moves).toBe(1);
    expect((await workbook.activeCell()).address).toBe("Sheet1!D4");
  });

  it("separates arguments by semicolons where numbers have a decimal comma", async () => {
    const { workbook } = fresh();
    expect(await workbook.separators()).toEqual({ decimal: ".", argument: "," });
    excel.host.grid.decimalSeparator = ",";
    expect(await workbook.separators()).toEqual({ decimal: ",", argument: ";" });
    excel.host.grid.decimalSeparator = ".";
  });

  it("draws a chart over the rows that are filled", async () => {
    const { workbook } = fresh();
    await workbook.insertSheets([
      {
        name: "Charted",
        columnWidths: { A: 80 },
        cells: [
          { address: "A1", value: "Month", style: "header" },
          { address: "B1", value: "BTC", style: "header" },
          { address: "C1", value: "News 2025-12", style: "header" },
          ...[1, 2, 3].flatMap((row) => [
            { address: `A${row + 1}`, value: 46_000 + row, style: "label" } as const,
            { address: `B${row + 1}`, value: row * 1000, style: "result" } as const,
          ]),
        ],
        charts: [
          {
            kind: "line",
            title: "Held",
            description: "Month ends.",
            over: "D1:J20",
            table: "A1:B60",
            dates: "A2:A60",
            series: [{ name: "B1", values: "B2:B60" }],
            unit: "BTC",
            marks: [{ date: "2025-12-12", label: "News" }],
            marked: { name: "C1", values: "C2:C60" },
          },
        ],
      },
    ]);
    expect(excel.host.grid.record).toEqual(
      expect.arrayContaining([
        "Charted Charts.Add(Line, Charted!A2:A4)",
        "Charted Chart.Series.Add(BTC)",
        "Charted Chart.Series BTC.SetValues(Charted!B2:B4)",
        "Charted Chart.Series BTC.SetXAxisValues(Charted!A2:A4)",
        "Charted Chart.Series.Add(News 2025-12)",
        "Charted Chart.Series News 2025-12.ChartType = ColumnClustered",
        "Charted Chart.Series News 2025-12.SetValues(Charted!C2:C4)",
        "Charted Chart.Title.Text = Held, BTC",
        "Charted Chart.SetPosition(D1, J20)",
      ]),
    );
  });

  it("reads a large sheet in pieces", async () => {
    const { workbook } = fresh();
    excel.host.grid.put("Sheet1!A1", { value: 1, formula: "=1" });
    excel.host.grid.put("Sheet1!CV3000", { value: 2, formula: "=2" });
    const found = await workbook.formulas("workbook", () => true);
    expect(found.filter(({ sheet }) => sheet === "Sheet1").map(({ cell }) => cell)).toEqual(["A1", "CV3000"]);
  });

  it("asks Excel for no more than the scope: cells, a sheet, or everything", async () => {
    const { workbook, select } = fresh();
    await select("Sheet1!B2:C4");
    await workbook.recalculate("selection");
    await workbook.recalculate("sheet");
    await workbook.recalculate("workbook");
    expect(excel.host.grid.calculated).toEqual(["Sheet1!B2:C4", "Sheet1", "Full"]);
  });

  it("tells another refusal in Excel's own words", async () => {
    const { workbook } = fresh();
    await expect(workbook.writeFormula({} as string)).rejects.toThrow(/^Excel could not do this: .*text/);
  });
});
