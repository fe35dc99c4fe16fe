// Newer data in the built pane, in a real browser with the security policy on: beside the browser's workbook, and in each
// state that the pane can show of it. What it does in Excel: excel/refresh.test.ts.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPage, type ExcelInChromium, type Site } from "../host/chromium";
import { BUNDLED, FORMULA, openNewerPane, openNewerSite, press, REVISED } from "./newer-site";
import { faultsOf, LOOKS } from "./pane-faults";

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
    await press(page, "Undo: back to 22 Nov 2026");
    await expect.poll(cell).toBe(BUNDLED);
    expect(complaints).toEqual([]);
    await close();
  });
});

const OWN = "ticker,metric,period_end,value\nMARA,holdings_btc,2026-08-31,12345\nMARRA,holdings_btc,2026-08-31,1";
const LONG = `https://${"a-rather-long-name-of-a-host.".repeat(6)}example/${"folder/".repeat(12)}latest.json`;

/** Each thing that the pane can show of newer data, one after the other in the same pane. */
const STATES: readonly (readonly [string, (excel: ExcelInChromium) => Promise<unknown>])[] = [
  ["nothing asked yet", ({ page }) => page.getByRole("button", { name: "Check for updates" }).waitFor()],
  [
    "offline",
    async ({ page }) => {
      await page.context().setOffline(true);
      await press(page, "Check for updates");
      await page.getByText("This computer is offline").first().waitFor();
      await page.context().setOffline(false);
    },
  ],
  [
    "busy",
    async ({ page }) => {
      await page.route("**/data/latest.json", () => undefined);
      await press(page, "Check for updates");
      await page.getByRole("progressbar").waitFor();
    },
  ],
  [
    "cancelled",
    async ({ page }) => {
      await press(page, "Cancel");
      await page.getByText("Cancelled.").first().waitFor();
      await page.unroute("**/data/latest.json");
    },
  ],
  [
    "what changes",
    async ({ page }) => {
      await press(page, "Check for updates");
      await page.getByText("53,822 → 54,321").waitFor();
      await page.getByText("MARA Holdings", { exact: false }).last().click();
    },
  ],
  [
    "applied",
    async ({ page }) => {
      await press(page, "Apply");
      await page.getByText("is in use. The workbook was recalculated.").first().waitFor();
    },
  ],
  [
    "a long address",
    async ({ page }) => {
      await page.getByText("Where updates come from").click();
      await page.getByLabel("Address of another latest.json").fill(LONG);
      await press(page, "Use this address");
      await page.getByText("Updates come from https://a-rather").first().waitFor();
    },
  ],
  [
    "own rows with a problem",
    async ({ page }) => {
      await press(page, "Add rows");
      await page.getByText("What the columns mean").click();
      await page.getByLabel("Rows as CSV").fill(OWN);
      await press(page, "Preview");
      await page.getByText("Line 3:").waitFor();
    },
  ],
  [
    "own rows",
    async ({ page }) => {
      await press(page, "Take the 1 valid one");
      await page.getByText("1 row was added.").first().waitFor();
      await press(page, "Export");
      await page.getByLabel("Your own rows").waitFor();
    },
  ],
  [
    "a workbook of other data",
    async ({ page, host }) => {
      host.grid.settings.set("MinerOverhang.dataVersion", "2026-08-31");
      await page.reload();
      await press(page, "Show what would change");
      await page.getByText("53,822 → 54,321").waitFor();
    },
  ],
];

describe("newer data in each of its states", () => {
  it.each(LOOKS)("has no fault that axe knows and nothing to scroll sideways, %s", async (look, options) => {
    const excel = await openNewerPane(site, options);
    const faults: Record<string, readonly string[]> = {};
    for (const [state, reach] of STATES) {
      await reach(excel);
      faults[state] = await faultsOf(excel.page);
      if (process.env["SHOTS"]) {
        await excel.page.setViewportSize({ width: options.viewport?.width ?? 320, height: 2200 });
        await excel.page.screenshot({ path: `${process.env["SHOTS"]}/${look} ${state}.png` });
        await excel.page.setViewportSize(options.viewport ?? { width: 320, height: 720 });
      }
    }
    expect(faults).toEqual(Object.fromEntries(STATES.map(([state]) => [state, []])));
    await excel.close();
  });
});
