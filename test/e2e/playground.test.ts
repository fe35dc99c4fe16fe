// The built workbook in the browser: Univer, our functions in it, our pane beside it, as a newcomer meets them.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Functions from "../../src/functions";
import type { Read } from "../../src/playground/grid";
import { newPage, openSite, type OpenPage, type Site } from "../host/chromium";

/** Below the opening sheet, with room to spill. */
const FREE = "B40";
const ROW = 40;
const CANVAS = "#grid canvas[id^='univer-sheet-main']";

let site: Site;
let opened: OpenPage;
let page: Page;

const openPlayground = async (options: Parameters<typeof newPage>[1] = {}): Promise<OpenPage> => {
  const next = await newPage(site, { viewport: { width: 1440, height: 900 }, ...options });
  await next.page.goto(`${site.url}/playground.html`);
  await next.page.evaluate(() => window.playground.ready);
  return next;
};

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground();
  ({ page } = opened);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const write = (address: string, input: string | number | null): Promise<void> =>
  page.evaluate(([to, what]) => window.playground.write(to, what), [address, input] as const);

const read = (address: string): Promise<Read[][]> => page.evaluate((from) => window.playground.read(from), address);

const values = async (address: string): Promise<unknown[][]> =>
  (await read(address)).map((row) => row.map(({ value }) => value));

/** Writes a formula below the opening sheet, reads what it fills, and takes it away again. */
const ask = async (formula: string, range = FREE): Promise<Read[][]> => {
  await write(FREE, formula);
  const answer = await read(range);
  await write(FREE, null);
  return answer;
};

const valueOf = async (formula: string): Promise<unknown> => (await ask(formula))[0]?.[0]?.value;
const reasonOf = async (formula: string): Promise<string> => {
  const cell = (await ask(formula))[0]?.[0];
  return `${String(cell?.value)} ${cell?.reason ?? ""}`;
};

describe("MINERHOLDINGS in the browser workbook", () => {
  it.each([
    ['=MINERHOLDINGS("MARA","2025-12-31")', 53822],
    ['=MINERHOLDINGS("MARA",46022)', 53822],
    ['=MINERHOLDINGS("MARA","2025Q4")', 53822],
    ['=MINERHOLDINGS("MARA","FY2025")', 53822],
    ['=MINERHOLDINGS("marathon digital","2025-12-31")', 53822],
    ['=MINERHOLDINGS("CORZ","2025-12-31")', 2537],
    ['=MINERHOLDINGS("IREN","2025-12-31")', 0],
    ['=MINERHOLDINGS("WULF","2025-12-31")', 3],
    ['=MINERHOLDINGS("CORZ,WULF,IREN","2025-12-31")', 2540],
    ['=MINERHOLDINGS("KEEL","2025-03-31")=MINERHOLDINGS("BITF","2025-03-31")', true],
    // By hand from the reports, old ones carried forward.
    ['=ROUND(MINERHOLDINGS("ALL","2024-12-31"),0)', 91304],
    ['=ROUND(MINERHOLDINGS("ALL","2025-12-31"),0)', 119282],
    ['=ROUND(MINERHOLDINGS("ALL","2026-06-30"),0)', 87045],
    ['=MINERHOLDINGS("ALL","2025-12-31",,"2025-11-30")<MINERHOLDINGS("ALL","2025-12-31")', true],
    ['=SUM(MINERHOLDINGS({"MARA","RIOT"},"2025Q4"))', 71827],
    ['=XLOOKUP("RIOT",CHOOSECOLS(MINERLIST(,"2025-12-31"),1),CHOOSECOLS(MINERLIST(,"2025-12-31"),3))', 18005],
    ['=LET(list,MINERLIST(,"2025-12-31",FALSE),ROWS(FILTER(list,CHOOSECOLS(list,3)>15000)))', 3],
  ])("%s is %s", async (formula, answer) => {
    expect(await valueOf(formula)).toBe(answer);
  });

  it("spills a row of miners to the side, each with its number format", async () => {
    const cells = await ask('=MINERHOLDINGS({"CORZ","WULF","IREN","MARA"},"2025-12-31")', `B${ROW}:E${ROW}`);
    expect(cells[0]?.map(({ text }) => text)).toEqual(["2,537", "3", "0", "53,822"]);
  });

  it("fills the table of a column of miners against a row of dates from one cell", async () => {
    const inputs = { B50: "CORZ", B51: "MARA", C49: 45657, D49: "2025Q4" };
    for (const [address, input] of Object.entries(inputs)) await write(address, input);
    await write("C50", "=MINERHOLDINGS(B50:B51,C49:D49)");
    expect(await values("C50:D51")).toEqual([
      [256, 2537],
      [44893, 53822],
    ]);
  });

  it("leaves an error in its own cell of a range", async () => {
    for (const [address, input] of Object.entries({ F50: "CORZ", F51: "=1/0", F52: "MARA" }))
      await write(address, input);
    await write("G50", '=MINERHOLDINGS(F50:F52,"2025-12-31")');
    expect(await values("G50:G52")).toEqual([[2537], ["#DIV/0!"], [53822]]);
  });

  it("answers a range of 1,000 rows with blanks row by row", async () => {
    for (const [address, input] of Object.entries({ J100: "MARA", J700: "WULF", J1099: "IREN" })) {
      await write(address, input);
    }
    await write("K100", '=MINERHOLDINGS(J100:J1099,"2025-12-31")');
    const column = (await values("K100:K1099")).flat();
    expect([column[0], column[600], column[999]]).toEqual([53822, 3, 0]);
    expect(column.filter((value) => value === "#VALUE!")).toHaveLength(997);
    await write("K100", null);
  });
});

