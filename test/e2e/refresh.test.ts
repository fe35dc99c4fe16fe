// Newer data in the built pane, in a real browser with the security policy on: in Excel (the double of its host) and
// beside the browser's workbook. What changes, apply, the cells move, undo, and all of it again after a reload.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPage, openExcelPage, type ExcelInChromium, type ExcelPageOptions, type Site } from "../host/chromium";
import { NEWER, openNewerSite, REVISED } from "./newer-site";
import { faultsOf, LOOKS } from "./pane-faults";

const FORMULA = '=MINERHOLDINGS("MARA","2025-12-31")';
/** 53,822 BTC: MARA Holdings, Form 10-K for 2025. */
const BUNDLED = 53822;

let site: Site;
beforeAll(async () => {
  site = await openNewerSite();
});
afterAll(async () => {
  await site.close();
});

const openPane = async (options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site, options);
  excel.host.grid.put("Sheet1!A1", { formula: FORMULA, value: BUNDLED });
  await excel.page.getByRole("tablist").waitFor();
  return excel;
};

const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

const holdings = async ({ host }: ExcelInChromium): Promise<string> =>
  JSON.stringify(await host.call("MINERHOLDINGS", [[["MARA"]], [["2025-12-31"]]]));

describe("newer data in Excel", () => {
  it("is looked at, applied, undone, and still there after a reload", async () => {
    const excel = await openPane();
    const { page, host, complaints } = excel;
    await press(page, "Check for updates");
    await page.getByText("Sheet1!A1").first().waitFor();
    await page.getByText("53,822 → 54,321").waitFor();
    expect(host.grid.calculated).toEqual([]);
    expect(await holdings(excel)).toContain(String(BUNDLED));

    await press(page, "Apply");
    await page.getByText("The data of 22 Dec 2026 is in use. The workbook was recalculated.").first().waitFor();
    expect(host.grid.calculated).toEqual(["Full"]);
    expect(host.grid.settings.get("MinerOverhang.dataVersion")).toBe(NEWER);
    expect(await holdings(excel)).toContain(String(REVISED));

    await page.reload();
    await page.getByText("brought in by an update").waitFor();
    expect(await holdings(excel)).toContain(String(REVISED));

    await press(page, "Undo: back to 22 Nov 2026");
    await page.getByText("The data of 22 Nov 2026 is in use again.").first().waitFor();
    expect(await holdings(excel)).toContain(String(BUNDLED));
    expect(complaints).toEqual([]);
    await excel.close();
  });

  it("is asked about when the workbook was calculated with other data", async () => {
    const { page, host, close } = await openPane();
    host.grid.settings.set("MinerOverhang.dataVersion", "2026-08-31");
    host.grid.put("Sheet1!A1", { formula: FORMULA, value: 50000 });
    await page.reload();
    await page.getByText("Calculated with the data of 31 Aug 2026; you have the data of 22 Nov 2026.").waitFor();
    await press(page, "Show what would change");
    await page.getByText("50,000 → 53,822").waitFor();
    await press(page, "Recalculate");
    await page.getByText("Calculated with the data of").waitFor({ state: "hidden" });
    expect(host.grid.calculated).toEqual(["Full"]);
    await close();
  });

  it("is noted in a workbook as soon as one of its cells is calculated", async () => {
    const excel = await openPane();
    expect(excel.host.grid.settings.size).toBe(0);
    await holdings(excel);
    await expect.poll(() => excel.host.grid.settings.get("MinerOverhang.dataVersion")).toBe("2026-11-22");
    await excel.close();
  });
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
    const excel = await openPane(options);
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
