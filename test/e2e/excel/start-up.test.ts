// How the add-in starts in Excel: the functions come first, need nothing of the pane, and survive whatever it does.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallResult } from "../../host/calls";
import { newExcelPage, openSite, type ExcelInChromium, type Site } from "../../host/chromium";
import { plain } from "../../host/plain";
import { metadata } from "./sets";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Excel asks at the first moment at which office.js lets it. 53,822 BTC: MARA 10-Q of 2026-03-31, in assets/data/sources.csv. */
const firstAnswer = async ({ host, page }: ExcelInChromium): Promise<unknown> => {
  const answer = new Promise<CallResult>((resolve, reject) => {
    host.onFunctionsReady = () => {
      host.call("MINERHOLDINGS", ["MARA", "2025-12-31"]).then(resolve, reject);
    };
  });
  await page.goto(`${site.url}/taskpane.html`, { waitUntil: "commit" });
  return plain(await answer);
};

describe("at start-up", () => {
  it("functions answer while the pane's script is still on its way", async () => {
    const excel = await newExcelPage(site, { metadata });
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await excel.page.route("**/taskpane.js", async (route) => {
      await arrived;
      await route.fallback();
    });
    expect(await firstAnswer(excel)).toEqual([[53_822]]);
    await excel.page.getByText("Opening the record.").waitFor();
    expect(await excel.page.getByRole("tablist").count()).toBe(0);
    arrive();
    await excel.page.getByRole("tablist").waitFor();
    expect(excel.complaints).toEqual([]);
    await excel.close();
  });

  it.each<[string, (page: Page) => Promise<unknown>, RegExp]>([
    ["does not load", (page) => page.route("**/taskpane.js", (route) => route.abort()), /ERR_FAILED/],
    [
      "throws",
      (page) => page.route("**/taskpane.js", (route) => route.fulfill({ body: 'throw new Error("Broken pane.");' })),
      /Broken pane/,
    ],
  ])("functions answer when the pane's script %s, and the page says what to do", async (_, spoil, complaint) => {
    const excel = await newExcelPage(site, { metadata });
    await spoil(excel.page);
    expect(await firstAnswer(excel)).toEqual([[53_822]]);
    await excel.page.getByText("the add-in’s files did not load").waitFor();
    expect(excel.complaints).toEqual([expect.stringMatching(complaint)]);
    await excel.close();
  });

  it("the page says what to do when the functions did not load", async () => {
    const { page, complaints, close } = await newExcelPage(site);
    await page.route("**/functions.js", (route) => route.abort());
    await page.goto(`${site.url}/taskpane.html`);
    await page.getByText("the add-in’s files did not load").waitFor();
    expect(complaints).toEqual([expect.stringMatching(/ERR_FAILED/), expect.stringMatching(/MinerOverhang/)]);
    await close();
  });

  it("the pane says what to do when Office's own script did not load", async () => {
    const { page, complaints, close } = await newExcelPage(site);
    await page.route("**/office.js", (route) => route.abort());
    await page.goto(`${site.url}/taskpane.html`);
    await page.getByText("check that appsforoffice.microsoft.com can be reached").waitFor();
    expect(complaints).toEqual([expect.stringMatching(/ERR_FAILED/)]);
    await close();
  });
});
