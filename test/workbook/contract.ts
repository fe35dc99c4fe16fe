// What every workbook behind the port must do; run for Excel on the host double and for the workbook in the browser.
import { expect, it } from "vitest";
import { WorkbookError, type Workbook } from "../../src/workbook/port";
import type { SheetDescription } from "../../src/sheets/sheet";

/** The workbook under test, and a user's hands on it. Starts empty, on a sheet named Sheet1. */
export interface Bench {
  readonly workbook: Workbook;
  readonly select: (address: string) => void | Promise<void>;
  /** Types a value or a formula into a cell. */
  readonly put: (address: string, typed: string | number | boolean) => void | Promise<void>;
  readonly formulaAt: (address: string) => string | Promise<string>;
  /** The number format that the cell has of its own. */
  readonly formatAt: (address: string) => string | Promise<string>;
  /** Fills cells with a formula whose answer is this table; an error is its code. */
  readonly spill: (
    address: string,
    formula: string,
    table: readonly (readonly (number | string)[])[],
  ) => void | Promise<void>;
  /** Protects the active sheet. */
  readonly protect: () => void | Promise<void>;
  /** Starts to edit a cell, and has typed something into it. */
  readonly edit: () => void | Promise<void>;
}

/** The refusal of a promise; fails when there is none or when it is another error. */
const refusalOf = async (promise: Promise<unknown>): Promise<WorkbookError> => {
  const outcome = await promise.then(
    () => "no refusal",
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(WorkbookError);
  return outcome as WorkbookError;
};

export const workbookContract = (open: () => Bench | Promise<Bench>): void => {
  it("names the active cell with its sheet, empty as it is", async () => {
    const { workbook, select } = await open();
    await select("Sheet1!B2");
    expect(await workbook.activeCell()).toEqual({ address: "Sheet1!B2", formula: "", text: "" });
  });

  it.each([
    ["text", "coins", "coins"],
    ["zero", 0, "0"],
    ["FALSE", false, "FALSE"],
  ])("reads %s in the active cell as typed", async (_, typed, formula) => {
    const { workbook, put, select } = await open();
    await put("Sheet1!C3", typed);
    await select("Sheet1!C3");
    expect((await workbook.activeCell()).formula).toBe(formula);
  });

  it("writes a formula into the active cell and says where", async () => {
    const { workbook, formulaAt, select } = await open();
    await select("Sheet1!D4");
    expect(await workbook.writeFormula('=MINERHOLDINGS("MARA","2025-12-31")')).toBe("Sheet1!D4");
    expect(await formulaAt("Sheet1!D4")).toBe('=MINERHOLDINGS("MARA","2025-12-31")');
    expect((await workbook.activeCell()).formula).toBe('=MINERHOLDINGS("MARA","2025-12-31")');
  });

  it.each([["text"], [0], [false], ["=1+1"]])("refuses to write over %s and leaves it there", async (typed) => {
    const { workbook, formulaAt, put, select } = await open();
    await put("Sheet1!A1", typed);
    await select("Sheet1!A1");
    const before = await formulaAt("Sheet1!A1");
    const refusal = await refusalOf(workbook.writeFormula("=HASHPRICE()"));
    expect(refusal.reason).toBe("filled");
    expect(refusal.message).toContain("Sheet1!A1");
    expect(await formulaAt("Sheet1!A1")).toBe(before);
  });

  it("refuses to write over a cell that another formula fills", async () => {
    const { workbook, formulaAt, select, spill } = await open();
    await spill("Sheet1!B2", "={1,2;3,4}", [
      [1, 2],
      [3, 4],
    ]);
    await select("Sheet1!C3");
    expect((await refusalOf(workbook.writeFormula("=HASHPRICE()"))).reason).toBe("filled");
    expect(await formulaAt("Sheet1!B2")).toBe("={1,2;3,4}");
    expect(await workbook.read("B2:C3", "Sheet1")).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("writes over a filled cell when it is told to replace", async () => {
    const { workbook, formulaAt, put, select } = await open();
    await put("Sheet1!A1", "=1+1");
    await select("Sheet1!A1");
    expect(await workbook.writeFormula("=HASHPRICE()", { replace: true })).toBe("Sheet1!A1");
    expect(await formulaAt("Sheet1!A1")).toBe("=HASHPRICE()");
  });

  it("names the formula behind a cell: its own, or the one that fills it, and how far away that is", async () => {
    const { workbook, put, select, spill } = await open();
    await put("Sheet1!A1", 5);
    await select("Sheet1!A1");
    expect(await workbook.formulaBehind()).toBeUndefined();
    await spill("Sheet1!B2", "={1,2;3,4}", [
      [1, 2],
      [3, 4],
    ]);
    await select("Sheet1!B2");
    const behind = { address: "Sheet1!B2", formula: "={1,2;3,4}", text: "1" };
    expect(await workbook.formulaBehind()).toEqual({ ...behind, row: 0, column: 0 });
    await select("Sheet1!C3");
    expect(await workbook.formulaBehind()).toEqual({ ...behind, row: 1, column: 1 });
  });

  it("takes a text that reads like a formula for the text that it is", async () => {
    const { workbook, select } = await open();
    await workbook.write([{ sheet: "Sheet1", cell: "A1", content: [["'=1+1"]] }]);
    await select("Sheet1!A1");
    expect(await workbook.formulaBehind()).toBeUndefined();
    expect(await workbook.formulas("workbook", () => true)).toEqual([]);
  });

  it("reads what stands in a reference: values, empty cells, and all that a formula fills", async () => {
    const { workbook, put, spill } = await open();
    await put("Sheet1!A1", "coins");
    await put("Sheet1!B1", 5);
    await put("Sheet1!A2", true);
    const whole = [
      ["coins", 5],
      [true, null],
    ];
    expect(await workbook.read("A1:B2", "Sheet1")).toEqual(whole);
    expect(await workbook.read("'Sheet1'!$A$1:$B$2", "Sheet1")).toEqual(whole);
    await spill("Sheet1!B2", "={1,2;3,4}", [
      [1, 2],
      [3, 4],
    ]);
    expect(await workbook.read("B2#", "Sheet1")).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("reads an error as its code", async () => {
    const { workbook, spill } = await open();
    await spill("Sheet1!B2", "=NA()", [["#N/A"]]);
    expect(await workbook.read("B2", "Sheet1")).toEqual([[{ code: "#N/A" }]]);
  });

  it("refuses to read what is not there", async () => {
    const { workbook } = await open();
    await expect(workbook.read("'No such sheet'!A1", "Sheet1")).rejects.toThrow();
  });

  it("finds the formulas of a scope, with what they show and how far they reach", async () => {
    const { workbook, put, select, spill } = await open();
    await put("Sheet1!A1", "=1+1");
    await put("Sheet1!A2", 5);
    await put("Sheet1!D4", "=2+2");
    await spill("Sheet1!B2", "={1,2;3,4}", [
      [1, 2],
      [3, 4],
    ]);
    const found = async (scope: "selection" | "sheet" | "workbook"): Promise<string[]> =>
      (await workbook.formulas(scope, () => true)).map(({ sheet, cell, formula }) => `${sheet}!${cell} ${formula}`);
    const all = ["Sheet1!A1 =1+1", "Sheet1!B2 ={1,2;3,4}", "Sheet1!D4 =2+2"];
    expect((await found("workbook")).sort()).toEqual(all);
    expect((await found("sheet")).sort()).toEqual(all);
    await select("Sheet1!A1:B2");
    expect((await found("selection")).sort()).toEqual(all.slice(0, 2));
    const [only] = await workbook.formulas("workbook", (formula) => formula.startsWith("={"));
    expect(only).toMatchObject({ cell: "B2", text: "1", value: 1, rows: 2, columns: 2 });
  });

  it("writes areas of values and formulas, over what is there", async () => {
    const { workbook, formulaAt, put } = await open();
    await put("Sheet1!A1", "old");
    await workbook.write([
      {
        sheet: "Sheet1",
        cell: "A1",
        content: [
          ["new", 5],
          ["'=no formula", true],
        ],
      },
      { sheet: "Sheet1", cell: "D4", content: [["=1+1"]] },
    ]);
    expect(await workbook.read("A1:B2", "Sheet1")).toEqual([
      ["new", 5],
      ["=no formula", true],
    ]);
    expect(await formulaAt("Sheet1!D4")).toBe("=1+1");
    await workbook.write([
      { sheet: "Sheet1", cell: "A1", content: [[""]] },
      { sheet: "Sheet1", cell: "D4", content: [[""]] },
    ]);
    expect(await workbook.read("A1:B1", "Sheet1")).toEqual([[null, 5]]);
    expect(await workbook.formulas("workbook", () => true)).toEqual([]);
  });

  it("writes number formats where there are none, and leaves those that the user chose", async () => {
    const { workbook, formatAt } = await open();
    const write = (content: number, format: string): Promise<void> =>
      workbook.write([{ sheet: "Sheet1", cell: "A1", content: [[content]], formats: [[format]] }]);
    await write(1, "0.000");
    expect(await formatAt("Sheet1!A1")).toBe("0.000");
    await write(2, "#,##0");
    expect(await formatAt("Sheet1!A1")).toBe("0.000");
    expect(await workbook.read("A1", "Sheet1")).toEqual([[2]]);
  });

  it("adds described sheets, and refuses to do so over one that is there", async () => {
    const { workbook, formulaAt } = await open();
    const described: SheetDescription = {
      name: `New ${(await workbook.sheetNames()).length}`,
      columnWidths: { A: 100 },
      frozenRows: 1,
      cells: [
        { address: "A1", value: "Price", style: "header" },
        { address: "B1", value: "=shown as text", style: "formulaText" },
        { address: "A2", value: 2, style: "input" },
        { address: "B2", formula: "=A2*Amount", style: "result", format: "0.00" },
        { address: "A3", value: 3, style: "input" },
      ],
      areas: [{ range: "A4:B5", style: "input" }],
      names: [
        { name: "Amount", range: "A3" },
        // A name may be a function's, too.
        { name: "Price", range: "A2" },
      ],
    };
    await workbook.insertSheets([described]);
    const names = await workbook.sheetNames();
    expect(names.at(-1)).toBe(described.name);
    expect((await workbook.activeCell()).address).toContain(described.name);
    expect(await workbook.read("A1:B1", described.name)).toEqual([["Price", "=shown as text"]]);
    expect(await workbook.read("Amount", described.name)).toEqual([[3]]);
    expect(await formulaAt(`'${described.name}'!B2`)).toBe("=A2*Amount");
    const refusal = await refusalOf(workbook.insertSheets([described]));
    expect(refusal.reason).toBe("filled");
    expect(await workbook.sheetNames()).toEqual(names);
  });

  it("tells of each move of the selection until it is stopped", async () => {
    const { workbook, select } = await open();
    let moves = 0;
    const stop = await workbook.onSelectionChanged(() => moves++);
    await select("Sheet1!B2");
    await expect.poll(() => moves).toBeGreaterThan(0);
    stop();
    // Stopping reaches the host with the next request.
    await workbook.activeCell();
    const told = moves;
    await select("Sheet1!C3");
    expect((await workbook.activeCell()).address).toBe("Sheet1!C3");
    expect(moves).toBe(told);
  });

  it.each(["selection", "sheet", "workbook"] as const)("recalculates the %s", async (scope) => {
    const { workbook } = await open();
    await expect(workbook.recalculate(scope)).resolves.toBeUndefined();
  });

  it("keeps settings, changes and forgets them", async () => {
    const { workbook } = await open();
    expect(await workbook.setting("record")).toBeUndefined();
    await workbook.saveSetting("record", "2026-08-31");
    await workbook.saveSetting("record", "2026-11-22");
    expect(await workbook.setting("record")).toBe("2026-11-22");
    await workbook.saveSetting("record", undefined);
    await workbook.saveSetting("never kept", undefined);
    expect(await workbook.setting("record")).toBeUndefined();
  });

  const writeAt = (workbook: Workbook, cell: string): Promise<void> =>
    workbook.write([{ sheet: "Sheet1", cell, content: [["new"]] }]);

  it("refuses to write into a protected sheet, with what to do about it", async () => {
    const { workbook, formulaAt, protect, select } = await open();
    await select("Sheet1!B2");
    await protect();
    for (const write of [() => workbook.writeFormula("=HASHPRICE()"), () => writeAt(workbook, "B2")]) {
      const refusal = await refusalOf(write());
      expect(refusal.reason).toBe("protected");
      expect(refusal.message).toMatch(/protected: unprotect it/);
      expect(await formulaAt("Sheet1!B2")).toBe("");
    }
  });

  it("writes nothing of several areas when one of them is protected", async () => {
    const { workbook, formulaAt, protect, select } = await open();
    const free = `Free ${(await workbook.sheetNames()).length}`;
    await workbook.insertSheets([{ name: free, columnWidths: {}, cells: [] }]);
    await select("Sheet1!B2");
    await protect();
    const areas = [free, "Sheet1"].map((sheet) => ({ sheet, cell: "B2", content: [["new"]] }));
    for (const ask of [() => workbook.requireWritable(areas), () => workbook.write(areas)]) {
      expect((await refusalOf(ask())).reason).toBe("protected");
      expect(await formulaAt(`'${free}'!B2`)).toBe("");
    }
    await expect(workbook.requireWritable(areas.slice(0, 1))).resolves.toBeUndefined();
  });

  it("refuses to write while a cell is being edited, with what to do about it", async () => {
    const { workbook, edit, formulaAt } = await open();
    await edit();
    for (const write of [() => workbook.writeFormula("=HASHPRICE()"), () => writeAt(workbook, "D4")]) {
      const refusal = await refusalOf(write());
      expect(refusal.reason).toBe("editing");
      expect(refusal.message).toMatch(/press Enter or Esc/);
    }
    expect(await formulaAt("Sheet1!D4")).toBe("");
  });
};
