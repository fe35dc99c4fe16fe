// The built workbook in the browser: Univer, our pane beside it, as a newcomer meets them.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Functions from "../../src/functions";
import { newPage, openSite, type OpenPage, type PageOptions, type Site } from "../host/chromium";
import { CANVAS, cellsOf, openPlayground } from "./open-playground";

/** Below the opening sheet, with room to spill. */
const FREE = "B40";

let site: Site;
let opened: OpenPage;
let page: Page;

const { write, read, values } = cellsOf(() => page);
const openAnother = (options?: PageOptions): Promise<OpenPage> => openPlayground(site, options);

beforeAll(async () => {
  site = await openSite();
  opened = await openAnother();
  ({ page } = opened);
});
afterAll(async () => {
  await opened.close();
  await site.close();
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
    const sheets = ["A1:Q34", "Scenario!A1:P168", "'By month'!A1:H54"];
    const cells = (await Promise.all(sheets.map(read))).flat(2);
    expect(cells.filter(({ value }) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  });

  it("adds up: the months' last total is what the methods call TREASURY and the list shows", async () => {
    const [[treasury]] = (await values("O22")) as [[number]];
    const list = (await values("D7:D25")).flat() as number[];
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
    const small = await openAnother({ viewport: { width: 1280, height: 800 } });
    const room = await small.page.locator(CANVAS).boundingBox();
    // Row header 46 + columns to P; column header 20 + title 28 + gap 8 + 31 rows of 20; scroll bars of 10.
    expect(room?.width).toBeGreaterThanOrEqual(46 + 1042 + 10);
    expect(room?.height).toBeGreaterThanOrEqual(20 + 28 + 8 + 31 * 20 + 10);
    await small.close();
  });
});

describe("the scenario sheet", () => {
  const PATH = "Scenario!B24:I50";
  const FAN = "Scenario!K48:P75";
  const fan = () => page.getByRole("img", { name: "Price, with chance" });
  const fanInWords = (): Promise<string | null> => fan().locator("desc").textContent();
  const rowsIn = async (range: string): Promise<number> =>
    (await values(range)).filter(([first]) => first !== null && first !== "").length;

  beforeAll(async () => {
    await page.getByText("Scenario", { exact: true }).click();
    await fan().waitFor();
  });
  afterAll(async () => {
    await page.getByText("Overhang", { exact: true }).click();
  });

  it("follows an edit in path, sensitivity, fan and drawing, and comes back to the same numbers", async () => {
    const state = async () => [await values(PATH), await values("Scenario!L25:P29"), await values(FAN)];
    const before = await state();
    const said = await fanInWords();
    await write("Scenario!C10", 60_000);
    await write("Scenario!C11", 0.5);
    const edited = await state();
    edited.forEach((table, index) => {
      expect(table).not.toEqual(before[index]);
    });
    expect(edited[0]?.[0]?.[3]).toBe(60_000);
    await expect.poll(fanInWords).not.toBe(said);
    await write("Scenario!C11", null);
    await write("Scenario!C10", null);
    expect(await state()).toEqual(before);
    await expect.poll(fanInWords).toBe(said);
  });

  it("sells what the thesis sells when nothing is set: half of it leaves half of that in the treasuries", async () => {
    const left = async (): Promise<number> => Number((await values("Scenario!H36"))[0]?.[0]);
    const held = Number((await values("Scenario!H24"))[0]?.[0]);
    const sold = held - (await left());
    await write("Scenario!C11", 0.5);
    expect(held - (await left())).toBeCloseTo(sold / 2, 6);
    await write("Scenario!C11", null);
  });

  it("has room for other lengths, and leaves nothing behind", async () => {
    await write("Scenario!C9", 24);
    expect([await rowsIn(PATH), await rowsIn(FAN)]).toEqual([25, 26]);
    await write("Scenario!C9", 12);
    expect([await rowsIn(PATH), await rowsIn(FAN)]).toEqual([13, 14]);
  });

  it("draws nothing from an assumption that cannot be, and says in the cell which one", async () => {
    await write("Scenario!C11", 2);
    const [cell] = (await read("Scenario!B24")).flat();
    expect(cell).toMatchObject({ value: "#VALUE!" });
    expect(cell?.reason).toContain("sell_share");
    await page.getByText("Nothing to draw").first().waitFor();
    await write("Scenario!C11", null);
    await fan().waitFor();
  });

  it("leads from the fan to its table", async () => {
    const figure = page.locator("figure").filter({ has: fan() });
    const top = async (): Promise<number> => (await figure.boundingBox())?.y ?? NaN;
    expect(await top()).toBeGreaterThan(0);
    await figure.getByRole("button", { name: "Show the table" }).click();
    await expect.poll(top).toBeLessThan(0);
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
    const next = await openAnother();
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
    const small = await openAnother({ viewport: { width: 1280, height: 800 } });
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
    const next = await openAnother({ colorScheme });
    const { violations } = await new AxeBuilder({ page: next.page }).exclude("#grid").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await next.close();
  });
});
