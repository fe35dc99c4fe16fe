// Renders assets/icons/*.svg to the PNG sizes that Office asks for. Run by hand after a change of the drawing.
// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../proof/chromium.mjs";

/** Ribbon: 16, 32, 80. Add-in lists: 32 and 64. 128 for stores and bookmarks. */
const SIZES = [16, 32, 64, 80, 128];
const folder = new URL("../../../assets/icons/", import.meta.url);

const executablePath = findChromium();
if (!executablePath) throw new Error("Drawing the icons needs Chromium, Chrome or Edge.");
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
for (const size of SIZES) {
  const svg = await readFile(new URL(size === 16 ? "icon-16.svg" : "icon.svg", folder), "utf8");
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await writeFile(new URL(`icon-${size}.png`, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
