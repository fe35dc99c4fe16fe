// The built pane in a real browser, with the real office.js and the double of Excel behind it: for eyes, ears and keys.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPage,
  openExcelPage,
  openSite,
  type ExcelInChromium,
  type ExcelPageOptions,
  type Site,
} from "../host/chromium";
import { DARK, faultsOf, LOOKS } from "./pane-faults";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

const openPane = async (options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site, options);
  await excel.page.getByRole("tablist").waitFor();
  return excel;
};

const tab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();

/** The user goes to a cell with this formula, which shows this. */
const hold = ({ host }: ExcelInChromium, formula: string, value: number | string): void => {
  host.grid.put("Sheet1!B2", { formula, value, text: String(value) });
  host.select("Sheet1!B2");
};

/** Each thing that the pane can show, and how a person gets there; one after the other in the same pane. */
const STATES: readonly (readonly [string, (excel: ExcelInChromium) => Promise<unknown>])[] = [
  ["the record", ({ page }) => tab(page, "Data")],
  [
    "a refusal",
    async ({ page, host }) => {
      host.grid.put("Sheet1!A1", { value: "a text that is rather long for the cell in which it stands" });
      await page.getByRole("button", { name: "Insert this table" }).click();
      await page.getByRole("button", { name: "Replace" }).waitFor();
    },
  ],
  ["the functions", ({ page }) => tab(page, "Functions")],
  ["a search", ({ page }) => page.getByRole("searchbox").fill("hash")],
  ["a search without a match", ({ page }) => page.getByRole("searchbox").fill("dividendyieldofthesixteenthquarter")],
  [
    "an unfolded function",
    async ({ page }) => {
      await page.getByRole("searchbox").fill("");
      await page.getByRole("button", { name: "MINERHOLDINGS", exact: true }).click();
    },
  ],
  ["a form", ({ page }) => page.getByRole("button", { name: "Fill in MINERLIST" }).click()],
  ["a form with a table", ({ page }) => page.locator(".builder .preview").waitFor()],
  [
    "a form with an error",
    async ({ page }) => {
      await page.locator("#pane-field-group").fill('="MAR4"');
      await page.locator(".builder .says").waitFor();
    },
  ],
  [
    "models, after a freeze",
    async (excel) => {
      const { page } = excel;
      hold(excel, '=MINERHOLDINGS("MARA,RIOT","2025-12-31")', 71_827);
      await tab(page, "Models");
      await page.getByRole("button", { name: "Freeze to values" }).click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
    },
  ],
  [
    "a cell without a function of ours",
    async ({ page, host }) => {
      host.select("Sheet1!Z9");
      await tab(page, "Explain");
      await page.getByText("Sheet1!Z9 calls no function").waitFor();
    },
  ],
  [
    "an explained sum that is out of date",
    async (excel) => {
      hold(excel, '=MINERHOLDINGS("MARA,RIOT","2025-12-31")', 1);
      await excel.page.getByRole("heading", { name: "Sources" }).waitFor();
    },
  ],
  [
    "an explained error",
    async (excel) => {
      hold(excel, '=MINERHOLDINGS("MAR4")', "#VALUE!");
      await excel.page.locator("#pane-panel-explain").getByText("No miner is called").waitFor();
    },
  ],
  [
    "an explained scenario inside another formula",
    async (excel) => {
      hold(excel, '=ROUND(SCENARIOVALUE({"preset","orderly";"months",6},"price")/TODAY(),1)', 1);
      await excel.page.getByText("Set by the argument").waitFor();
    },
  ],
  ["what this is", ({ page }) => tab(page, "About")],
];

describe("the pane in each of its states", () => {
  it.each(LOOKS)("has no fault that axe knows and nothing to scroll sideways, %s", async (_, look) => {
    const excel = await openPane(look);
    const faults: Record<string, readonly string[]> = {};
    for (const [state, reach] of STATES) {
      await reach(excel);
      faults[state] = await faultsOf(excel.page);
    }
    expect(faults).toEqual(Object.fromEntries(STATES.map(([state]) => [state, []])));
    expect(excel.complaints).toEqual([]);
    await excel.close();
  });
});

describe("the pane in Excel", () => {
  it("takes its theme from Office, not from the browser", async () => {
    const excel = await openPane({ theme: DARK, colorScheme: "light" });
    expect(await excel.page.locator("#pane").getAttribute("data-theme")).toBe("dark");
    await excel.close();
  });

  it("inserts a function by keyboard alone", async () => {
    const { page, host, complaints, close } = await openPane();
    host.select("Sheet1!B2");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.keyboard.type("hashprice");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Inserted in Sheet1!B2: =HASHPRICE()").waitFor();
    expect(host.grid.at("Sheet1!B2").formula).toBe("=HASHPRICE()");
    expect(complaints).toEqual([]);
    await close();
  });

  it("builds a formula by keyboard alone, and reads it back", async () => {
    const { page, host, complaints, close } = await openPane();
    host.select("Sheet1!B2");
    await tab(page, "Functions");
    await page.getByRole("searchbox").fill("minerholdings");
    await page.getByRole("button", { name: "Fill in MINERHOLDINGS" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("RIOT");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2025-12-31");
    await page.keyboard.press("Enter");
    await page.getByText('Inserted in Sheet1!B2: =MINERHOLDINGS("RIOT","2025-12-31")').waitFor();
    expect(host.grid.at("Sheet1!B2").formula).toBe('=MINERHOLDINGS("RIOT","2025-12-31")');
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Change MINERHOLDINGS in Sheet1!B2" }).click();
    expect(await page.locator("#pane-field-miners").inputValue()).toBe("RIOT");
    expect(complaints).toEqual([]);
    await close();
  });

  it("leaves a filled cell alone until it is told to replace it", async () => {
    const { page, host, close } = await openPane();
    host.grid.put("Sheet1!A1", { value: 53822 });
    await page.getByRole("button", { name: "Insert this table" }).click();
    await page.getByText("Sheet1!A1 holds 53822").waitFor();
    expect(host.grid.at("Sheet1!A1").formula).toBe(53822);
    await page.getByRole("button", { name: "Replace" }).click();
    await page.getByText("Inserted in Sheet1!A1: =MINERLIST()").waitFor();
    expect(host.grid.at("Sheet1!A1").formula).toBe("=MINERLIST()");
    await close();
  });

  it("says what to do when Excel is editing a cell", async () => {
    const { page, host, close } = await openPane();
    host.isEditing = true;
    await page.getByRole("button", { name: "Insert this table" }).click();
    await page.getByText("press Enter or Esc in the sheet").first().waitFor();
    await close();
  });

  it("does not take the focus when it opens", async () => {
    const { page, close } = await openPane();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await close();
  });
});

describe("the pane's page outside of Excel", () => {
  it("says where it belongs", async () => {
    const { page, close } = await newPage(site);
    await page.goto(`${site.url}/taskpane.html`);
    await page.getByText("open it from Excel’s Home tab").waitFor();
    await close();
  });
});
