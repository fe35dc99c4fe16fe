// node src/build/proof/screenshots.mjs: takes the pictures of README anew, of the workbook in the browser.
// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "./chromium.mjs";
import { DIST, ensureBuilt } from "../bundle/built.mjs";
import { serve } from "../host/serve.mjs";
import { ROOT, run } from "../setup.mjs";

const FOLDER = join(ROOT, "assets/screenshots");
const WHOLE = { width: 1440, height: 900 };

/** Each template's picture: its title in the pane, the sheet that is shown, and how much of the screen it takes. */
const TEMPLATES = [
  { file: "comps", title: "Comps", sheet: "Comps", size: { width: 1590, height: 740 } },
  { file: "overhang", title: "Overhang", sheet: "Overhang 2", size: { width: 1340, height: 760 } },
  { file: "scenario-model", title: "Scenario", sheet: "Scenario fan", size: { width: 1100, height: 760 } },
  { file: "sensitivity", title: "Sensitivity", sheet: "Sensitivity", size: { width: 1420, height: 920 } },
  { file: "thesis", title: "The March 2026 thesis", sheet: "Thesis", size: { width: 1472, height: 700 } },
];

/** Univer's own mark for them. */
const SHEET_TABS = '[data-u-comp="slide-tab-item"]';

/** Charts are drawn after the calculation, and Univer paints in frames of its own. */
const SETTLED_MS = 1500;

await run(async () => {
  ensureBuilt();
  mkdirSync(FOLDER, { recursive: true });
  const site = await serve({ dir: DIST, port: 0 });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });

  const open = async (/** @type {{ width: number, height: number }} */ viewport) => {
    const page = await browser.newPage({ viewport, locale: "en-US", colorScheme: "light" });
    await page.goto(`${site.url}/playground.html`);
    await page.evaluate("playground.ready");
    return page;
  };
  /** @param {import("playwright-core").Page} page @param {string} file @param {string} [part] */
  const take = async (page, file, part = "body") => {
    await page.waitForTimeout(SETTLED_MS);
    const png = await page.locator(part).screenshot();
    writeFileSync(join(FOLDER, `${file}.png`), png);
    console.log(`${file}.png: ${Math.round(png.length / 1024)} kB`);
  };

  try {
    const page = await open(WHOLE);
    await take(page, "opening");
    await page.locator(SHEET_TABS).getByText("Scenario", { exact: true }).click();
    await take(page, "scenario");
    await page.close();

    const typing = await open({ width: 1120, height: 800 });
    await typing.mouse.click(200, 793);
    await typing.keyboard.type("=MINER");
    await take(typing, "autocomplete");
    await typing.close();

    for (const { file, title, sheet, size } of TEMPLATES) {
      const model = await open(WHOLE);
      await model.getByRole("tab", { name: "Models" }).click();
      await model.getByRole("button", { name: `Insert ${title}` }).click();
      await model.getByText("is open.").first().waitFor();
      await model.getByRole("button", { name: "Hide pane" }).click();
      await model.setViewportSize(size);
      await model.locator(SHEET_TABS).getByText(sheet, { exact: true }).click();
      await take(model, file, "#grid");
      await model.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
});
