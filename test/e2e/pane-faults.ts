// What may be wrong with the pane in some state, whatever it shows: axe's findings, and content wider than the pane.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { ExcelPageOptions } from "../host/chromium";

/** Office's dark grey theme. */
export const DARK = { bodyBackgroundColor: 0x262626, bodyForegroundColor: 0xffffff };

export const LOOKS: readonly (readonly [string, ExcelPageOptions])[] = [
  ["light at 320 px", { viewport: { width: 320, height: 720 } }],
  ["dark at 300 px", { viewport: { width: 300, height: 600 }, theme: DARK }],
  // A pane of 400 x 600 at 200 % zoom has this many CSS pixels.
  ["light at 200 % zoom", { viewport: { width: 200, height: 300 } }],
];

export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const sideways = await page.evaluate(() => {
    const pane = document.querySelector("#pane");
    return pane ? pane.scrollWidth - pane.clientWidth : NaN;
  });
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  return sideways === 0 ? faults : [...faults, `scrolls sideways by ${sideways} px`];
};
