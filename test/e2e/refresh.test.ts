// Newer data beside the browser's workbook, with the security policy on. In Excel: excel/refresh.test.ts; each state that
// the pane can show of it: update-states.test.ts; what can go wrong: update-faults.test.ts and its neighbours.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPage, type Site } from "../host/chromium";
import { SHIPPED_DAY, BUNDLED, FORMULA, openNewerSite, press, REVISED } from "./newer-site";

let site: Site;
beforeAll(async () => {
  site = await openNewerSite();
});
afterAll(async () => {
  await site.close();
});

describe("newer data beside the browser's workbook", () => {
  it("moves the cells, and moves them back", async () => {
    const { page, complaints, close } = await newPage(site, { viewport: { width: 1440, height: 900 } });
    const open = async (): Promise<void> => {
      await page.goto(`${site.url}/playground.html`);
      await page.evaluate(() => window.playground.ready);
      await page.evaluate((formula) => window.playground.write("B40", formula), FORMULA);
    };
    const cell = (): Promise<unknown> => page.evaluate(() => window.playground.read("B40")[0]?.[0]?.value);
    await open();
    expect(await cell()).toBe(BUNDLED);
    await press(page, "Check for updates");
    await page.getByText("53,822 → 54,321").first().waitFor();
    await press(page, "Apply");
    await page.getByText("The data of 22 Dec 2026 is in use.").first().waitFor();
    await expect.poll(cell).toBe(REVISED);
    await open();
    expect(await cell()).toBe(REVISED);
    await press(page, `Undo: back to ${SHIPPED_DAY}`);
    await expect.poll(cell).toBe(BUNDLED);
    expect(complaints).toEqual([]);
    await close();
  });
});
