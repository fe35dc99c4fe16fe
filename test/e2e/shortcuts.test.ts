// The keys of shortcuts.json, as Excel hands them to the real office.js: each does what its name says.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shortcutsJson } from "../../src/taskpane/shortcuts";
import { openExcelPage, openSite, type ExcelInChromium, type Site } from "../host/chromium";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

const open = async (): Promise<ExcelInChromium> => {
  const excel = await openExcelPage(site);
  await excel.page.getByRole("tablist").waitFor();
  return excel;
};

describe("keys", () => {
  it("show the pane", async () => {
    const { host, complaints, close } = await open();
    host.pressKeysOf("showPane");
    await expect.poll(() => host.isPaneShown).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("calculate the formulas anew, without the pane", async () => {
    const { host, complaints, close } = await open();
    host.grid.put("Sheet1!B2", { formula: '=MINERHOLDINGS("MARA")', value: "#VALUE!" });
    host.pressKeysOf("refresh");
    await expect.poll(() => host.grid.calculated).toEqual(["Full"]);
    expect(host.isPaneShown).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it("explain the active cell", async () => {
    const { page, host, complaints, close } = await open();
    host.grid.put("Sheet1!B2", { formula: '=MINERHOLDINGS("MARA","2025-12-31")', value: 53822, text: "53,822" });
    host.select("Sheet1!B2");
    host.pressKeysOf("explain");
    await page.getByRole("tabpanel", { name: "Explain" }).getByText("53,822").first().waitFor();
    expect(host.isPaneShown).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("are told in About", async () => {
    const { page, close } = await open();
    await page.getByRole("tab", { name: "About" }).click();
    for (const { key } of shortcutsJson.shortcuts) await page.getByText(key.default).waitFor();
    await close();
  });
});
