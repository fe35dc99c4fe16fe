import { areaOf } from "../../src/common/address";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileNameOf, writeTemplates } from "../../src/build/templates/write-templates";
import { calculated } from "../../src/build/templates/calculate";
import type { CalculatedSheets } from "../../src/sheets/calculated";
import { unitOf } from "../../src/sheets/sheet";
import { templates } from "../../src/sheets/templates";
import { xlsxOf } from "../../src/xlsx/write/xlsx";
import { catalogue } from "../../src/functions";
import { readByOpenpyxl } from "./openpyxl";
import { openInLibreOffice, type OpenedFile } from "./libreoffice";

const folder = mkdtempSync(join(tmpdir(), "templates-"));
const VALUES = join(folder, "values");
const FORMULAS = join(folder, "formulas");
const ours = new Map<string, CalculatedSheets>();
let opened: ReadonlyMap<string, OpenedFile>;

/** Beside the files with values lie those with formulas, under a name of their own: LibreOffice opens all in one run. */
const WITH_FORMULAS = "-formulas";
const nameOf = (id: string): string => fileNameOf(id).replace(".xlsx", "");
/** Written here by hand, so that the writer is not asked about itself. No formula of ours has a call in quotes. */
const CALL = new RegExp(`(?<![\\w.])(${catalogue.map((entry) => entry.id).join("|")})\\(`, "g");
const hasCall = (formula: string): boolean => new RegExp(CALL).test(formula);
const marked = (formula: string): string => formula.slice(1).replaceAll(CALL, "_xldudf_$1(");
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

