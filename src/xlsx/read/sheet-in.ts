// One sheet of a file as Univer has it.
import { areaOf } from "../../common/address";
import { BooleanNumber, type ICellData, type IStyleData, type IWorksheetData } from "@univerjs/core";
import type { Worksheet } from "@cj-tech-master/excelts";
import { heightInPixels, widthInPixels } from "../write/measures";
import { contentOf, from1900, isRichText } from "./content-in";
import type { FormulaIn } from "./formula-in";
import type { KeptValue } from "./left-out";

/** Room beyond what is filled, as far as Excel goes. */
const MORE_ROWS = 200;
const FEWEST_ROWS = 1000;
const MOST_ROWS = 1_048_576;
const MORE_COLUMNS = 10;
const FEWEST_COLUMNS = 40;
const MOST_COLUMNS = 16_384;
const USUAL_WIDTH_PX = 64;
const USUAL_HEIGHT_PX = 20;

export interface SheetContext {
  readonly id: string;
  readonly countsFrom1904: boolean;
  readonly formulaIn: (formula: string) => FormulaIn;
  /** Gives the style's id and what it says. */
  readonly style: (style: object) => { readonly id: string; readonly style: IStyleData } | undefined;
}

export interface SheetIn {
  readonly data: Partial<IWorksheetData> & { readonly id: string };
  readonly kept: readonly KeptValue[];
  readonly richTexts: number;
}

const flag = (is: boolean): BooleanNumber => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

type RowModel = NonNullable<Worksheet["model"]["rows"]>[number];
type CellModel = RowModel["cells"][number];

export const sheetIn = (sheet: Worksheet, context: SheetContext): SheetIn => {
  const { model } = sheet;
  const cellData: Record<number, Record<number, ICellData>> = {};
  const rowData: IWorksheetData["rowData"] = {};
  const kept: KeptValue[] = [];
  const filled: string[] = [];
  let richTexts = 0;
  let lastRow = 0;
  let lastColumn = 0;

  const formulaOf = (cell: CellModel): ICellData => {
    const { address, result } = cell as CellModel & { readonly result?: unknown };
    const formula = sheet.getCell(address).formula;
    const value = contentOf(result);
    if (!formula) return value;
    const read = context.formulaIn(formula);
    if ("why" in read) {
      kept.push({ cell: `${sheet.name}!${address}`, why: read.why });
      return value;
    }
    const { shareType, ref } = cell as { readonly shareType?: string; readonly ref?: string };
    if (shareType === "array" && ref?.includes(":")) filled.push(ref);
    return { ...value, f: read.formula };
  };

  const rowOf = ({ number, height, hidden, cells }: RowModel): void => {
    if (height !== undefined || hidden) {
      rowData[number - 1] = {
        ...(height === undefined ? {} : { h: heightInPixels(height), ia: BooleanNumber.FALSE }),
        hd: flag(hidden),
      };
    }
    for (const cell of cells) {
      const { row, column } = areaOf(cell.address).first;
      const look = cell.style ? context.style(cell.style) : undefined;
      const { value } = cell as { readonly value?: unknown };
      if (isRichText(value)) richTexts++;
      const isFormula = "formula" in cell || "sharedFormula" in cell;
      const content = isFormula ? formulaOf(cell) : contentOf(value);
      const dated = context.countsFrom1904 && !(value instanceof Date) ? from1900(content, look?.style) : content;
      if (dated.v === undefined && dated.f === undefined && !look) continue;
      (cellData[row] ??= {})[column] = { ...dated, ...(look ? { s: look.id } : {}) };
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
  };
  for (const row of model.rows ?? []) rowOf(row);

  // Values that a formula left in other cells would stand in its way: it fills them again.
  for (const ref of filled) {
    const { first, last } = areaOf(ref);
    for (let row = first.row; row <= Math.min(last.row, lastRow); row++) {
      for (let column = first.column; column <= Math.min(last.column, lastColumn); column++) {
        const cell = cellData[row]?.[column];
        if (cell && cell.f === undefined) (cellData[row] ??= {})[column] = cell.s ? { s: cell.s } : {};
      }
    }
  }

  const columnCount = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, lastColumn + MORE_COLUMNS));
  const columnData: IWorksheetData["columnData"] = {};
  for (const { min, max, width, hidden, style } of model.cols ?? []) {
    const look = style ? context.style(style) : undefined;
    for (let column = min - 1; column < Math.min(max, columnCount); column++) {
      columnData[column] = {
        ...(width === undefined ? {} : { w: widthInPixels(width) }),
        hd: flag(hidden === true),
        ...(look ? { s: look.id } : {}),
      };
    }
  }
  // Files without views leave it undefined, whatever its type says.
  const view = (model.views as Worksheet["views"] | undefined)?.[0];
  const { xSplit = 0, ySplit = 0 } = view?.state === "frozen" ? view : {};
  const { defaultColWidth, defaultRowHeight } = model.properties;
  return {
    data: {
      id: context.id,
      name: sheet.name,
      rowCount: Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, lastRow + MORE_ROWS)),
      columnCount,
      defaultColumnWidth: defaultColWidth ? widthInPixels(defaultColWidth) : USUAL_WIDTH_PX,
      defaultRowHeight: defaultRowHeight ? heightInPixels(defaultRowHeight) : USUAL_HEIGHT_PX,
      hidden: flag(sheet.state !== "visible"),
      showGridlines: flag(view?.showGridLines !== false),
      rightToLeft: flag(view?.rightToLeft === true),
      cellData,
      rowData,
      columnData,
      mergeData: (model.mergeCells ?? []).map((range) => {
        const { first, last } = areaOf(range);
        return { startRow: first.row, startColumn: first.column, endRow: last.row, endColumn: last.column };
      }),
      ...(xSplit > 0 || ySplit > 0 ? { freeze: { xSplit, ySplit, startRow: ySplit, startColumn: xSplit } } : {}),
    },
    kept,
    richTexts,
  };
};
