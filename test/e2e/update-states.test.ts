// All that the built pane can show of newer data, state by state: empty, busy, error, offline, long text, applied. Nothing
// that axe finds fault with, nothing to scroll sideways; and whoever types meanwhile is left alone.
import type { Locator, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExcelInChromium, ExcelPageOptions, Site } from "../host/chromium";
import { BUNDLED, FORMULA, latest, openNewerPane, openNewerSite, press } from "./newer-site";
import { faultsOf, LOOKS } from "./pane-faults";

const LATEST = "**/data/latest.json";

let site: Site;
beforeAll(async () => {
  site = await openNewerSite();
});
afterAll(async () => {
  await site.close();
});

const LONG_NAME = "A sheet with as long a name as";

const openPane = async (options: ExcelPageOptions = {}): Promise<ExcelInChromium> => {
  const excel = await openNewerPane(site, options);
  excel.host.grid.addSheet(LONG_NAME);
  excel.host.grid.put(`'${LONG_NAME}'!XFD1048576`, { formula: FORMULA, value: BUNDLED });
  return excel;
};

const OWN = "ticker,metric,period_end,value\nMARA,holdings_btc,2026-08-31,12345\nMARRA,holdings_btc,2026-08-31,1";
const LONG = `https://${"a-rather-long-name-of-a-host.".repeat(6)}example/${"folder/".repeat(12)}latest.json`;

/** Each thing that the pane can show of newer data, one after the other in the same pane. */
const STATES: readonly (readonly [string, (excel: ExcelInChromium) => Promise<unknown>])[] = [
  ["empty, nothing asked yet", ({ page }) => page.getByRole("button", { name: "Check for updates" }).waitFor()],
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
      await page.route(LATEST, () => undefined);
      await press(page, "Check for updates");
      await page.getByRole("progressbar").waitFor();
    },
  ],
  [
    "cancelled",
    async ({ page }) => {
      await press(page, "Cancel");
      await page.getByText("Cancelled.").first().waitFor();
      await page.unroute(LATEST);
    },
  ],
  [
    "error",
    async ({ page }) => {
      await page.route(LATEST, (route) => route.fulfill({ status: 403 }));
      await press(page, "Check for updates");
      await page.getByText("refused the request (status 403)").first().waitFor();
      await page.unroute(LATEST);
    },
  ],
  [
    "no live market",
    async ({ page }) => {
      await page.route("https://mempool.space/**", (route) => route.fulfill({ status: 404 }));
      await press(page, "Ask now");
      await page.getByText("No live market:").first().waitFor();
    },
  ],
  [
    "what changes",
    async ({ page }) => {
      await press(page, "Check for updates");
      await page.getByText("53,822 → 54,321").first().waitFor();
      await page.getByText("MARA Holdings", { exact: false }).last().click();
    },
  ],
  [
    "an offer that cannot be applied yet",
    async ({ page, host }) => {
      host.isEditing = true;
      await press(page, "Apply");
      await page.getByText("A cell is being edited").first().waitFor();
      host.isEditing = false;
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
    "error with a long text",
    async ({ page }) => {
      await page.route(LONG, (route) => route.fulfill({ status: 404 }));
      await press(page, "Check for updates");
      await page.getByText("Nothing was found at https://a-rather").first().waitFor();
      await press(page, "Use the add-in’s own");
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
      await press(page, "Take the valid one");
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
      await page.getByText("53,822 → 54,321").first().waitFor();
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

/** Types the rest of a word into a field in which half of it stands, and finds the whole word there. */
const typedOn = async (field: Locator, half: string, rest: string): Promise<void> => {
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.page().keyboard.type(rest);
  expect(await field.inputValue()).toBe(half + rest);
};

/** What becomes of a check: what the server answers, and the sentence that people who listen hear then. */
const ENDS: readonly (readonly [string, Parameters<Route["fulfill"]>[0], string])[] = [
  ["finds newer data", { json: latest }, "Newer data is available"],
  ["fails", { status: 404 }, "Nothing was found at"],
];

const FIELDS: readonly (readonly [string, (page: Page) => Promise<Locator>])[] = [
  [
    "another section",
    async (page) => {
      await page.getByRole("tab", { name: "Functions" }).click();
      return page.getByRole("searchbox");
    },
  ],
  [
    "the same section",
    async (page) => {
      await press(page, "Add rows");
      return page.getByLabel("Rows as CSV");
    },
  ],
];

const CASES = FIELDS.flatMap(([where, go]) =>
  ENDS.map(([ends, answer, says]) => [where, ends, go, answer, says] as const),
);

describe("whoever types", () => {
  it.each(CASES)("in %s keeps field and text while a check %s", async (_where, _ends, go, answer, says) => {
    const { page, close } = await openPane();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(LATEST, async (route) => {
      await held;
      await route.fulfill(answer);
    });
    await press(page, "Check for updates");
    const field = await go(page);
    await field.pressSequentially("hash");
    letGo();
    await page.getByRole("status").last().getByText(says).waitFor();
    await typedOn(field, "hash", "price");
    await close();
  });

  it("keeps field and text while another pane changes the data", async () => {
    const one = await openPane();
    const two = await openPane({ beside: one.page });
    await press(two.page, "Add rows");
    const field = two.page.getByLabel("Rows as CSV");
    await field.pressSequentially("MARA,");
    await press(one.page, "Check for updates");
    await press(one.page, "Apply");
    await two.page.getByText("brought in by an update").waitFor();
    await typedOn(field, "MARA,", "holdings_btc");
    await two.close();
    await one.close();
  });
});
