// The port's contract on the workbook in the browser: the built page, Univer behind it, real keys and a real pointer where
// a cell is edited. Each test gets a new sheet in the same page.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WorkbookError, type Workbook } from "../../src/workbook/port";
import { openSite, type OpenPage, type Site } from "../host/chromium";
import { workbookContract, type Bench } from "../workbook/contract";
import { CANVAS, cellsOf, openPlayground } from "./open-playground";

let site: Site;
let opened: OpenPage;
let page: Page;
let onMove: () => void = () => undefined;

/** Methods whose arguments and answers travel as data. */
type Plain = Exclude<keyof Workbook, "host" | "knowsSpills" | "formulas" | "onSelectionChanged">;

interface Answer {
  readonly value?: unknown;
  readonly refusal?: { readonly reason: WorkbookError["reason"] | undefined; readonly message: string };
}

const ask = async <Method extends Plain>(
  method: Method,
  ...args: Parameters<Workbook[Method]>
): Promise<Awaited<ReturnType<Workbook[Method]>>> => {
  const answer = await page.evaluate(
    async ([name, list]): Promise<Answer> => {
      const { workbook } = window.playground;
      const call = workbook[name] as (...all: readonly unknown[]) => Promise<unknown>;
      try {
        return { value: await call(...list) };
      } catch (error) {
        const { reason, message } = error as WorkbookError;
        return { refusal: { reason, message } };
      }
    },
    [method, args as readonly unknown[]] as const,
  );
  const { value, refusal } = answer;
  if (refusal?.reason) throw new WorkbookError(refusal.reason, refusal.message);
  if (refusal) throw new Error(refusal.message);
  return value as Awaited<ReturnType<Workbook[Method]>>;
};

/** The page's own port. A filter stays here, and a listener in the page tells it of each move. */
const workbook: Workbook = {
  host: "browser",
  knowsSpills: true,
  activeCell: () => ask("activeCell"),
  writeFormula: (...args) => ask("writeFormula", ...args),
  formulaBehind: () => ask("formulaBehind"),
  read: (...args) => ask("read", ...args),
  formulas: async (scope, wanted) => {
    const all = await page.evaluate((within) => window.playground.workbook.formulas(within, () => true), scope);
    return all.filter(({ formula }) => wanted(formula));
  },
  requireWritable: (...args) => ask("requireWritable", ...args),
  write: (...args) => ask("write", ...args),
  sheetNames: () => ask("sheetNames"),
  insertSheets: (...args) => ask("insertSheets", ...args),
  separators: () => ask("separators"),
  recalculate: (...args) => ask("recalculate", ...args),
  onSelectionChanged: async (listener) => {
    onMove = listener;
    const stop = await page.evaluateHandle(() =>
      window.playground.workbook.onSelectionChanged(() => {
        (window as unknown as { tellMove: () => void }).tellMove();
      }),
    );
    return () =>
      void stop.evaluate((end) => {
        end();
      });
  },
  setting: (...args) => ask("setting", ...args),
  saveSetting: (...args) => ask("saveSetting", ...args),
};

const { write, read } = cellsOf(() => page);

const SPARE = "Spare";

/** The same page with one empty sheet, and a spare one: Univer removes no last sheet. */
const fresh = async (): Promise<Bench> => {
  if (await page.evaluate(() => window.playground.grid.workbook.isCellEditing())) await page.keyboard.press("Escape");
  await page.evaluate((spare) => {
    const { workbook: univer } = window.playground.grid;
    for (const sheet of univer.getSheets()) if (sheet.getSheetName() !== spare) univer.deleteSheet(sheet);
    univer.insertSheet("Sheet1");
  }, SPARE);
  return {
    workbook,
    select: async (address) => {
      await page.evaluate((at) => {
        const [sheet = "", cells = ""] = at.split("!");
        window.playground.grid.sheet(sheet).getRange(cells).activate();
      }, address);
    },
    put: write,
    formulaAt: async (address) => {
      const [cell] = (await read(address)).flat();
      return cell?.formula === "" ? String(cell.value ?? "") : (cell?.formula ?? "");
    },
    formatAt: (address) =>
      page.evaluate((at) => {
        const [sheet = "", cells = ""] = at.split("!");
        return window.playground.grid.sheet(sheet).getRange(cells).getNumberFormat();
      }, address),
    spill: (address, formula) => write(address, formula),
    protect: async () => {
      await page.evaluate(async () => {
        const permission = window.playground.grid.sheet().getWorksheetPermission();
        await permission.protect();
        await permission.setReadOnly();
      });
    },
    edit: async () => {
      await page.locator(CANVAS).dblclick({ position: { x: 120, y: 60 } });
      await page.keyboard.type("half a word");
    },
  };
};

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground(site, { viewport: { width: 1280, height: 800 } });
  ({ page } = opened);
  await page.exposeBinding("tellMove", () => {
    onMove();
  });
  await workbook.insertSheets([{ name: SPARE, columnWidths: {}, cells: [] }]);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

describe("the browser's workbook", () => {
  workbookContract(fresh);

  it("does all this without an error in the page", () => {
    expect(opened.complaints).toEqual([]);
  });
});
