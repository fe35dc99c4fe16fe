// Newer data in Excel: what changes, apply, the cells move, undo, and all of it again after a reload.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallResult } from "../../host/calls";
import { newExcelPage, type ExcelInChromium, type Site } from "../../host/chromium";
import { plain } from "../../host/plain";
import {
  SHIPPED_DAY,
  SHIPPED,
  BUNDLED,
  FORMULA,
  NEWER,
  openNewerPane,
  openNewerSite,
  press,
  REVISED,
} from "../newer-site";
import { metadata, SETS } from "./sets";

let site: Site;
beforeAll(async () => {
  site = await openNewerSite();
});
afterAll(async () => {
  await site.close();
});

const holdings = async ({ host }: ExcelInChromium): Promise<unknown> =>
  plain(await host.call("MINERHOLDINGS", ["MARA", "2025-12-31"]));

describe("newer data in Excel", () => {
  it.each(SETS)("is looked at, applied, undone, and still there after a reload, %s", async (_, sets) => {
    const excel = await openNewerPane(site, { sets, metadata });
    const { page, host, complaints } = excel;
    await press(page, "Check for updates");
    await page.getByText("Sheet1!A1").first().waitFor();
    await page.getByText("53,822 → 54,321").waitFor();
    expect(host.grid.calculated).toEqual([]);
    expect(await holdings(excel)).toEqual([[BUNDLED]]);

    await press(page, "Apply");
    await page.getByText("The data of 22 Dec 2026 is in use. The workbook was recalculated.").first().waitFor();
    expect(host.grid.calculated).toEqual(["Full"]);
    expect(host.grid.settings.get("MinerOverhang.dataVersion")).toBe(NEWER);
    expect(await holdings(excel)).toEqual([[REVISED]]);

    await page.reload();
    await page.getByText("brought in by an update").waitFor();
    expect(await holdings(excel)).toEqual([[REVISED]]);

    await press(page, `Undo: back to ${SHIPPED_DAY}`);
    await page.getByText(`The data of ${SHIPPED_DAY} is in use again.`).first().waitFor();
    expect(await holdings(excel)).toEqual([[BUNDLED]]);
    expect(complaints).toEqual([]);
    await excel.close();
  });

  it("is asked about when the workbook was calculated with other data", async () => {
    const { page, host, close } = await openNewerPane(site);
    host.grid.settings.set("MinerOverhang.dataVersion", "2026-08-31");
    host.grid.put("Sheet1!A1", { formula: FORMULA, value: 50000 });
    await page.reload();
    await page.getByText(`Calculated with the data of 31 Aug 2026; you have the data of ${SHIPPED_DAY}.`).waitFor();
    await press(page, "Show what would change");
    await page.getByText("50,000 → 53,822").waitFor();
    await press(page, "Recalculate");
    await page.getByText("Calculated with the data of").waitFor({ state: "hidden" });
    expect(host.grid.calculated).toEqual(["Full"]);
    await close();
  });

  it("is noted in a workbook as soon as one of its cells is calculated", async () => {
    const excel = await openNewerPane(site);
    expect(excel.host.grid.settings.size).toBe(0);
    await holdings(excel);
    await expect.poll(() => excel.host.grid.settings.get("MinerOverhang.dataVersion")).toBe(SHIPPED);
    await excel.close();
  });

  it("reaches cells that Excel asked for before the pane had brought it back", async () => {
    const excel = await newExcelPage(site, { metadata });
    const { page, host, complaints } = excel;
    host.grid.put("Sheet1!A1", { formula: FORMULA, value: REVISED });
    await page.goto(`${site.url}/taskpane.html`);
    await press(page, "Check for updates");
    await press(page, "Apply");
    await page.getByText("The workbook was recalculated.").first().waitFor();
    host.grid.calculated.length = 0;
    // Nothing of the first page may still speak to Excel when the second is asked.
    await page.goto("about:blank");
    const early = new Promise<CallResult>((resolve, reject) => {
      host.onFunctionsReady = () => {
        host.call("MINERHOLDINGS", ["MARA", "2025-12-31"]).then(resolve, reject);
      };
    });
    let isAnswered = false;
    await page.route("**/taskpane.js", async (route) => {
      await early;
      isAnswered = true;
      await route.fallback();
    });
    await page.goto(`${site.url}/taskpane.html`);
    expect(isAnswered).toBe(true);
    expect(plain(await early)).toEqual([[BUNDLED]]);
    await expect.poll(() => host.grid.calculated).toEqual(["Full"]);
    expect(await holdings(excel)).toEqual([[REVISED]]);
    expect(complaints).toEqual([]);
    await excel.close();
  });
});
