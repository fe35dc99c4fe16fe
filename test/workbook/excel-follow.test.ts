// Charts that follow their tables, on the double of Excel's host: a table that spills more or fewer rows, and its chart.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as excelModule from "../../src/workbook/excel/excel";
import { columnOf } from "../../src/workbook/excel/follow";
import type { SheetChart, SheetDescription } from "../../src/sheets/sheet";
import { openExcel, type ExcelInJsdom } from "../host/jsdom";

let excel: ExcelInJsdom;
/** As in Excel, each runtime loads the add-in anew. */
let addIn: typeof excelModule;
const followCharts = (): Promise<void> => addIn.followCharts();

const open = async (sets?: Readonly<Record<string, string>>): Promise<void> => {
  vi.resetModules();
  excel = await openExcel(sets ? { sets } : {});
  vi.stubGlobal("Office", excel.window.Office);
  vi.stubGlobal("Excel", excel.window.Excel);
  addIn = await import("../../src/workbook/excel/excel");
};

beforeEach(() => open());
afterEach(() => {
  vi.unstubAllGlobals();
  excel.close();
});

const CHART: SheetChart = {
  kind: "line",
  title: "Held",
  description: "Month ends.",
  over: "D1:J20",
  table: "A1:B60",
  dates: "A2:A60",
  series: [{ name: "B1", values: "B2:B60" }],
  unit: "BTC",
  marks: [],
};
const BARS: SheetChart = { ...CHART, kind: "column", title: "Bars", categories: true };

const SHEET: SheetDescription = {
  name: "By month",
  columnWidths: { A: 80 },
  cells: [
    { address: "A1", value: "Month", style: "header" },
    { address: "B1", value: "BTC", style: "header" },
    { address: "A2", formula: "=MINERHISTORY()", fills: "A2:B60", style: "result" },
  ],
  charts: [CHART, BARS],
};

/** What the formula in A2 fills now. */
const spill = (rows: number): void => {
  const { grid } = excel.host;
  const sheet = grid.sheet("By month") ?? grid.addSheet("By month");
  for (let row = 1; row < 60; row++) for (const column of [0, 1]) sheet.clear(row, column);
  for (let row = 0; row < rows; row++) {
    const spilledFrom = { row: 1, column: 0, rows, columns: 2 };
    const dated = { value: 46_000 + row, formula: row === 0 ? "=MINERHISTORY()" : 46_000 + row, spilledFrom };
    sheet.change(row + 1, 0, dated);
    sheet.change(row + 1, 1, { value: row, formula: row, spilledFrom });
  }
};

/** Excel answers the formula as soon as it is written. */
const insert = async (rows: number): Promise<void> => {
  const inserting = addIn.excelWorkbook().insertSheets([SHEET]);
  await vi.waitFor(() => {
    expect(excel.host.grid.at("'By month'!A2").formula).toBe("=MINERHISTORY()");
  });
  spill(rows);
  await inserting;
};

const rangesOf = (title: string): string[] => {
  const chart = excel.host.grid.charts.find(({ name }) => name.startsWith(title));
  return (chart?.series ?? []).flatMap(({ values, dates }) => [values, dates]);
};
const toRow = (row: number): string[] => [`'By month'!B2:B${row}`, `'By month'!A2:A${row}`];

describe("a chart over time", () => {
  it.each([
    ["grows", 30],
    ["shrinks", 4],
  ])("%s with its table when Excel has calculated", async (_, rows) => {
    await insert(12);
    expect(rangesOf("Held")).toEqual(toRow(13));
    spill(rows);
    excel.host.calculate("By month");
    await expect.poll(() => rangesOf("Held")).toEqual(toRow(rows + 1));
  });

  it("is left alone while its table is an error, and follows again after it", async () => {
    await insert(12);
    spill(0);
    excel.host.grid.put("'By month'!A2", { formula: "=MINERHISTORY()", value: "#VALUE!" });
    const before = excel.host.grid.record.length;
    await followCharts();
    expect(excel.host.grid.record.length).toBe(before);
    expect(rangesOf("Held")).toEqual(toRow(13));
    spill(20);
    await followCharts();
    expect(rangesOf("Held")).toEqual(toRow(21));
  });

  it("catches up when the add-in starts in a workbook that was saved with it", async () => {
    await insert(12);
    spill(24);
    await followCharts();
    expect(rangesOf("Held")).toEqual(toRow(25));
  });

  it("stays as the user made it once it has another name", async () => {
    await insert(12);
    for (const chart of excel.host.grid.charts) chart.name = "Mine";
    spill(24);
    await followCharts();
    expect(rangesOf("Mine")).toEqual(toRow(13));
  });

  it("keeps its rows in an Excel that cannot say what a series shows, without a complaint", async () => {
    excel.close();
    await open({ ExcelApi: "1.14", CustomFunctionsRuntime: "1.4", SharedRuntime: "1.1" });
    await insert(12);
    spill(24);
    await followCharts();
    expect(rangesOf("Held")).toEqual(toRow(13));
    expect(excel.host.errors).toEqual([]);
  });
});

describe("a chart over names", () => {
  it("stays with the first of them", async () => {
    await insert(12);
    spill(24);
    await followCharts();
    expect(rangesOf("Bars")).toEqual(toRow(13));
  });
});

describe("the source of a series", () => {
  it.each([
    ["='By month'!$B$8:$B$40", { sheet: "By month", start: "B8", rows: 33 }],
    ["Sheet1!A1:A1", { sheet: "Sheet1", start: "A1", rows: 1 }],
    ["Sheet1!A1:C1", undefined],
    ["'By month'!Chart_B8", undefined],
    ["{1,2,3}", undefined],
    ["", undefined],
  ])("%s is read as cells below each other, or not at all", (source, column) => {
    expect(columnOf(source)).toEqual(column);
  });
});
