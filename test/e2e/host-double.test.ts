// The double behind the real office.js in a real browser, with a made-up add-in of one page and one function.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPage, openExcelPage, openSite, type Site } from "../host/chromium";

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "made-up-add-in-"));
  const page = (scripts: string): string => `<!doctype html><title>A pane</title>${scripts}<h1>A pane</h1>`;
  writeFileSync(
    join(folder, "taskpane.html"),
    page(`<script src="${OFFICE}"></script><script src="functions.js"></script>`),
  );
  writeFileSync(
    join(folder, "functions.js"),
    `CustomFunctions.associate("TWICE", (x) => x * 2);
     const write = (text) => Excel.run(async (context) => {
       const cell = context.workbook.getActiveCell().load("address");
       cell.formulas = [[text]];
       await context.sync();
       return cell.address;
     });`,
  );
  writeFileSync(join(folder, "elsewhere.html"), page(`<script src="elsewhere.js"></script>`));
  writeFileSync(join(folder, "elsewhere.js"), `fetch("https://example.com/")`);
  writeFileSync(join(folder, "inline.html"), page(`<script>document.title = "ran"</script>`));
  site = await openSite(folder);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

describe("the double in Chromium", () => {
  it("lets the unmodified office.js say that this is Excel, without complaint", async () => {
    const excel = await openExcelPage(site);
    expect(await excel.page.evaluate(() => Office.onReady().then(({ host }) => host))).toBe("Excel");
    expect(excel.complaints).toEqual([]);
    await excel.close();
  });

  it("answers Excel.run from the grid", async () => {
    const excel = await openExcelPage(site);
    excel.host.select("C4");
    const address = await excel.page.evaluate('write("=TWICE(4)")');
    expect(address).toBe("Sheet1!C4");
    expect(excel.host.grid.at("C4").formula).toBe("=TWICE(4)");
    await excel.close();
  });

  it("calls 10,000 cells in one batch", async () => {
    const excel = await openExcelPage(site);
    const calls = Array.from({ length: 10_000 }, (_, index) => ({ name: "TWICE", args: [index] }));
    const results = await excel.host.callAll(calls);
    expect(results[9_999]).toEqual({ value: 19_998 });
    await excel.close();
  });

  it("refuses requests to elsewhere, and tells", async () => {
    const { page, complaints, close } = await newPage(site);
    await page.goto(`${site.url}/elsewhere.html`);
    await expect.poll(() => complaints).toContain("A request to https://example.com/");
    await close();
  });

  it("runs no inline script: the served pages carry the security policy", async () => {
    const { page, complaints, close } = await newPage(site);
    await page.goto(`${site.url}/inline.html`);
    expect(await page.title()).toBe("A pane");
    expect(complaints.join()).toMatch(/Content Security Policy/);
    await close();
  });
});
