// Excel's API on the double, through the real office.js: reads, writes, errors, selection, settings.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openExcel, type ExcelInJsdom } from "./jsdom";

let excel: ExcelInJsdom;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  excel.close();
});

const run = <T>(steps: (context: Excel.RequestContext) => Promise<T>): Promise<T> => excel.window.Excel.run(steps);

describe("the sheet", () => {
  it("takes formulas and values and gives them back with the address", async () => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C2");
      range.formulas = [["=MINERHOLDINGS(\"MARA\")", 7]]; // prettier-ignore
      range.load("address, formulas");
      range.worksheet.load("name");
      await context.sync();
      return { address: range.address, formulas: range.formulas as unknown, sheet: range.worksheet.name };
    });
    expect(read).toEqual({ address: "Sheet1!B2:C2", formulas: [['=MINERHOLDINGS("MARA")', 7]], sheet: "Sheet1" });
    expect(excel.host.grid.at("B2").formula).toBe('=MINERHOLDINGS("MARA")');
  });

  it("finds the used range, and says when there is none", async () => {
    const used = (): Promise<string | undefined> =>
      run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject().load("address");
        await context.sync();
        return range.isNullObject ? undefined : range.address;
      });
    expect(await used()).toBeUndefined();
    excel.host.grid.put("B3", { value: 1 });
    excel.host.grid.put("D10", { value: "x" });
    expect(await used()).toBe("Sheet1!B3:D10");
  });

  it("lists its sheets and adds one that later batches still know", async () => {
    const names = await run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add("By month");
      await context.sync();
      added.getRange("A1").values = [["Month"]];
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });
    expect(names).toEqual(["Sheet1", "By month"]);
    expect(excel.host.grid.at("'By month'!A1").value).toBe("Month");
  });

  it("keeps a range where it was when the selection moves between batches", async () => {
    excel.host.select("C3");
    await run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      excel.host.select("D4");
      cell.values = [[1]];
      await context.sync();
    });
    expect(excel.host.grid.at("C3").value).toBe(1);
    expect(excel.host.grid.at("D4").value).toBe("");
  });
});

describe("what goes wrong", () => {
  it("is told with Excel's own codes", async () => {
    const code = (steps: (context: Excel.RequestContext) => unknown): Promise<unknown> =>
      run(async (context) => {
        steps(context);
        await context.sync();
      }).then(
        () => undefined,
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await code(({ workbook }) => workbook.worksheets.getItem("Nowhere"))).toBe("ItemNotFound");
    expect(await code(({ workbook }) => (workbook.getActiveCell().values = [[1, 2]]))).toBe("InvalidArgument");
    excel.host.grid.selection.sheet.isProtected = true;
    expect(await code(({ workbook }) => (workbook.getActiveCell().values = [[1]]))).toBe("AccessDenied");
    excel.host.isEditing = true;
    expect(await code(({ workbook }) => workbook.load("name"))).toBe("InvalidOperationInCellEditMode");
  });

  it("includes reading what was not loaded", async () => {
    await expect(
      run(async (context) => {
        const cell = context.workbook.getActiveCell();
        await context.sync();
        return cell.address;
      }),
    ).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("includes members that the double does not know, by name, even when the add-in swallows them", async () => {
    const unknown = run(async (context) => {
      context.workbook.getActiveCell().load("hyperlink");
      await context.sync();
    });
    await expect(unknown).rejects.toThrow("Range.hyperlink is not in the test double");
    expect(excel.host.errors).toMatchObject([{ code: "NotInTheDouble" }]);
  });
});

describe("an older Excel", () => {
  it("refuses what is of a newer set, whether it is called or only loaded", async () => {
    const old = await openExcel({ sets: { ExcelApi: "1.6", SharedRuntime: "1.1", CustomFunctionsRuntime: "1.1" } });
    const code = (steps: (context: Excel.RequestContext) => unknown): Promise<unknown> =>
      old.window.Excel.run(async (context) => {
        steps(context);
        await context.sync();
      }).then(
        () => "nothing",
        (error: unknown) => (error as { code: string }).code,
      );
    // Workbook.getActiveCell and Workbook.name are of ExcelApi 1.7, Range.text of 1.1, Worksheet.showGridlines of 1.8.
    expect(await code(({ workbook }) => workbook.getActiveCell())).toBe("ApiNotFound");
    expect(await code(({ workbook }) => workbook.load("name"))).toBe("ApiNotFound");
    expect(await code(({ workbook }) => workbook.getSelectedRange().load("text"))).toBe("nothing");
    expect(await code(({ workbook }) => (workbook.worksheets.getItem("Sheet1").showGridlines = false))).toBe(
      "ApiNotFound",
    );
    old.close();
  });
});

describe("the workbook", () => {
  it("keeps settings, and has none where none was saved", async () => {
    const stored = await run(async (context) => {
      const { settings } = context.workbook;
      settings.add("version", "2026-09-16");
      const there = settings.getItem("version").load("value");
      const absent = settings.getItemOrNullObject("nothing");
      await context.sync();
      return [there.value as unknown, absent.isNullObject];
    });
    expect(stored).toEqual(["2026-09-16", true]);
    expect(excel.host.grid.settings.get("version")).toBe("2026-09-16");
  });

  it("remembers what was asked to be calculated", async () => {
    await run(async ({ workbook, ...context }) => {
      workbook.application.calculate("Full");
      workbook.worksheets.getActiveWorksheet().calculate(true);
      workbook.getSelectedRange().calculate();
      await workbook.context.sync();
      return context;
    });
    expect(excel.host.grid.calculated).toEqual(["Full", "Sheet1", "Sheet1!A1"]);
  });

  it("tells listeners when the selection moves, until they stop", async () => {
    const moves: string[] = [];
    const handler = await run(async (context) => {
      const added = context.workbook.worksheets.onSelectionChanged.add((event) => {
        moves.push(event.address);
        return Promise.resolve();
      });
      context.workbook.onSelectionChanged.add(() => {
        moves.push("moved");
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    excel.host.select("B7");
    await expect.poll(() => [...moves].sort()).toEqual(["B7", "moved"]);
    await excel.window.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    excel.host.select("B8");
    await expect.poll(() => moves.length).toBe(3);
    expect(moves[2]).toBe("moved");
  });

  it("has document settings that the page can save", async () => {
    const { settings } = excel.window.Office.context.document;
    settings.set("choice", { tab: "Data" });
    const status = await new Promise((resolve) => {
      settings.saveAsync((result) => {
        resolve(result.status);
      });
    });
    expect(status).toBe("succeeded");
    expect(settings.get("choice")).toEqual({ tab: "Data" });
  });

  it("shows Office's theme", () => {
    expect(excel.window.Office.context.officeTheme.bodyBackgroundColor.toLowerCase()).toBe("#ffffff");
  });

  it("lets no complaint pass unseen", () => {
    excel.run("console.error('something went wrong')");
    expect(excel.complaints).toEqual(["something went wrong"]);
  });
});
