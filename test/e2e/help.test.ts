// The built help pages in a real browser: readable by all, found by words, safe.
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPage, openSite, type PageOptions, type Site } from "../host/chromium";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

const LOOKS: readonly (readonly [string, PageOptions])[] = [
  ["light", { viewport: { width: 900, height: 700 }, colorScheme: "light" }],
  ["dark and narrow", { viewport: { width: 320, height: 700 }, colorScheme: "dark" }],
];

describe("the help pages", () => {
  it.each(LOOKS)("have no fault that axe knows and nothing to scroll sideways, %s", async (_, look) => {
    const { page, complaints, close } = await newPage(site, look);
    for (const path of ["index", "minerholdings", "methods", "data", "limits", "troubleshooting", "deploy"]) {
      await page.goto(`${site.url}/help/${path}.html`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("are found by the words that are typed on the index", async () => {
    const { page, close } = await newPage(site);
    await page.goto(`${site.url}/help/index.html`);
    await page.getByLabel("Find a function").fill("pledged loaned");
    expect(await page.locator("li:visible a").allTextContents()).toContain("MINERHOLDINGS");
    expect(await page.locator("li:visible a").allTextContents()).not.toContain("HASHPRICE");
    await page.getByLabel("Find a function").fill("");
    expect(await page.locator("li:visible a").allTextContents()).toContain("HASHPRICE");
    await close();
  });

  it("stand whole without their script", async () => {
    const { page, close } = await newPage(site);
    await page.route("**/help.js", (route) => route.abort());
    await page.goto(`${site.url}/help/index.html`);
    expect(await page.getByLabel("Find a function").isVisible()).toBe(false);
    await page.getByRole("link", { name: "HASHPRICE" }).click();
    await page.getByRole("heading", { name: "HASHPRICE", level: 1 }).waitFor();
    await close();
  });
});
