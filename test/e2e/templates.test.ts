// Every template inserted through the pane into the browser workbook: a second spreadsheet engine must come to the values
// that the files hold, cell by cell.
import { areaOf } from "../../src/common/address";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calculated } from "../../src/build/templates/calculate";
import type { Read } from "../../src/playground/grid";
import { OPENING } from "../../src/sheets/opening/index";
import { uniqueSheets } from "../../src/sheets/rename-sheets";
import { templates } from "../../src/sheets/templates";
import { newPage, openSite, type OpenPage, type Site } from "../host/chromium";

let site: Site;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  // Wide enough for the pane to be open.
  opened = await newPage(site, { viewport: { width: 1440, height: 900 } });
  ({ page } = opened);
  await page.goto(`${site.url}/playground.html`);
  await page.evaluate(() => window.playground.ready);
  await page.getByRole("tab", { name: "Models" }).click();
}, 60_000);

afterAll(async () => {
  await opened.close();
  await site.close();
});

const LARGEST = "A1:Z170";
const readSheet = (name: string): Promise<Read[][]> =>
  page.evaluate((range) => window.playground.read(range), `'${name}'!${LARGEST}`);

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""));

const isSame = (ours: unknown, theirs: unknown): boolean =>
  typeof ours === "number" && typeof theirs === "number"
    ? Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours))
    : shown(ours) === shown(theirs);

describe("templates in the browser workbook", () => {
  it.each(templates)(
    "come to the values of the file: $id",
    async ({ title, sheets }) => {
      const ours = calculated(sheets);
      const names = uniqueSheets(
        sheets,
        OPENING.map(({ name }) => name),
      ).map(({ name }) => name);
      await page.getByRole("button", { name: `Insert ${title}` }).click();
      await page
        .getByText(`Inserted: the sheet ${names[0] ?? ""} is open.`)
        .first()
        .waitFor();
      for (const [index, { name }] of sheets.entries()) {
        const different = async (): Promise<string[]> => {
          const theirs = await readSheet(names[index] ?? "");
          return [...(ours.get(name) ?? [])].flatMap(([address, { value }]) => {
            const { row, column } = areaOf(address).first;
            const found = theirs[row]?.[column];
            return isSame(value, found?.value) ? [] : [`${address}: ${shown(value)}, ${shown(found?.value)}`];
          });
        };
        await expect.poll(different, { timeout: 20_000, message: name }).toEqual([]);
      }
    },
    90_000,
  );

  it("never fail on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
