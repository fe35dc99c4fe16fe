// Files of other programs in the built workbook in the browser: each cell shows the value of the file, or is told of.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, type OpenPage, type Site } from "../host/chromium";
import { fileOf, type FileParts } from "../xlsx/xlsx-parts";
import { cellsOf, openPlayground } from "./open-playground";

const CASES = join(import.meta.dirname, "../xlsx/cases");
const folder = mkdtempSync(join(tmpdir(), "opened-"));

let site: Site;
let opened: OpenPage;
let page: Page;
const { write, read, values } = cellsOf(() => page);

beforeAll(async () => {
  site = await openSite();
  opened = await openPlayground(site);
  ({ page } = opened);
});
afterAll(async () => {
  await opened.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const notice = (): Promise<string> => page.locator("#notice").innerText();

const openPath = async (path: string): Promise<void> => {
  // One thing at a time: while a workbook is still being shown, the page takes no other.
  await expect.poll(() => page.getByRole("button", { name: "Open .xlsx" }).getAttribute("aria-disabled")).toBeNull();
  await page.locator("#open-file").setInputFiles(path);
  await page.getByText(`${basename(path)} is open.`).waitFor();
};
const open = async (name: string, parts: FileParts): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, await fileOf(parts));
  await openPath(path);
};

const row = (cells: string, at = 1): string => `<row r="${at}">${cells}</row>`;
const formula = async (address: string): Promise<string | undefined> => (await read(address))[0]?.[0]?.formula;

describe("a file with a trouble from the field", () => {
  it.each([
    ["shared-quoted-sheet.xlsx", { "Main!A1:A2": [[22], [44]] }],
    ["names-local.xlsx", { "Case!B1": [[20]], "'Case (2)'!B1": [[210]], "Sum!A1": [[350]] }],
    ["names-offset.xlsx", { "S!C1:D1": [[3, 5]] }],
    ["names-left-out.xlsx", { "S!B1:D1": [[300, 84, 10]] }],
    ["names-v1.xlsx", { "Calc!A1": [[200]] }],
    ["names-v2.xlsx", { "Calc!A1": [[14]] }],
    ["implicit-intersection.xlsx", { "S!B1:C2": [[20, 30], [40, 60]], "S!E1:E2": [[11], [null]] }], // prettier-ignore
    ["iso-dates.xlsx", { "S!B1:D1": [[46022, 46022, 53822]] }],
    ["odd-dates.xlsx", { "S!A1:C1": [[-5, "n/a", -4]] }],
    ["merged-hidden.xlsx", { "S!D1": [[30]] }],
    ["overlapping-merges.xlsx", { "S!C1": [[2]] }],
    ["data-table.xlsx", { "S!B4:C4": [[10, 20]] }],
    ["circular.xlsx", { "S!B1:C1": [[52.631578, 26.315789]] }],
    ["long-name.xlsx", { "S2!A1": [[16]] }],
    ["history.xlsx", { B1: [[16]] }],
    ["apostrophe.xlsx", { "'Miner''s plan'!B1": [[200]] }],
    ["greater-than.xlsx", { "Plain!A1:C1": [[107644, 53822, 107644]] }],
    ["furigana-inline.xlsx", { "S!A1": [["東京"]] }],
    ["part-workbook2.xlsx", { "S!A1:B1": [["MARA", 46022]], "T!A1": [["CLSK"]] }],
    ["strict.xlsx", { "S!A1:C1": [["hello", 3, 6]] }],
    ["x-prefix.xlsx", { "S!A1:C1": [["hi", 4, 8]] }],
  ])("shows the values of the file: %s", async (name, right) => {
    await openPath(join(CASES, name));
    for (const [address, expected] of Object.entries(right)) expect(await values(address)).toEqual(expected);
  });
});