describe("other functions", () => {
  it("computes the hashprice of 13 March 2026 from its parts", async () => {
    const answer = await ask("=HASHPRICE(91132,146472570619930.8,0.017282554)");
    expect(answer[0]?.[0]?.value).toBeCloseTo(39.329, 3);
    expect(answer[0]?.[0]?.text).toBe("39.33");
  });

  it("gives dates as numbers that look like dates", async () => {
    const [cell] = (await ask('=INDEX(MINERLIST("MARA","2025-12-31",FALSE),1,5)')).flat();
    expect(cell?.value).toBe(46022);
    const spilled = await ask('=MINERLIST("MARA","2025-12-31",FALSE)', `B${ROW}:G${ROW}`);
    expect(spilled[0]?.[4]?.text).toBe("2025-12-31");
  });
});

describe("an error says what to do", () => {
  it.each([
    ['=MINERHOLDINGS("MARRA")', '#VALUE! No miner is called "MARRA". Nearest: MARA'],
    ['=MINERHOLDINGS("MARA","2009-01-03")', "#N/A 2009-01-03 lies before the record, which begins on"],
    ['=MINERHOLDINGS("MARA","yesterday")', '#VALUE! date "yesterday" is no date.'],
    ['=MINERHOLDINGS("MARA",0)', "#VALUE! date 0 is no date."],
    ['=MINERHOLDINGS("MARA",9999999)', "#VALUE! date 9999999 is no date."],
    ['=MINERHOLDINGS("MARA",,"EUR")', "#VALUE! unit must be one of BTC, USD"],
    ["=MINERHOLDINGS()", "#VALUE! miners is empty"],
    ["=MINERHOLDINGS(B60)", "#VALUE! miners is empty"],
    ['=MINERHOLDINGS("MARA",,,,1)', "#VALUE! MINERHOLDINGS takes at most 4 arguments, not 5."],
  ])("%s", async (formula, sentence) => {
    expect(await reasonOf(formula)).toContain(sentence);
  });

  it("goes away with the error", async () => {
    await write(FREE, '=MINERHOLDINGS("MARRA")');
    await write(FREE, '=MINERHOLDINGS("MARA","2025-12-31")');
    expect((await read(FREE))[0]?.[0]).toMatchObject({ value: 53822, reason: "" });
    await write(FREE, null);
  });
});

