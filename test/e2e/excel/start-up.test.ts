// How the add-in starts in Excel: the functions come first, need nothing of the pane, and survive whatever it does.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallResult } from "../../host/calls";
import { newExcelPage, openSite, type ExcelInChromium, type Site } from "../../host/chromium";
import { plain } from "../../host/plain";
import { metadata } from "./sets";

/** A page under load takes its time to start. */
const IN_GOOD_TIME = { timeout: 20_000 };

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

  /** office-js issues 5176, 3378 and 2744: what is not associated when office.js says ready is lost. */
  it.each<[string, (excel: ExcelInChromium, send: () => void) => Promise<unknown>]>([
    [
      "as soon as Excel may send one",
      ({ host, page }, send) => {
        host.onActionsReady = send;
        return page.goto(`${site.url}/taskpane.html`, { waitUntil: "commit" });
      },
    ],
    [
      "when functions may be asked",
      ({ host, page }, send) => {
        host.onFunctionsReady = send;
        return page.goto(`${site.url}/taskpane.html`, { waitUntil: "commit" });
      },
    ],
    [
      "while the pane's script is on its way",
      async ({ host, page }, send) => {
        const ready = new Promise<void>((resolve) => {
          host.onActionsReady = resolve;
        });
        await page.route("**/taskpane.js", async (route) => {
          await ready;
          send();
          await route.fallback();
        });
        await page.goto(`${site.url}/taskpane.html`, { waitUntil: "commit" });
      },
    ],
    [
      "when the pane is there",
      async ({ page }, send) => {
        await page.goto(`${site.url}/taskpane.html`);
        await page.getByRole("tablist").waitFor();
        send();
      },
    ],
  ])("a command is neither lost nor done twice that comes %s", async (_, start) => {
    const excel = await newExcelPage(site, { metadata });
    const { host, page, complaints } = excel;
    host.grid.put("Sheet1!B2", { formula: '=MINERHOLDINGS("MARA")', value: "#VALUE!" });
    await start(excel, () => {
      host.pressKeysOf("refresh");
    });
    await expect.poll(() => host.grid.calculated, IN_GOOD_TIME).toEqual(["Full"]);
    // Those that come after it are done after it: a second refresh would have been seen by now.
    host.pressKeysOf("showPane");
    await expect.poll(() => host.isPaneShown, IN_GOOD_TIME).toBe(true);
    await page.getByRole("tablist").waitFor();
    expect(host.grid.calculated).toEqual(["Full"]);
    expect(complaints).toEqual([]);
    await excel.close();
  });

  it("a command shows the pane, which says what to do, when the pane's script does not load", async () => {
    const excel = await newExcelPage(site, { metadata });
    await excel.page.route("**/taskpane.js", (route) => route.abort());
    excel.host.onActionsReady = () => {
      excel.host.pressKeysOf("refresh");
    };
    await excel.page.goto(`${site.url}/taskpane.html`);
    await expect.poll(() => excel.host.isPaneShown, IN_GOOD_TIME).toBe(true);
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
