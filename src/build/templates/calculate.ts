// Calculates described sheets without a spreadsheet: Excel's functions by the engine of excelts, ours by themselves.
import { Workbook } from "@cj-tech-master/excelts";
import { calculateFormulas, type WorkbookLike } from "@cj-tech-master/excelts/formula";
import { catalogue } from "../../functions";
import type { Calculated, CalculatedSheets } from "../../sheets/calculated";
import type { SheetDescription } from "../../sheets/sheet";
import { fromEngine, toEngine, undisguised, type EngineValue } from "./engine-values";
import { fileFormula, markedName } from "../../xlsx/write/file-formula";
import { definedNames } from "../../xlsx/write/names";

/** Each pass lets what is spilled be read by formulas that stand before it; templates need three. */
const MOST_PASSES = 8;

const bookOf = (sheets: readonly SheetDescription[], inDisguise: boolean): Workbook => {
  const book = new Workbook();
  for (const { name, cells } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const cell of cells) {
      sheet.getCell(cell.address).value =
        "formula" in cell
          ? { formula: fileFormula(cell.formula), shareType: "array", ref: cell.address, isDynamicArray: true }
          : cell.value;
    }
  }
  book.definedNames.model = definedNames(sheets);
  for (const { id, evaluate } of catalogue) {
    book.registerFunction(markedName(id), (args) =>
      toEngine(evaluate((args as EngineValue[]).map(fromEngine)), inDisguise),
    );
  }
  return book;
};

const shown = (value: unknown): Calculated["value"] | undefined => {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return undefined;
  if ("error" in value) return { error: String(value.error) };
  return "result" in value ? shown(value.result) : undefined;
};

const valuesOf = (book: Workbook): Map<string, Map<string, Calculated>> =>
  new Map(
    book.worksheets.map((sheet) => {
      const values = new Map<string, Calculated>();
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          const value = shown(cell.value);
          if (value !== undefined) values.set(cell.address, { value });
        });
      });
      return [sheet.name, values];
    }),
  );

const settled = (book: Workbook): Map<string, Map<string, Calculated>> => {
  let before = "";
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    calculateFormulas(book as WorkbookLike);
    const values = valuesOf(book);
    const now = JSON.stringify([...values].map(([name, cells]) => [name, ...cells]));
    if (now === before) return values;
    before = now;
  }
  throw new Error("The sheets do not come to rest: a formula depends on itself.");
};

export const calculated = (sheets: readonly SheetDescription[]): CalculatedSheets => {
  const values = settled(bookOf(sheets, false));
  for (const [sheet, disguised] of settled(bookOf(sheets, true))) {
    for (const [address, { value }] of disguised) {
      const format = typeof value === "string" ? undisguised(value)?.format : undefined;
      const cell = values.get(sheet)?.get(address);
      if (format !== undefined && cell) values.get(sheet)?.set(address, { ...cell, format });
    }
  }
  return values;
};