describe("the opening workbook", () => {
  it("shows the format of what a cell holds now, not of what it held", async () => {
    await write(FREE, '=MINERHOLDINGS("MARA","2025-12-31")');
    await write(FREE, "=HASHPRICE(91132,146472570619930.8,0.017282554)");
    expect((await read(FREE))[0]?.[0]?.text).toBe("39.33");
    await write(FREE, 1234.5);
    expect((await read(FREE))[0]?.[0]?.text).toBe("1234.5");
    await write(FREE, null);
  });

  it("has no error in any of its cells", async () => {
    const cells = [...(await read("A1:Q34")), ...(await read("'By month'!A1:H54"))].flat();
    expect(cells.filter(({ value }) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  });

  it("adds up: the months' last total is what the methods call TREASURY and the list shows", async () => {
    const [[treasury]] = (await values("O22")) as [[number]];
    const list = (await values("D7:D24")).flat() as number[];
    expect(list.reduce((sum, btc) => sum + btc, 0)).toBeCloseTo(treasury, 6);
    const [[september]] = (await values("L28")) as [[number]];
    expect(september).toBeCloseTo(treasury, 6);
  });

  it("follows its inputs", async () => {
    await write("O30", "CORZ");
    expect(await values("O32")).toEqual([[2537]]);
    await write("O30", "MARA");
    expect(await values("O32")).toEqual([[53822]]);
  });

  it("draws the aggregate and leads to its table", async () => {
    const chart = page.getByRole("img", { name: "BTC held by listed miners" });
    await chart.waitFor();
    expect(await chart.locator(".labels text").allTextContents()).toContain("MARA 35.6");
    await page.getByRole("button", { name: "Show the table" }).click();
    await chart.waitFor({ state: "hidden" });
    expect((await values("A5:B5"))[0]).toEqual(["Month", "MARA"]);
    await page.getByText("Overhang", { exact: true }).click();
    await chart.waitFor();
  });

  it("can be read at 1280 by 800 without scrolling", async () => {
    const small = await openPlayground({ viewport: { width: 1280, height: 800 } });
    const room = await small.page.locator(CANVAS).boundingBox();
    // Row header 46 + columns to P; column header 20 + title 28 + gap 8 + 31 rows of 20; scroll bars of 10.
    expect(room?.width).toBeGreaterThanOrEqual(46 + 1042 + 10);
    expect(room?.height).toBeGreaterThanOrEqual(20 + 28 + 8 + 31 * 20 + 10);
    await small.close();
  });
});

describe("a newer record", () => {
  it("reaches the cells as soon as it is there", async () => {
    await write(FREE, "=MINERVERSION()");
    const [[bundled]] = (await values(FREE)) as [[string]];
    await page.evaluate(() => {
      const { MinerOverhang: functions } = window as unknown as { MinerOverhang: typeof Functions };
      const newer: unknown = Object.create(functions.bundledRecord(), { version: { value: "2027-01-31" } });
      functions.replaceRecord(newer as ReturnType<typeof functions.record>, "a test");
    });
    await expect.poll(() => values(FREE)).toEqual([["2027-01-31"]]);
    await page.evaluate(() => {
      const { MinerOverhang: functions } = window as unknown as { MinerOverhang: typeof Functions };
      functions.replaceRecord(functions.bundledRecord(), "bundled");
    });
    await expect.poll(() => values(FREE)).toEqual([[bundled]]);
    await write(FREE, null);
  });
});

describe("typing", () => {
  /** Selects an empty cell below the opening sheet by its place on the canvas. */
  const select = async (): Promise<void> => {
    await page.locator(CANVAS).click({ position: { x: 120, y: 720 } });
  };

  it("offers our functions with what they do, then what an argument means", async () => {
    await select();
    await page.keyboard.type("=MIN", { delay: 40 });
    const offer = page
      .locator("[data-u-comp='sheets-formula-editor']")
      .getByText("BTC held by a miner, a list or a group on a date");
    await offer.waitFor();
    await page.keyboard.type('ERHOLDINGS("MARA",', { delay: 20 });
    await page.getByText("[known_by]").waitFor();
    await page.keyboard.type('"2025-12-31")', { delay: 20 });
    // While Univer still offers names, Enter takes the first of them.
    await offer.waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    const texts = async (): Promise<string[]> => (await read("A34:D39")).flat().map(({ text }) => text);
    await expect.poll(texts).toContain("53,822");
  });
});

describe("the pane beside the sheet", () => {
  it("inserts into the selected cell and not over a filled one", async () => {
    const next = await openPlayground();
    await next.page.locator(CANVAS).click({ position: { x: 120, y: 720 } });
    const insert = next.page.getByRole("button", { name: "Insert this table" });
    await insert.click();
    await next.page.getByText(/Inserted in Overhang!C3\d: =MINERLIST\(\)/).waitFor();
    await insert.click();
    await next.page.getByRole("button", { name: "Replace" }).waitFor();
    expect(next.complaints).toEqual([]);
    await next.close();
  });

  it("makes room for the sheet and comes back", async () => {
    const button = page.getByRole("button", { name: "Hide pane" });
    await button.click();
    await expect.poll(() => page.locator("#pane").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Show pane" }).click();
    await expect.poll(() => page.locator("#pane").isVisible()).toBe(true);
  });

  it("starts hidden where the sheet needs the room", async () => {
    const small = await openPlayground({ viewport: { width: 1280, height: 800 } });
    expect(await small.page.locator("#pane").isVisible()).toBe(false);
    await small.close();
  });
});

describe("the page", () => {
  it("says what it waits for, and what to do when the engine does not load", async () => {
    const next = await newPage(site);
    await next.page.route("**/grid.*.js", (route) => route.abort());
    await next.page.goto(`${site.url}/playground.html`);
    await next.page.getByRole("alert").getByText("Reload the page").waitFor();
    await next.close();
  });

  it("evaluates no text as code and asks nobody else: no breach of its policy, no error, no request", () => {
    expect(opened.complaints).toEqual([]);
  });

  it.each(["light", "dark"] as const)("has no fault that axe knows outside of Univer, %s", async (colorScheme) => {
    const next = await openPlayground({ colorScheme });
    const { violations } = await new AxeBuilder({ page: next.page }).exclude("#grid").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await next.close();
  });
});
