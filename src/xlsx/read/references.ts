// References in a formula of a file: where they lie once the formula is written into another cell, and which one cell
// is meant where a formula of an older file names many.
import { MAX_COLS, MAX_ROWS, parseA1Ref, type RangeA1 } from "@borgar/fx";
import { columnLetters, type CellPlace } from "../../common/address";

export interface Reference {
  /** "'By month'!", or "" for the formula's own sheet. */
  readonly sheet: string;
  readonly range: RangeA1;
  /** As it stands in the file. */
  readonly text: string;
  /** Of many cells, the one in the formula's own row or column is meant (implicit intersection). */
  readonly isOne: boolean;
  /** The cell for which it was written, where that is not the formula's: names are written for the first cell. */
  readonly from?: CellPlace;
}

const USUAL_LENGTH = 1000;

/** Part of a formula: text that is the same in every cell, or a reference. */
export type Piece = string | Reference;

export const rangeOf = (text: string): RangeA1 | undefined => {
  const parsed = parseA1Ref(text);
  return parsed && "range" in parsed ? parsed.range : undefined;
};

export const isManyCells = ({ top, left, bottom, right }: RangeA1): boolean =>
  top === null || left === null || (bottom ?? top) !== top || (right ?? left) !== left;

/** How many cells it is; whole rows and columns, which end where the sheet here does, count as a thousand. */
export const sizeOf = ({ top, left, bottom, right }: RangeA1): number => {
  const rows = top === null ? USUAL_LENGTH : (bottom ?? top) - top + 1;
  return rows * (left === null ? USUAL_LENGTH : (right ?? left) - left + 1);
};

/** Whether it means other cells in another place. */
export const isRelative = ({ range }: Reference): boolean =>
  (range.top !== null && (!range.$top || !range.$bottom)) || (range.left !== null && (!range.$left || !range.$right));

const row = (index: number, isFixed: unknown): string => `${isFixed ? "$" : ""}${index + 1}`;
const column = (index: number, isFixed: unknown): string => `${isFixed ? "$" : ""}${columnLetters(index)}`;

const textOf = (range: RangeA1): string => {
  const { top, left, $top, $left, $bottom, $right } = range;
  const [bottom, right] = [range.bottom ?? top, range.right ?? left];
  if (left === null || right === null) return `${row(top ?? 0, $top)}:${row(bottom ?? 0, $bottom)}`;
  if (top === null || bottom === null) return `${column(left, $left)}:${column(right, $right)}`;
  const first = column(left, $left) + row(top, $top);
  return isManyCells(range) ? `${first}:${column(right, $right)}${row(bottom, $bottom)}` : first;
};

/** Beyond the last row comes the first, as in Excel. */
const moved = (index: number | null | undefined, by: number, isFixed: unknown, most: number): number | null =>
  index === null || index === undefined ? null : isFixed ? index : (index + by + most + 1) % (most + 1);

const shifted = (range: RangeA1, { row: down, column: across }: CellPlace): RangeA1 => ({
  ...range,
  top: moved(range.top, down, range.$top, MAX_ROWS),
  bottom: moved(range.bottom ?? range.top, down, range.$bottom ?? range.$top, MAX_ROWS),
  left: moved(range.left, across, range.$left, MAX_COLS),
  right: moved(range.right ?? range.left, across, range.$right ?? range.$left, MAX_COLS),
});

const within = (index: number, first: number | null, last: number | null | undefined): boolean =>
  first === null || (first <= index && index <= (last ?? first));

/** The cell of a column beside the formula, or of a row above or below it; none for an area. */
const oneOf = (range: RangeA1, at: CellPlace): string | undefined => {
  const { top, left, bottom, right } = range;
  const isColumn = left !== null && (right ?? left) === left;
  const isRow = top !== null && (bottom ?? top) === top;
  if (isColumn && within(at.row, top, bottom)) return column(left, range.$left) + row(at.row, false);
  if (isRow && within(at.column, left, right)) return column(at.column, false) + row(top, range.$top);
  return undefined;
};

/** The formula as it stands in the cell `at`, when its references were written for the cell `from`. */
export const writtenAt = (pieces: readonly Piece[], at: CellPlace, from: CellPlace): string =>
  pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const { sheet, range, text, isOne, from: own = from } = piece;
      const by = { row: at.row - own.row, column: at.column - own.column };
      if (by.row === 0 && by.column === 0 && !isOne) return sheet + text;
      const now = shifted(range, by);
      if (!isOne || !isManyCells(now)) return sheet + textOf(now);
      const one = oneOf(now, at);
      return one === undefined ? "#VALUE!" : sheet + one;
    })
    .join("");
