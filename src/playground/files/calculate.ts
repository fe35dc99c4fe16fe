// Calculates described sheets without a spreadsheet: Excel's functions by the engine of excelts, ours by themselves.
import { Workbook } from "@cj-tech-master/excelts";
import { calculateFormulas, type WorkbookLike } from "@cj-tech-master/excelts/formula";
import { catalogue } from "../../functions";
import type { FormulaCell, SheetDescription } from "../../workbook/sheet";
import { cellName } from "../../workbook/address";
import { areaOf } from "../address";
import { fromEngine, toEngine, undisguised, type EngineValue } from "./engine-values";
import { fileFormula } from "./file-formula";
import { definedNames } from "./names";

/** What a cell shows: an error is its code. */
export interface Calculated {
  readonly value: number | string | boolean | { readonly error: string };
  /** The format that the function gives to its number. */
  readonly format?: string;
}

/** Sheet by sheet, address by address ("B4"); cells that are filled by a formula elsewhere included. */
export type CalculatedSheets = ReadonlyMap<string, ReadonlyMap<string, Calculated>>;

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
    book.registerFunction(id, (args) => toEngine(evaluate((args as EngineValue[]).map(fromEngine)), inDisguise));
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

/** The cells that a formula fills: as far right and down as there is something, inside what it may fill. */
export const filledBy = ({ address, fills }: FormulaCell, values: ReadonlyMap<string, Calculated>): string => {
  if (fills === undefined) return address;
  const { first, last } = areaOf(fills);
  const isFilled = (row: number, column: number): boolean => values.has(cellName(row, column));
  let { row, column } = first;
  while (column < last.column && isFilled(first.row, column + 1)) column++;
  while (row < last.row && isFilled(row + 1, first.column)) row++;
  return row === first.row && column === first.column ? address : `${address}:${cellName(row, column)}`;
};
