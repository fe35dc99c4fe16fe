// What the cells of described sheets show, whoever calculated them.
import { areaOf, cellName } from "../common/address";
import type { FormulaCell } from "./sheet";

/** What a cell shows: an error is its code. */
export interface Calculated {
  readonly value: number | string | boolean | { readonly error: string };
  /** The format that the function gives to its number. */
  readonly format?: string;
}

/** Sheet by sheet, address by address ("B4"); cells that are filled by a formula elsewhere included. */
export type CalculatedSheets = ReadonlyMap<string, ReadonlyMap<string, Calculated>>;

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
