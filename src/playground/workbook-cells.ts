// The part of the browser workbook's port that needs Univer itself and reads: references, formulas, what they fill.
import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { type Area, type CellPlace, addressOf, areaOf, cellName } from "../common/address";
import type { CellContent, CellTable, FormulaAt, FormulaBehind, Scope } from "../workbook/port";
import type { Grid, Plain } from "./grid";

/** Univer keeps an error as its code in text. */
const asContent = (value: Plain): CellContent =>
  typeof value === "string" && /^#[A-Z0-9/]+[!?A]$/.test(value) ? { code: value } : value === "" ? null : value;

/** The area that a formula fills: the one whose first cell is `place`, or the one in which `place` lies. */
const filledAround = (grid: Grid, { row, column }: CellPlace, sheetId: string): Area | undefined => {
  const filled: Readonly<Record<number, Readonly<Record<number, IRange>> | undefined>> =
    grid.injector.get(FormulaDataModel).getArrayFormulaRange()[grid.workbook.getId()]?.[sheetId] ?? {};
  const around = Object.values(filled)
    .flatMap((byColumn) => Object.values(byColumn ?? {}))
    .find(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
    );
  return (
    around && {
      first: { row: around.startRow, column: around.startColumn },
      last: { row: around.endRow, column: around.endColumn },
    }
  );
};

export const formulaBehind = (grid: Grid, place: CellPlace): FormulaBehind | undefined => {
  const sheet = grid.sheet();
  const first = filledAround(grid, place, sheet.getSheetId())?.first ?? place;
  const behind = grid.read({ first, last: first })[0]?.[0];
  if (!behind?.formula) return undefined;
  return {
    address: addressOf(first, sheet.getSheetName()),
    formula: behind.formula,
    text: behind.text,
    row: place.row - first.row,
    column: place.column - first.column,
  };
};

/** A name says its cells; anything else is an address itself. */
const addressBehind = (grid: Grid, reference: string): string =>
  grid.workbook
    .getDefinedNames()
    .find((name) => name.getName().toLowerCase() === reference.toLowerCase())
    ?.getFormulaOrRefString() ?? reference;

export const readReference = (grid: Grid, reference: string, from: string): CellTable => {
  const isSpill = reference.endsWith("#");
  const { sheet = from, first, last } = areaOf(addressBehind(grid, isSpill ? reference.slice(0, -1) : reference));
  const filled = isSpill ? filledAround(grid, first, grid.sheet(sheet).getSheetId()) : undefined;
  return grid.values({ sheet, ...(filled ?? { first, last }) }).map((row) => row.map(asContent));
};

export const formulasIn = (grid: Grid, scope: Scope, wanted: (formula: string) => boolean): readonly FormulaAt[] => {
  const sheets = scope === "workbook" ? grid.workbook.getSheets() : [grid.sheet()];
  const selected = scope === "selection" ? grid.sheet().getActiveRange()?.getRange() : undefined;
  return sheets.flatMap((sheet) => {
    const found: FormulaAt[] = [];
    const name = sheet.getSheetName();
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const isOutside =
          selected &&
          (row < selected.startRow ||
            row > selected.endRow ||
            column < selected.startColumn ||
            column > selected.endColumn);
        if (isOutside || !cell) return;
        const formula = sheet.getRange(row, column).getFormula();
        if (formula === "" || !wanted(formula)) return;
        const place = { row, column };
        const read = grid.read({ sheet: name, first: place, last: place })[0]?.[0];
        const value = asContent(read?.value ?? null);
        const filled = filledAround(grid, place, sheet.getSheetId());
        const rows = filled ? filled.last.row - filled.first.row + 1 : 1;
        const columns = filled ? filled.last.column - filled.first.column + 1 : 1;
        const at = cellName(row, column);
        found.push({ sheet: name, cell: at, formula, text: read?.text ?? "", value, rows, columns });
      });
    return found;
  });
};
