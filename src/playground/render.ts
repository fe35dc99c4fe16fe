// Described sheets as Univer's workbook data.
import { BooleanNumber, LocaleType, type ICellData, type IWorkbookData, type IWorksheetData } from "@univerjs/core";
import type { SheetDescription } from "../sheets/sheet";
import { areaOf, columnIndex } from "../common/address";
import { styleOf } from "./styles";

const ROWS = 1200;
const COLUMNS = 40;
const ROW_HEIGHT = 20;
const COLUMN_WIDTH = 76;

type Cells = Record<number, Record<number, ICellData>>;

const cellAt = (cells: Cells, row: number, column: number): ICellData => ((cells[row] ??= {})[column] ??= {});

const cellsOf = (sheet: SheetDescription): Cells => {
  const cells: Cells = {};
  for (const area of sheet.areas ?? []) {
    const { first, last } = areaOf(area.range);
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++) {
        cellAt(cells, row, column).s = styleOf(area);
      }
    }
  }
  for (const described of sheet.cells) {
    const { first } = areaOf(described.address);
    const cell = cellAt(cells, first.row, first.column);
    cell.s = styleOf(described);
    if ("formula" in described) cell.f = described.formula;
    else cell.v = described.value;
  }
  return cells;
};

const sheetData = (sheet: SheetDescription, id: string): Partial<IWorksheetData> & { id: string } => ({
  id,
  name: sheet.name,
  rowCount: ROWS,
  columnCount: COLUMNS,
  defaultRowHeight: ROW_HEIGHT,
  defaultColumnWidth: COLUMN_WIDTH,
  showGridlines: BooleanNumber.FALSE,
  cellData: cellsOf(sheet),
  columnData: Object.fromEntries(
    Object.entries(sheet.columnWidths).map(([letters, width]) => [columnIndex(letters), { w: width }]),
  ),
  rowData: Object.fromEntries(
    Object.entries(sheet.rowHeights ?? {}).map(([row, height]) => [
      Number(row) - 1,
      { h: height, ia: BooleanNumber.FALSE },
    ]),
  ),
  ...(sheet.frozenRows
    ? { freeze: { xSplit: 0, ySplit: sheet.frozenRows, startRow: sheet.frozenRows, startColumn: 0 } }
    : {}),
});

export const workbookData = (name: string, sheets: readonly SheetDescription[]): Partial<IWorkbookData> => {
  const data = sheets.map((sheet, index) => sheetData(sheet, `sheet-${index + 1}`));
  return {
    id: "workbook",
    name,
    locale: LocaleType.EN_US,
    sheetOrder: data.map(({ id }) => id),
    sheets: Object.fromEntries(data.map((sheet) => [sheet.id, sheet])),
  };
};

export const sheetIdOf = ({ sheets = {} }: Partial<IWorkbookData>, name: string): string =>
  Object.values(sheets).find((sheet) => sheet.name === name)?.id ?? "";