describe("an opened file is held against its own values", () => {
  it("keeps what calculates differently, with what depends on it alone still calculating, and tells it", async () => {
    await open("differs.xlsx", {
      sheets: {
        S: row(
          '<c r="A1"><v>45688</v></c><c r="B1"><f>EDATE(A1,1)</f><v>45716</v></c><c r="C1"><f>B1+1</f><v>45717</v></c><c r="D1"><f>A1*1</f><v>45688.0000000001</v></c>',
        ),
        "T w": row('<c r="A1" t="str"><f>S!A1&amp;"x"</f><v>45688y</v></c><c r="B1"><f>S!A1=1</f><v>0</v></c>'),
      },
    });
    expect(await values("S!B1:D1")).toEqual([[45716, 45717, 45688]]);
    expect(await values("'T w'!A1:B1")).toEqual([["45688y", 0]]);
    expect([await formula("S!B1"), await formula("S!C1")]).toEqual(["", "=B1+1"]);
    expect(await notice()).toContain("3 cells calculate differently in this workbook; the file's values are shown.");
  });

  it("leads from the list to the cell, and edits of the rest reach what still calculates", async () => {
    await page.getByText("3 cells calculate differently").click();
    expect(await notice()).toContain("45716 in the file, 45719 by this workbook: =EDATE(A1,1)");
    await page.getByRole("button", { name: "Go to 'T w'!A1" }).click();
    expect(await page.evaluate(async () => (await window.playground.workbook.activeCell()).address)).toBe("'T w'!A1");
    await write("S!B1", 10);
    expect(await values("S!C1")).toEqual([[11]]);
  });

  it("has nothing to tell of today's day, of chance and of the record, nor of what follows from them", async () => {
    await open("live.xlsx", {
      names: '<definedNames><definedName name=\'Held\'>MINERHOLDINGS("MARA","2025-12-31")</definedName></definedNames>',
      sheets: {
        S: row(
          '<c r="A1"><f>TODAY()</f><v>46000</v></c><c r="B1"><f>A1+1</f><v>46001</v></c><c r="C1" t="e"><f>_xldudf_MINERHOLDINGS("MARA","2025-12-31")</f><v>#NAME?</v></c><c r="D1" t="e"><f>C1*2</f><v>#NAME?</v></c><c r="E1"><f>Held+1</f><v>5</v></c><c r="F1"><f>RAND()*0</f><v>0</v></c>',
        ),
      },
    });
    const [[today, after, ...rest] = []] = await values("S!A1:F1");
    expect(after).toBe(Number(today) + 1);
    expect(today).not.toBe(46000);
    expect(rest).toEqual([53822, 2 * 53822, 53823, 0]);
    expect(await notice()).not.toContain("differently");
  });

  it("tells a formula that fills other cells than in the file, and leaves those of the file", async () => {
    await open("fills.xlsx", {
      sheets: {
        S:
          row(
            '<c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1">A1:A2*5</f><v>5</v></c><c r="D1"><f t="array" ref="D1:D3">A1:A2+0</f><v>1</v></c>',
          ) +
          row('<c r="A2"><v>2</v></c><c r="B2"><v>4</v></c><c r="C2"><v>77</v></c><c r="D2"><v>2</v></c>', 2) +
          row('<c r="D3" t="e"><v>#N/A</v></c>', 3),
      },
    });
    expect(await values("S!B1:D3")).toEqual([
      [2, 5, 1],
      [4, 77, 2],
      [null, null, "#N/A"],
    ]);
    expect(await formula("S!B1")).toBe("=A1:A2*2");
    expect(await notice()).toContain("2 cells calculate differently");
  });

  it("calculates files whose writer left that to others, who writes 0 or nothing", async () => {
    await open("uncalculated.xlsx", {
      names: '<calcPr fullCalcOnLoad="1"/>',
      sheets: { S: row('<c r="A1"><v>3</v></c><c r="B1"><f>A1*2</f><v>0</v></c><c r="C1"><f>B1+1</f></c>') },
    });
    expect(await values("S!B1:C1")).toEqual([[6, 7]]);
    expect(await notice()).not.toContain("differently");
  });

  it("cannot be undone into an empty workbook, and still keeps its values when it comes back", async () => {
    await openPath(join(CASES, "circular.xlsx"));
    await page.evaluate(() => window.playground.grid.api.undo());
    expect(await values("S!B1:C1")).toEqual([[52.631578, 26.315789]]);
    const list = page.getByRole("combobox", { name: "Which workbook is shown" });
    await list.selectOption({ label: "uncalculated.xlsx" });
    await expect.poll(() => values("S!B1:C1")).toEqual([[6, 7]]);
    await list.selectOption({ label: "circular.xlsx" });
    await expect.poll(() => values("S!B1:C1")).toEqual([[52.631578, 26.315789]]);
  });
});

describe("names", () => {
  it("mean in each formula what they refer to now", async () => {
    await openPath(join(CASES, "names-v1.xlsx"));
    await page.evaluate(async () => {
      const { grid } = window.playground;
      await grid.calculated(() => {
        grid.workbook.getDefinedName("Price")?.setRef("Inputs!$B$1");
      });
    });
    await expect.poll(() => values("Calc!A1")).toEqual([[14]]);
  });

  it("follow a sheet that gets another name", async () => {
    await openPath(join(CASES, "names-v1.xlsx"));
    await page.evaluate(async () => {
      const { grid } = window.playground;
      await grid.calculated(() => {
        grid.sheet("Inputs").setName("My inputs");
      });
    });
    await write("'My inputs'!A1", 50);
    expect(await values("Calc!A1")).toEqual([[100]]);
  });
});

describe("the page", () => {
  it("has no fault that axe knows with a list of cells open", async () => {
    await openPath(join(CASES, "circular.xlsx"));
    await page.getByText("2 cells calculate differently").click();
    const { violations } = await new AxeBuilder({ page }).exclude("#grid").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });

  it("breaks no policy and complains of nothing", () => {
    expect(opened.complaints).toEqual([]);
  });
});
