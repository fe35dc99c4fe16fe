// Formulas typed into the workbook in the browser: every example of the catalogue gives what it is printed with, ranges
// spill, and errors say what to do.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue";
import { printed } from "../../src/taskpane/formula/printed";
import type { Read } from "../../src/playground/grid";
import { ask as onRecord, type Shown } from "../functions/ask";
import { openSite, type OpenPage, type Site } from "../host/chromium";
import { cellsOf, openPlayground } from "./open-playground";

/** Below the opening sheet, with room to spill. */
const FREE = "B40";
const ROW = 40;

let site: Site;
let opened: OpenPage;
let page: Page;

const cells = cellsOf(() => page);
const { write, read, values } = cells;
const ask = (formula: string, range = FREE): Promise<Read[][]> => cells.ask(formula, FREE, range);

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground(site);
  ({ page } = opened);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const valueOf = async (formula: string): Promise<unknown> => (await ask(formula))[0]?.[0]?.value;
const reasonOf = async (formula: string): Promise<string> => {
  const cell = (await ask(formula))[0]?.[0];
  return `${String(cell?.value)} ${cell?.reason ?? ""}`;
};

const examples = catalogue.flatMap(({ examples: of }) => of);

describe("the examples of the catalogue", () => {
  it.each(examples)("$formula", async ({ formula, shows }) => {
    const answer = (await ask(formula, `B${ROW}:M${ROW + 19}`)).flat();
    if (shows !== "") expect(answer[0]?.text).toBe(printed({ formula, shows }));
    expect(answer[0]?.value).not.toBeNull();
    expect(answer.filter(({ value }) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  });
});

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
    // As the sources of the functions have it on the record that ships; its totals are tested in test/functions/totals.test.ts.
    ...["2024-12-31", "2025-12-31", "2026-06-30"].map((day): [string, Shown] => [
      `=MINERHOLDINGS("ALL","${day}")`,
      onRecord("MINERHOLDINGS", "ALL", day),
    ]),
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
    ['=MINERHOLDINGS("MARA","yesterday")', '#VALUE! date "yesterday" is not a date.'],
    ['=MINERHOLDINGS("MARA",0.5)', "#VALUE! date 0.5 is not a date."],
    ['=MINERHOLDINGS("MARA",9999999)', "#VALUE! date 9999999 is not a date."],
    ['=MINERHOLDINGS("MARA",,"EUR")', "#VALUE! unit must be one of BTC, USD"],
    ["=MINERHOLDINGS()", "#VALUE! miners is empty"],
    ["=MINERHOLDINGS(B60)", "#VALUE! miners is empty"],
    ['=MINERHOLDINGS("MARA",,,,1,2)', "#VALUE! MINERHOLDINGS takes at most 5 arguments, not 6"],
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
