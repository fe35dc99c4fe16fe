// How things stand in the pane, the workbook and the browser: what no fault may change. And a user's hands on the pane.
import type { Page } from "playwright-core";
import { vi } from "vitest";
import type * as Functions from "../../src/functions";
import type { ExcelInChromium } from "../host/chromium";

export const FORMULA = '=MINERHOLDINGS("MARA","2025-12-31")';
/** 53,822 BTC: MARA Holdings, Form 10-K for 2025. */
export const BUNDLED = 53822;

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** What the formula's function answers by the record that the cells read. */
export const answer = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { MinerOverhang: functions } = window as unknown as { MinerOverhang: typeof Functions };
    const [cell] = functions.functionCalled("MINERHOLDINGS")?.evaluate(["MARA", "2025-12-31"])[0] ?? [];
    return Number(cell === undefined ? NaN : functions.bare(cell));
  });

/** A workbook with one formula, calculated with the data of the bundle, and noted so. */
export const fillSheet = async (excel: ExcelInChromium): Promise<void> => {
  excel.host.grid.put("Sheet1!A1", { formula: FORMULA, value: BUNDLED });
  await excel.page.getByRole("tablist").waitFor();
  await excel.host.call("MINERHOLDINGS", [[["MARA"]], [["2025-12-31"]]]);
  await vi.waitUntil(() => excel.host.grid.settings.size > 0);
};

/** What the last answer of a server was is no data: it saves half a kilobyte at the next check. */
const storage = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  page.evaluate(() =>
    Object.entries(localStorage as unknown as Record<string, string>)
      .filter(([key]) => key.includes("miner-overhang/") && !key.endsWith("/seen"))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export const standing = async (excel: ExcelInChromium) => {
  const { grid } = excel.host;
  const cells = grid.sheets.map((sheet) => {
    const used = sheet.used();
    if (!used) return sheet.name;
    const { row, column, rows, columns } = used;
    const all = Array.from({ length: rows * columns }, (_, n) =>
      sheet.cell(row + Math.floor(n / columns), column + (n % columns)),
    );
    return { name: sheet.name, used, all };
  });
  return {
    version: await excel.page
      .getByText(/^Data of /)
      .first()
      .textContent(),
    answer: await answer(excel.page),
    cells: JSON.stringify(cells),
    calculated: [...grid.calculated],
    settings: [...grid.settings],
    storage: await storage(excel.page),
  };
};

/** Complaints without the browser's own notes of requests that failed: they are what these tests are about. */
export const uncaught = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((text) => !/^Failed to load resource|violates the following Content Security Policy/.test(text));
