// What the pane does with a workbook in Excel: explains, repairs, lists, freezes and thaws formulas, inserts templates.
import { areaOf } from "../../../src/common/address";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calculated } from "../../../src/build/templates/calculate";
import { uniqueSheets } from "../../../src/sheets/rename-sheets";
import { templates } from "../../../src/sheets/templates";
import { openExcelPage, openSite, type ExcelInChromium, type Site } from "../../host/chromium";
import type { Grid } from "../../host/grid";
import { metadata, SETS } from "./sets";
import { ask } from "../../functions/ask";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Title of the source behind HOLDINGS, on the record that ships. */
const SOURCE = String(ask("MINERSOURCE", "MARA", "holdings_btc", "2025-12-31"));
const HOLDINGS = '=MINERHOLDINGS("MARA","2025-12-31")';
const TABLE = '=MINERHOLDINGS({"MARA";"WULF"},"2025-12-31")';

describe.each(SETS)("the pane in Excel %s", (_, sets) => {
  let excel: ExcelInChromium;
  let page: Page;
  let grid: Grid;
  beforeAll(async () => {
    excel = await openExcelPage(site, { metadata, sets });
    ({ page } = excel);
    ({ grid } = excel.host);
    await page.getByRole("tablist").waitFor();
  });
  afterAll(async () => {
    expect(excel.complaints).toEqual([]);
    expect(excel.host.errors).toEqual([]);
    await excel.close();
  });
  const tab = (name: string): Promise<void> => page.getByRole("tab", { name }).click();
  const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
  const formulas = (...cells: readonly string[]): unknown[] => cells.map((cell) => grid.at(cell).formula);
  const values = (...cells: readonly string[]): unknown[] => cells.map((cell) => grid.at(cell).value);

  it.each([
    ["a value down to its filing", HOLDINGS, 53_822, ["53,822", SOURCE]],
    ["an error in its own words", '=MINERHOLDINGS("MAARA")', "#VALUE!", ["No miner is called", "MARA"]],
    [
      "calls inside another formula, innermost first",
      '=ROUND(MINERHOLDINGS("MARA","2025-12-31")/MINERHOLDINGS("WULF","2025-12-31"),0)',
      17_941,
      ["1 of 2 calls: MINERHOLDINGS", "2 of 2 calls: MINERHOLDINGS", "The whole formula gives 17941"],
    ],
    ["a name that Excel did not know", HOLDINGS, "#NAME?", ["Repair, under Models, re-enters it"]],
  ])("explains %s", async (_each, formula, value, says) => {
    grid.put("Sheet1!B2", { formula, value });
    excel.host.select("Sheet1!C3");
    await tab("Explain");
    excel.host.select("Sheet1!B2");
    const explained = page.locator("#pane-panel-explain");
    for (const each of says) await explained.getByText(each).first().waitFor();
  });

  it("repairs what Excel did not know, whatever prefix it wrote, and leaves the rest", async () => {
    grid.put("Sheet1!B2", { formula: HOLDINGS, value: "#NAME?" });
    grid.put("Sheet1!B3", { formula: '=_xldudf_MINERHOLDINGS("MARA")', value: "#NAME?" });
    grid.put("Sheet1!B4", { formula: "='C:\\Add ins\\FUNCRES.XLAM'!_xldudf_HASHPRICE()", value: "#NAME?" });
    grid.put("Sheet1!B5", { formula: "=NOSUCH(1)", value: "#NAME?" });
    await tab("Models");
    await press("Repair");
    await page.getByText("3 formulas repaired.").first().waitFor();
    expect(formulas("B2", "B3", "B4", "B5")).toEqual([
      HOLDINGS,
      '=MINERHOLDINGS("MARA")',
      "=HASHPRICE()",
      "=NOSUCH(1)",
    ]);
    // Entered anew, they wait for Excel to calculate them; what is not ours still shows what it showed.
    expect(values("B2", "B3", "B4", "B5")).toEqual(["", "", "", "#NAME?"]);
    for (const cell of ["B3", "B4", "B5"]) grid.put(`Sheet1!${cell}`, { value: "" });
  });

  it("lists each formula with its value and its sources on an audit sheet", async () => {
    grid.put("Sheet1!B2", { formula: HOLDINGS, value: 53_822, text: "53,822" });
    grid.put("Sheet1!B3", { formula: '=MINERHOLDINGS("MAARA")', value: "#VALUE!" });
    await press("Audit sheet");
    await page.getByText("2 formulas listed on the sheet Audit").first().waitFor();
    const audit = grid.sheets.at(-1);
    const row = (at: number): unknown[] => [1, 2, 3, 4, 6].map((column) => audit?.cell(at, column).value);
    expect(row(4)).toEqual(["Sheet1", "B2", HOLDINGS, "53,822", expect.stringContaining(`${SOURCE} <https:`)]);
    expect(row(5)).toEqual(["Sheet1", "B3", '=MINERHOLDINGS("MAARA")', "#VALUE!", expect.stringMatching(/No miner/)]);
  });

  it("freezes formulas to what they show and brings them back", async () => {
    const sheet = grid.sheet("Sheet1");
    sheet?.empty();
    grid.put("Sheet1!B2", { formula: HOLDINGS, value: 53_822, text: "53,822" });
    const spilledFrom = { row: 3, column: 1 };
    sheet?.change(3, 1, { formula: TABLE, value: 53_822, spilledFrom });
    sheet?.change(4, 1, { formula: 3, value: 3, spilledFrom });
    excel.host.select("Sheet1!A1");
    await press("Freeze to values");
    await page.getByText("2 formulas frozen. They are kept on the sheet Frozen").first().waitFor();
    expect(formulas("B2", "B4", "B5")).toEqual([53_822, 53_822, 3]);
    expect(grid.at("B2").format).toBe("#,##0");
    await press("Undo");
    await page.getByText("2 formulas restored.").first().waitFor();
    expect(formulas("B2", "B4", "B5")).toEqual([HOLDINGS, TABLE, ""]);
  });

  it.each(templates)("inserts $id as new sheets, with its charts once the cells are calculated", async (template) => {
    const sheets = uniqueSheets(
      template.sheets,
      grid.sheets.map(({ name }) => name),
    );
    const charted = grid.record.filter((line) => line.includes("Charts.Add(")).length;
    await press(`Insert ${template.title}`);
    const last = sheets.at(-1)?.cells.at(-1)?.address ?? "";
    await expect
      .poll(() => grid.sheet(sheets.at(-1)?.name ?? "") && grid.at(`'${sheets.at(-1)?.name ?? ""}'!${last}`).formula)
      .toBeTruthy();
    // Excel calculates.
    for (const [name, cells] of calculated(sheets)) {
      const sheet = grid.sheet(name);
      for (const [address, { value }] of cells) {
        const { row, column } = areaOf(address).first;
        const shown = typeof value === "object" ? value.error : value;
        const { formula } = sheet?.cell(row, column) ?? {};
        sheet?.change(row, column, {
          value: shown,
          text: String(shown),
          formula: formula === undefined || formula === "" ? shown : formula,
        });
      }
    }
    await page
      .getByText(`Inserted: the sheet ${sheets[0]?.name ?? ""} is open.`)
      .first()
      .waitFor();
    for (const { name, cells } of sheets) {
      const missing = cells.filter(
        (cell) => "formula" in cell && grid.at(`'${name}'!${cell.address}`).formula !== cell.formula,
      );
      expect(missing, name).toEqual([]);
    }
    const charts = sheets.flatMap((each) => each.charts ?? []).length;
    expect(grid.record.filter((line) => line.includes("Charts.Add(")).length - charted).toBe(charts);
  });
});