beforeAll(async () => {
  for (const { id, sheets } of templates) ours.set(id, calculated(sheets));
  const values = await writeTemplates(VALUES, { withFormulas: false });
  const formulas = (await writeTemplates(FORMULAS)).map((path) => {
    const renamed = path.replace(".xlsx", `${WITH_FORMULAS}.xlsx`);
    renameSync(path, renamed);
    return renamed;
  });
  opened = openInLibreOffice([...values, ...formulas]);
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(templates)("the file of $id", ({ id, sheets }) => {
  it("is opened by LibreOffice with every sheet, formulas or not", () => {
    const names = sheets.map(({ name }) => name);
    expect([...(opened.get(nameOf(id))?.keys() ?? [])]).toEqual(names);
    expect([...(opened.get(nameOf(id) + WITH_FORMULAS)?.keys() ?? [])]).toEqual(names);
  });

  it("shows in LibreOffice the values that we calculate, cell by cell", () => {
    for (const { name } of sheets) {
      const theirs = opened.get(nameOf(id))?.get(name)?.cells ?? new Map<string, never>();
      for (const [address, { value }] of ours.get(id)?.get(name) ?? []) {
        if (value === "") continue;
        const found = theirs.get(address);
        const isSame =
          typeof value === "number" && typeof found === "number"
            ? close(found, value)
            : (typeof value === "boolean" ? Number(value) : value) === found;
        expect(isSame, `${name}!${address}: ${JSON.stringify(value)} of ours, ${JSON.stringify(found)} of theirs`).toBe(
          true,
        );
      }
    }
  });

  it("has each chart, drawn over the rows that are filled", () => {
    for (const { name, charts = [] } of sheets) {
      const found = opened.get(nameOf(id))?.get(name)?.charts ?? [];
      expect(found.map(({ title }) => title)).toEqual(charts.map((chart) => `${chart.title}, ${unitOf(chart)}`));
      for (const [index, { kind, series, marked }] of charts.entries()) {
        expect(found[index]?.ranges).toHaveLength(kind === "fan" ? 6 : series.length + (marked ? 1 : 0));
        expect(found[index]?.ranges.every((range) => /\.[A-Z]+\d+:/.test(range))).toBe(true);
      }
    }
  });

  it("has axes that start at zero or say that they need not, and feet with method and record", () => {
    const { axes, feet } = readByOpenpyxl(join(FORMULAS, `${nameOf(id)}${WITH_FORMULAS}.xlsx`));
    expect(axes).toHaveLength(sheets.reduce((sum, { charts = [] }) => sum + charts.length, 0));
    for (const { text, starts, isSigned } of axes) {
      const isSaid = text.includes("axis need not start at 0");
      expect(isSaid || isSigned || (starts.length > 0 && starts.every((one) => one === "0")), text).toBe(true);
    }
    expect(feet).toHaveLength(sheets.length);
    for (const foot of feet) expect(foot).toMatch(/: [A-Z].+\. Miner Overhang, record of \d{4}-\d\d-\d\d/);
  });

  it("keeps in each chart the values it had when it was written", () => {
    for (const { name, charts = [] } of sheets) {
      const found = opened.get(nameOf(id) + WITH_FORMULAS)?.get(name)?.charts ?? [];
      expect(found).toHaveLength(charts.length);
      for (const [index, { dates, series }] of charts.entries()) {
        const { sheet = name, first: place } = areaOf(dates);
        for (const { values } of series) {
          const column = /([A-Z]+)\d+:/.exec(values)?.[1] ?? "";
          const first = ours
            .get(id)
            ?.get(sheet)
            ?.get(`${column}${place.row + 1}`)?.value;
          if (typeof first !== "number") continue;
          expect(found[index]?.carried.some((numbers) => close(numbers[0] ?? NaN, first))).toBe(true);
        }
      }
    }
  });

  it("holds for other readers what Excel binds: our calls with their mark, stored values, a current engine", () => {
    const file = readByOpenpyxl(join(FORMULAS, `${nameOf(id)}${WITH_FORMULAS}.xlsx`));
    expect(file.calcId).toBe(191_029);
    expect(file.metadata).toEqual(["XLDAPR"]);
    for (const { name, cells } of sheets) {
      for (const cell of cells) {
        if (!("formula" in cell)) continue;
        const found = file.sheets[name]?.[cell.address];
        const where = `${name}!${cell.address}`;
        expect(found?.formula.replace(/^=/, "").replaceAll(/_xlfn\.(_xlws\.)?/g, ""), where).toBe(marked(cell.formula));
        const stored = ours.get(id)?.get(name)?.get(cell.address)?.value ?? "";
        if (typeof stored === "number" && typeof found?.value === "number") expect(found.value, where).toBeCloseTo(stored, 9); // prettier-ignore
        expect(found?.value ?? "", where).not.toBe(stored === "" ? 0 : "");
        if (hasCall(cell.formula))
          expect(found, where).toMatchObject({ isDynamic: true, ref: expect.any(String) as string });
      }
    }
    for (const formula of [...file.names, ...file.others]) expect(hasCall(formula), formula).toBe(false);
  });

  it("lets the add-in keep charts over time on their rows, where names are not to do it", async () => {
    const path = join(folder, `${id}-fixed.xlsx`);
    const values = ours.get(id);
    if (!values) throw new Error(`${id} was not calculated.`);
    writeFileSync(path, await xlsxOf(id, sheets, values, { charts: "by the add-in" }));
    const { charts, names, others } = readByOpenpyxl(path);
    const drawn = sheets.flatMap((sheet) => sheet.charts ?? []);
    expect(charts.filter((name) => name.endsWith("(follows its table)")).sort()).toEqual(
      drawn.flatMap(({ title, categories }) => (categories ? [] : [`${title} (follows its table)`])).sort(),
    );
    expect(charts).toHaveLength(drawn.length);
    expect(names.filter((name) => name.includes(":INDEX("))).toEqual([]);
    expect(others.filter((formula) => formula.includes("Chart_"))).toEqual([]);
  });

  it("holds each formula with its value, as a dynamic array where it calls one of ours", async () => {
    installChartSupport();
    const book = new Workbook();
    await book.xlsx.readFile(join(FORMULAS, `${nameOf(id)}${WITH_FORMULAS}.xlsx`));
    for (const { name, cells } of sheets) {
      for (const cell of cells) {
        if (!("formula" in cell)) continue;
        const found = book.getWorksheet(name)?.getCell(cell.address);
        const ourValue = ours.get(id)?.get(name)?.get(cell.address)?.value ?? "";
        expect(found?.formula?.replaceAll(/_xlfn\.|_xldudf_/g, ""), `${name}!${cell.address}`).toBe(
          cell.formula.slice(1),
        );
        const result: unknown = found?.result ?? "";
        const shown = result instanceof Date ? result.getTime() / 86_400_000 + 25_569 : result;
        expect(shown, `${name}!${cell.address}`).toEqual(ourValue);
        if (/\bMINER[A-Z]+\(|\bSCENARIO[A-Z]*\(/.test(cell.formula)) {
          expect(found?.model).toMatchObject({ isDynamicArray: true });
        }
      }
    }
  });
});
