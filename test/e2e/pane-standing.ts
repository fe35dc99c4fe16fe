// How things stand in the pane, the workbook and the browser: what no fault may change. And a user's hands on the pane.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type * as Functions from "../../src/functions";
import type { ExcelInChromium, ExcelPageOptions, Site } from "../host/chromium";
import { openNewerPane, openNewerSite, press, REVISED } from "./newer-site";

export const says = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.getByText(sentence).first().waitFor();

/** Looks for newer data and sees what they change. */
export const look = async (page: Page): Promise<void> => {
  await press(page, "Check for updates");
  await says(page, "53,822 → 54,321");
};

/** Applies what was looked at, and finds it in the cells' answer. */
export const apply = async (page: Page): Promise<void> => {
  await press(page, "Apply");
  await says(page, "The data of 22 Dec 2026 is in use.");
  expect(await answer(page)).toBe(REVISED);
};

/** What the formula's function answers by the record that the cells read. */
export const answer = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { MinerOverhang: functions } = window as unknown as { MinerOverhang: typeof Functions };
    const [cell] = functions.functionCalled("MINERHOLDINGS")?.evaluate(["MARA", "2025-12-31"])[0] ?? [];
    return Number(cell === undefined ? NaN : functions.bare(cell));
  });

/** The workbook's one formula is calculated with the data of the bundle, and the workbook notes it. */
export const openStanding = async (site: Site, options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openNewerPane(site, options);
  await excel.host.call("MINERHOLDINGS", [[["MARA"]], [["2025-12-31"]]]);
  await vi.waitUntil(() => excel.host.grid.settings.size > 0);
  return excel;
};

/** Serves the newer data for a file of tests; gives the way to open a pane there. */
export const newerSiteForAll = (): ((options?: ExcelPageOptions) => Promise<ExcelInChromium>) => {
  let site: Site;
  beforeAll(async () => {
    site = await openNewerSite();
  });
  afterAll(async () => {
    await site.close();
  });
  return (options) => openStanding(site, options);
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

/** Closes panes, which have seen no error. */
export const closeAll = async (...all: readonly ExcelInChromium[]): Promise<void> => {
  for (const { complaints } of all) expect(uncaught(complaints)).toEqual([]);
  for (const excel of [...all].reverse()) await excel.close();
};
