// The cells of a Univer sheet: their own content, and what formulas elsewhere have filled them with.
import type { Area } from "../../common/address";
import { CellValueType, type ICellData, type IStyleData, type IWorksheetData, type Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { formatOf } from "../formats";
import type { Grid } from "../grid";
import { keptFormulaOf } from "../kept-marks";
import { FILE_ERRORS, type FileError, type SnapshotCell, type SnapshotValue } from "../../xlsx/write/snapshot";

/** Univer's own, and what a file makes of them. */
const OTHER_ERRORS = ["#SPILL!", "#CALC!", "#CYCLE!", "#ERROR!", "#GETTING_DATA"];

const errorOf = (text: string): FileError | undefined =>
  FILE_ERRORS.find((code) => code === text) ?? (OTHER_ERRORS.includes(text) ? "#VALUE!" : undefined);

/** Text with several looks is a document of its own; its lines end as those of a typewriter. */
const plainTextOf = ({ p }: ICellData): string | undefined =>
  p?.body?.dataStream.replace(/\r?\n$/, "").replaceAll("\r", "\n");

const valueOf = (cell: ICellData): SnapshotValue => {
  const value = cell.v ?? plainTextOf(cell);
  if (value === undefined) return null;
  if (cell.t === CellValueType.BOOLEAN) return Boolean(value);
  if (typeof value !== "string") return value;
  const error = errorOf(value);
  return error === undefined ? value : { error };
};

export type StyleOf = (style: Nullable<IStyleData | string>) => IStyleData | undefined;

export interface SnapshotCells {
  readonly cells: readonly SnapshotCell[];
  /** How many texts have more than one look. */
  readonly richTexts: number;
  /** How many keep a value of their file in place of their formula. */
  readonly keptFormulas: number;
}

type Matrix = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;

const entries = (matrix: Matrix): { row: number; column: number; cell: ICellData }[] =>
  Object.entries(matrix).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, cell]) =>
      cell ? [{ row: Number(row), column: Number(column), cell }] : [],
    ),
  );

export const snapshotCells = (
  grid: Grid,
  { id = "", cellData = {} }: Partial<IWorksheetData>,
  styleOf: StyleOf,
): SnapshotCells => {
  const model = grid.injector.get(FormulaDataModel);
  const unit = grid.workbook.getId();
  const filled: Matrix = model.getArrayFormulaCellData()[unit]?.[id] ?? {};
  const ranges = model.getArrayFormulaRange()[unit]?.[id];
  const sheet = grid.workbook.getSheetBySheetId(id);
  let richTexts = 0;
  let keptFormulas = 0;

  const fills = (row: number, column: number): Area | undefined => {
    const range = ranges?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return undefined;
    const { startRow, startColumn, endRow, endColumn } = range;
    return { first: { row: startRow, column: startColumn }, last: { row: endRow, column: endColumn } };
  };

  const own: Matrix = cellData;
  const cells = entries(own).map(({ row, column, cell }): SnapshotCell => {
    const isEmpty = (cell.v === undefined || cell.v === null) && !cell.p;
    const content = isEmpty ? (filled[row]?.[column] ?? cell) : cell;
    if (cell.p) richTexts++;
    if (keptFormulaOf(cell) !== undefined) keptFormulas++;
    const formula = cell.f || cell.si ? sheet?.getRange(row, column).getFormula() : undefined;
    const value = valueOf(content);
    const area = formula === undefined ? undefined : fills(row, column);
    const style = styleOf(cell.s);
    const format = formatOf(content);
    return {
      row,
      column,
      // What a formula elsewhere leaves empty stays an empty cell: it fills it again when it is calculated.
      value: value === "" && !formula ? null : value,
      ...(formula ? { formula } : {}),
      ...(area ? { fills: area } : {}),
      ...(style ? { style } : {}),
      ...(format === undefined ? {} : { format }),
    };
  });
  const spilled = entries(filled).flatMap(({ row, column, cell }): SnapshotCell[] => {
    const value = valueOf(cell);
    if (own[row]?.[column] || value === null || value === "") return [];
    const format = formatOf(cell);
    return [{ row, column, value, ...(format === undefined ? {} : { format }) }];
  });
  return { cells: [...cells, ...spilled], richTexts, keptFormulas };
};
