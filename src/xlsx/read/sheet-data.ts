// A sheet of a file as Univer has it.
import { BooleanNumber, type ICellData, type IWorksheetData } from "@univerjs/core";
import { heightInPixels, widthInPixels } from "../write/measures";
import type { ColourOf } from "./colours";
import { from1900 } from "./content-in";
import type { FormulaCell } from "./formulas-in";
import type { MergesIn } from "./merges-in";
import type { SheetIn } from "./sheet-in";
import type { StylesIn } from "./styles-in";
import { isTrue } from "./xml";

/** Room beyond what is filled, as far as Excel goes. */
const MORE_ROWS = 200;
const FEWEST_ROWS = 1000;
const MOST_ROWS = 1_048_576;
const MORE_COLUMNS = 10;
const FEWEST_COLUMNS = 40;
const MOST_COLUMNS = 16_384;
const USUAL_WIDTH_PX = 64;
const USUAL_HEIGHT_PX = 20;

export type CellMatrix = Record<number, Record<number, ICellData>>;

export interface SheetFrame {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly merges: MergesIn;
  readonly styles: StylesIn;
  readonly colourOf: ColourOf;
}

const flag = (is: boolean): BooleanNumber => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** The values of the file, formulas' among them, with their looks. */
export const valuesOf = ({ cells }: SheetIn, styles: StylesIn, countsFrom1904: boolean): CellMatrix => {
  const matrix: CellMatrix = {};
  for (const { row, column, content, look: number, isIsoDate } of cells) {
    const look = styles.look(number);
    const value = countsFrom1904 && !isIsoDate ? from1900(content, look?.style) : content;
    if (value.v === undefined && !look) continue;
    (matrix[row] ??= {})[column] = { ...value, ...(look ? { s: look.id } : {}) };
  }
  return matrix;
};

/** The values with the formulas in their place; what a formula filled stands in its way, and is taken out. */
export const withFormulas = (values: CellMatrix, formulas: readonly FormulaCell[]): CellMatrix => {
  const matrix: CellMatrix = {};
  for (const [row, cells] of Object.entries(values)) matrix[Number(row)] = { ...cells };
  for (const { row, column, formula, fills } of formulas) {
    const line = (matrix[row] ??= {});
    line[column] = { ...line[column], f: formula };
    if (!fills) continue;
    const { first, last } = fills;
    for (let at = first.row; at <= last.row; at++) {
      const filled = matrix[at];
      if (!filled) continue;
      for (let across = first.column; across <= last.column; across++) {
        const cell = filled[across];
        if (cell && cell.f === undefined) filled[across] = cell.s ? { s: cell.s } : {};
      }
    }
  }
  return matrix;
};

/** The last row and the last column in which something stands. */
const lastOf = (matrix: CellMatrix): { row: number; column: number } => {
  let [row, column] = [0, 0];
  for (const [at, cells] of Object.entries(matrix)) {
    row = Math.max(row, Number(at));
    for (const across of Object.keys(cells)) column = Math.max(column, Number(across));
  }
  return { row, column };
};

export const sheetData = (
  sheet: SheetIn,
  cellData: CellMatrix,
  { id, name, isHidden, merges, styles, colourOf }: SheetFrame,
): Partial<IWorksheetData> & { readonly id: string } => {
  const last = lastOf(cellData);
  for (const { endRow, endColumn } of merges.merged) {
    last.row = Math.max(last.row, endRow);
    last.column = Math.max(last.column, endColumn);
  }
  const columnCount = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, last.column + MORE_COLUMNS));
  const columnData: IWorksheetData["columnData"] = {};
  for (const { min, max, width, isHidden: hides, look: number } of sheet.columns) {
    const look = number > 0 ? styles.look(number) : undefined;
    for (let column = Math.max(min, 1) - 1; column < Math.min(max, columnCount); column++) {
      columnData[column] = {
        ...(width === undefined ? {} : { w: widthInPixels(width) }),
        hd: flag(hides),
        ...(look ? { s: look.id } : {}),
      };
    }
  }
  const rowData: IWorksheetData["rowData"] = {};
  for (const [row, { height, isHidden: hides }] of sheet.rows) {
    rowData[row] = {
      ...(height === undefined ? {} : { h: heightInPixels(height), ia: BooleanNumber.FALSE }),
      hd: flag(hides),
    };
  }
  const isFrozen = (sheet.pane["state"] ?? "").startsWith("frozen");
  const [xSplit, ySplit] = [sheet.pane["xSplit"], sheet.pane["ySplit"]].map((split) =>
    isFrozen ? Number(split ?? 0) : 0,
  );
  const isShown = (flagged: string | undefined): boolean => flagged === undefined || isTrue(flagged);
  const tabColor = colourOf(sheet.tabColour);
  return {
    id,
    name,
    rowCount: Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, last.row + MORE_ROWS)),
    columnCount,
    defaultColumnWidth: sheet.usualWidth ? widthInPixels(sheet.usualWidth) : USUAL_WIDTH_PX,
    defaultRowHeight: sheet.usualHeight ? heightInPixels(sheet.usualHeight) : USUAL_HEIGHT_PX,
    hidden: flag(isHidden),
    showGridlines: flag(isShown(sheet.view["showGridLines"])),
    rightToLeft: flag(isTrue(sheet.view["rightToLeft"])),
    ...(tabColor === undefined ? {} : { tabColor }),
    cellData,
    rowData,
    columnData,
    mergeData: [...merges.merged],
    ...(xSplit || ySplit
      ? { freeze: { xSplit: xSplit ?? 0, ySplit: ySplit ?? 0, startRow: ySplit ?? 0, startColumn: xSplit ?? 0 } }
      : {}),
  };
};
