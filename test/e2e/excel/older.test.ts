// An Excel that is older than this product would like: what it lacks is said in a sentence where it is asked for, the rest
// works, and nothing fails unseen.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openExcelPage, openSite, type ExcelInChromium, type Site } from "../../host/chromium";
import { OLDEST, TODAY } from "../../host/double";
import { plain } from "../../host/plain";
import { metadata } from "./sets";
import { ask } from "../../functions/ask";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Title of the source behind HOLDINGS, on the record that ships. */
const SOURCE = String(ask("MINERSOURCE", "MARA", "holdings_btc", "2025-12-31"));
const HOLDINGS = '=MINERHOLDINGS("MARA","2025-12-31")';

/** In the sheet: a formula of ours that shows its value, and one that Excel did not know. */
const openOld = async (excelApi: string): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site, { metadata, sets: { ...OLDEST, ExcelApi: excelApi } });
  excel.host.grid.put("Sheet1!A1", { formula: HOLDINGS, value: 53_822, text: "53,822" });
  excel.host.grid.put("Sheet1!A2", { formula: HOLDINGS, value: "#NAME?" });
  await excel.page.getByRole("tablist").waitFor();
  return excel;
};

const tab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();
const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

/** What the pane says of each thing, and what the sheet then holds. */
const STEPS = {
  insert: async ({ page, host }: ExcelInChromium) => {
    host.select("Sheet1!D9");
    await tab(page, "Data");
    await press(page, "Insert this table");
    return page.locator("#pane-panel-data .outcome").first();
  },
  explain: async ({ page, host }: ExcelInChromium) => {
    host.select("Sheet1!D8");
    await tab(page, "Explain");
    host.select("Sheet1!A1");
    await page.locator("#pane").hover();
    return page.locator("#pane-panel-explain");
  },
  template: async ({ page }: ExcelInChromium) => {
    await tab(page, "Models");
    await press(page, "Insert Comps");
    return page.locator(".tool", { hasText: "Comps" }).locator(".outcome");
  },
  repair: async ({ page }: ExcelInChromium) => {
    await tab(page, "Models");
    await press(page, "Repair");
    return page.locator(".tool", { hasText: "_xldudf_" }).locator(".outcome");
  },
  freeze: async ({ page }: ExcelInChromium) => {
    await tab(page, "Models");
    await press(page, "Freeze to values");
    return page.locator(".tool", { hasText: "Replaces formulas by their values" }).locator(".outcome");
  },
  refresh: async ({ page }: ExcelInChromium) => {
    await tab(page, "Models");
    await press(page, "Refresh");
    return page.locator(".tool", { hasText: "Recalculates; re-enters" }).locator(".outcome");
  },
  about: async ({ page }: ExcelInChromium) => {
    await tab(page, "About");
    return page.locator("#pane-panel-about");
  },
} satisfies Record<string, (excel: ExcelInChromium) => Promise<unknown>>;

const TOO_OLD = /This Excel is too old for this.*Update Office/;

describe.each<[string, Readonly<Record<keyof typeof STEPS, RegExp>>]>([
  [
    "1.1",
    {
      insert: TOO_OLD,
      explain: TOO_OLD,
      template: TOO_OLD,
      repair: TOO_OLD,
      freeze: TOO_OLD,
      refresh: TOO_OLD,
      about: /Excel API 1\.7no: nothing is inserted or explained/,
    },
  ],
  [
    "1.7",
    {
      insert: /Inserted in Sheet1!D9: =MINERLIST\(\)/,
      explain: new RegExp(`53,822.*${SOURCE.replace(/[()]/g, "\\$&")}`, "s"),
      template: TOO_OLD,
      repair: /1 formula repaired/,
      freeze: /lacks ExcelApi 1\.12.*paste them as values/,
      refresh: /formulas calculated/,
      about: /Excel API 1\.8no: no templates/,
    },
  ],
  [
    "1.9",
    {
      insert: /Inserted in Sheet1!D9: =MINERLIST\(\)/,
      explain: new RegExp(`53,822.*${SOURCE.replace(/[()]/g, "\\$&")}`, "s"),
      template: /Inserted: the sheet .* is open/,
      repair: /1 formula repaired/,
      freeze: /lacks ExcelApi 1\.12.*paste them as values/,
      refresh: /formulas calculated/,
      about: /Excel API 1\.12no: no freezing/,
    },
  ],
])("an Excel with ExcelApi %s", (excelApi, says) => {
  it("does what it can and says what it cannot", async () => {
    const excel = await openOld(excelApi);
    const said: Record<string, string | null> = {};
    for (const [step, reach] of Object.entries(STEPS)) {
      const where = await reach(excel);
      const wanted = says[step as keyof typeof STEPS];
      await where
        .filter({ hasText: wanted })
        .first()
        .waitFor({ timeout: 7_000 })
        .catch(() => undefined);
      said[step] = await where
        .first()
        .textContent({ timeout: 500 })
        .catch(() => null);
    }
    expect(said).toEqual(
      Object.fromEntries(Object.entries(says).map(([step, wanted]) => [step, expect.stringMatching(wanted)])),
    );
    expect(excel.host.grid.at("Sheet1!A1").formula).toBe(HOLDINGS);
    expect(excel.host.errors.filter(({ code }) => code !== "ApiNotFound")).toEqual([]);
    expect(plain(await excel.host.call("MINERHOLDINGS", ["MARA", "2025-12-31"]))).toEqual([[53_822]]);
    expect(excel.complaints).toEqual([]);
    await excel.close();
  });
});

describe("an Excel without one of the runtimes", () => {
  it.each([
    ["SharedRuntime", { ExcelApi: TODAY.ExcelApi, CustomFunctionsRuntime: "1.1" }],
    ["CustomFunctionsRuntime", { ExcelApi: TODAY.ExcelApi, SharedRuntime: "1.1" }],
  ])("is told what it lacks: %s", async (name, sets) => {
    const { page, complaints, close } = await openExcelPage(site, { sets });
    await page.getByText(`This Excel is too old for the add-in: it lacks ${name} 1.1.`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("an Office whose panes are shown by a browser that cannot run the scripts", () => {
  it("reads why in the page itself", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/taskpane.html`);
    await page.getByText("a browser that is too old, such as Internet Explorer").waitFor();
    await context.close();
  });
});
