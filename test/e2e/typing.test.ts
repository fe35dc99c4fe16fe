// What is typed, pasted and copied in the workbook in the browser means what it means in Excel, and nothing is lost in
// silence. One page serves all: each case has its own cells on a sheet of its own.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { openSite, type OpenPage, type Site } from "../host/chromium";
import { CANVAS, cellsOf, openPlayground } from "./open-playground";

let site: Site;
let opened: OpenPage;
let page: Page;
const { write, read, values, ask } = cellsOf(() => page);

const select = (address: string): Promise<void> =>
  page.evaluate((to) => {
    const { workbook } = window.playground.grid;
    const sheet = workbook.getSheetByName("Try");
    if (!sheet) throw new Error("There is no sheet to try on.");
    workbook.setActiveSheet(sheet);
    sheet.getRange(to).activate();
  }, address);

/** Puts the parts onto the clipboard and presses the keys that paste; settles when `cell` is filled. */
const paste = async (address: string, parts: Readonly<Record<string, string>>): Promise<void> => {
  await select(address);
  await page.evaluate(async (given) => {
    const blobs = Object.entries(given).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, parts);
  await page.keyboard.press("Control+v");
  await expect.poll(async () => (await values(`Try!${address}`))[0]?.[0]).not.toBeNull();
};
const copied = async (range: string): Promise<string> => {
  await select(range);
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.keyboard.press("Control+c");
  const text = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(text).not.toBe("nothing yet");
  return text();
};
const valueOf = async (formula: string, cell: string): Promise<unknown> => (await ask(formula, cell))[0]?.[0]?.value;

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground(site);
  ({ page } = opened);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(CANVAS).click({ position: { x: 300, y: 200 } });
  await page.evaluate(() => window.playground.grid.workbook.insertSheet("Try"));
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

describe("an array constant", () => {
  it("keeps commas, semicolons and quotes inside its texts", async () => {
    expect(await valueOf('=LEN(INDEX({"a,b;c","d"},1,1))', "Try!A1")).toBe(5);
    expect(
      (await ask('={"say ""x"", ok","c";"{1,2}",-3}', "Try!A1", "Try!A1:B2")).flat().map(({ value }) => value),
    ).toEqual(['say "x", ok', "c", "{1,2}", -3]);
    const both = await valueOf('=SUM(MINERHOLDINGS({"MARA,CORZ"},"2025-12-31"))', "Try!A1");
    expect(both).toBe(53_822 + 2_537);
  });

  it("gives a scenario all the miners that it names", async () => {
    const all = "CORZ,WULF,CIFR,IREN";
    await write("Try!A50", "miners");
    await write("Try!B50", all);
    const typed = `=SUM(INDEX(SCENARIO({"miners","${all}"}),2,0))`;
    const [four, one, fromCells] = [
      await valueOf(typed, "Try!D50"),
      await valueOf(typed.replace(all, "CORZ"), "Try!D50"),
      await valueOf("=SUM(INDEX(SCENARIO(A50:B50),2,0))", "Try!D50"),
    ];
    expect(typeof four).toBe("number");
    expect(four).toBe(fromCells);
    expect(four).not.toBe(one);
  });
});

describe("spills that meet", () => {
  it("leave each other's cells alone, in every order", async () => {
    await write("Try!A4", 2);
    await write("Try!B4", "=SEQUENCE(A4)");
    await write("Try!B7", "=SEQUENCE(3)");
    await write("Try!A4", 5);
    expect((await values("Try!B4:B9")).flat()).toEqual(["#SPILL!", null, null, 1, 2, 3]);
    await write("Try!A4", 2);
    expect((await values("Try!B4:B9")).flat()).toEqual([1, 2, null, 1, 2, 3]);
    await write("Try!A4", 5);
    await write("Try!B4", null);
    expect((await values("Try!B4:B9")).flat()).toEqual([null, null, null, 1, 2, 3]);
  });
});

describe("copying", () => {
  it("takes all cells that a formula fills, as text, as values, and with the formula", async () => {
    await write("Try!D4", '=MINERHOLDINGS({"CORZ";"WULF";"IREN";"MARA"},"2025Q4")');
    const filled = [[2537], [3], [0], [53822]];
    expect(await copied("D4:D7")).toBe("2,537\n3\n0\n53,822");
    await select("F4");
    await page.keyboard.press("Control+Shift+v");
    await expect.poll(() => values("Try!F4:F7")).toEqual(filled);
    expect((await read("Try!F4:F7")).flat().map(({ formula }) => formula)).toEqual(["", "", "", ""]);
    await select("G4");
    await page.keyboard.press("Control+v");
    await expect.poll(() => values("Try!G4:G7")).toEqual(filled);
    expect((await read("Try!G4"))[0]?.[0]?.formula).toContain("MINERHOLDINGS");
  });

  it("takes the lower half of what a formula fills as values", async () => {
    expect(await copied("D6:D7")).toBe("0\n53,822");
    await select("H4");
    await page.keyboard.press("Control+v");
    await expect.poll(() => values("Try!H4:H5")).toEqual([[0], [53822]]);
  });
});

describe("pasting", () => {
  it("leaves no blank of Windows' line ends behind a text", async () => {
    await paste("B12", { "text/plain": "MARA\r\nCLSK\r\nRIOT\r\n" });
    expect(await valueOf("=LEN(B12)&LEN(B14)", "Try!E12")).toBe("44");
    expect(await valueOf('=MATCH("MARA",B12:B14,0)', "Try!E12")).toBe(1);
    expect(await values("Try!B15")).toEqual([[null]]);
  });

  it("reads cells in quotes, and takes markup and lone quotes as text", async () => {
    await paste("B20", { "text/plain": 'a\t"x\ny"\tq"q\r\n1,234\t2025-12-31\t<b>\r\n' });
    const [[a, xy, q] = [], next] = await values("Try!B20:D21");
    expect([a, q]).toEqual(["a", 'q"q']);
    expect(String(xy).replace("\r", "\n")).toBe("x\ny");
    expect(next).toEqual([1234, 46022, "<b>"]);
    expect((await read("Try!C21"))[0]?.[0]?.text).toBe("2025-12-31");
  });

  it("reads amounts and days of a table as if they were typed", async () => {
    await paste("B30", { "text/html": "<table><tr><td>(1,234)</td><td>2025-12-31</td><td>50%</td></tr></table>" });
    expect(await values("Try!B30:D30")).toEqual([[-1234, 46022, 0.5]]);
    expect(await valueOf("=SUM(B30)", "Try!F30")).toBe(-1234);
  });

  it("keeps 007 a text under the format for texts", async () => {
    await page.evaluate(() =>
      window.playground.grid.workbook.getSheetByName("Try")?.getRange("B35:D36").setNumberFormat("@"),
    );
    await paste("B35", { "text/html": "<table><tr><td>007</td></tr></table>" });
    await paste("C35", { "text/plain": "008\r\n009\r\n" });
    await paste("D35", { "text/plain": "010" });
    expect((await values("Try!B35:D35")).concat(await values("Try!C36")).flat()).toEqual(["007", "008", "010", "009"]);
  });
});

describe("formulas over more cells than a browser gets through", () => {
  it.each([
    "=MAKEARRAY(5000,5000,LAMBDA(r,c,r))",
    "=SEQUENCE(5000,5000)",
    "=EXPAND(1,5000,5000)",
    "=A1:XFD1048576",
    "=A1:XFD1048576+1",
    "=SUM(A1:XFD1048576)",
    "=COUNTA(A1:XFD1048576)",
    "=ROWS(A1:XFD1048576)",
    "=VLOOKUP(1,A1:XFD1048576,2)",
    "=MINERHOLDINGS(A1:XFD1048576)",
  ])("%s is refused with a sentence", async (formula) => {
    const [[cell] = []] = await ask(formula, "Try!P1");
    expect(cell).toMatchObject({ value: "#NUM!", reason: expect.stringContaining("Name fewer cells.") as string });
  });

  it("stop nothing that a sheet can hold", async () => {
    expect(await valueOf("=SUM(SEQUENCE(500,4))", "Try!P1")).toBe(2_001_000);
    expect(await valueOf("=COUNT(A:A)", "Try!P1")).toBe(1);
  });
});

describe("without a mouse", () => {
  const where = (): Promise<string> =>
    page.evaluate(() => {
      const active = document.activeElement;
      const part = active?.closest("#bar, #pane, [data-u-comp='slide-tab-bar'], #grid");
      return part?.id === "" ? "tabs" : (part?.id ?? "nowhere");
    });

  it("F6 goes round the page and comes back, in both directions", async () => {
    await select("R1");
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    const round = async (key: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let press = 0; press < 4; press++) {
        await page.keyboard.press(key);
        seen.push(await where());
      }
      return seen;
    };
    expect(await round("F6")).toEqual(["bar", "grid", "tabs", "pane"]);
    expect(await round("Shift+F6")).toEqual(["tabs", "grid", "bar", "pane"]);
  });

  it("a formula is typed, one is built in the pane, and a template is inserted", async () => {
    await select("R5");
    while ((await where()) !== "grid") await page.keyboard.press("F6");
    await page.keyboard.type("=1+2");
    await page.keyboard.press("Enter");
    await expect.poll(() => values("Try!R5")).toEqual([[3]]);
    await page.keyboard.press("Control+Alt+Shift+KeyM");
    expect(await where()).toBe("pane");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const models = page.getByRole("tabpanel", { name: "Models" });
    await models.waitFor();
    const insert = models.getByRole("button", { name: /Insert/ }).first();
    await insert.waitFor();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press("Tab");
      if (await insert.evaluate((button) => button === document.activeElement)) break;
    }
    const before = await page.evaluate(() => window.playground.workbook.sheetNames());
    await page.keyboard.press("Enter");
    const sheets = (): Promise<number> =>
      page.evaluate(async () => (await window.playground.workbook.sheetNames()).length);
    await expect.poll(sheets, { timeout: 30_000 }).toBeGreaterThan(before.length);
  });
});

it("breaks no policy and says nothing in the console", () => {
  expect(opened.complaints).toEqual([]);
});
