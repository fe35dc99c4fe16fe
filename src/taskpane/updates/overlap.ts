// Whether a formula reads a cell that another formula fills.
import type { AstExpression } from "@borgar/fx";
import { columnIndex, splitAddress } from "../../common/address";
import type { FormulaAt } from "../../workbook/port";
import { partsOf, type ReadFormula } from "../formula/read";

/** Rows and columns counted from 0; the last ones belong to it. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

const areaOf = (reference: string, from: string): Area | undefined => {
  const { sheet = from, cells } = splitAddress(reference);
  const [, left, top, right = left, bottom = top] = CELLS.exec(cells) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return {
    sheet,
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
    right: columnIndex(right),
  };
};

/** The cells that a formula fills. */
export const areaAt = ({ sheet, cell, rows, columns }: FormulaAt): Area => {
  const own = areaOf(cell, sheet) ?? { sheet, top: 0, left: 0, bottom: 0, right: 0 };
  return { ...own, bottom: own.top + rows - 1, right: own.left + columns - 1 };
};

const touch = (a: Area, b: Area): boolean =>
  a.sheet.toLowerCase() === b.sheet.toLowerCase() &&
  a.top <= b.bottom &&
  b.top <= a.bottom &&
  a.left <= b.right &&
  b.left <= a.right;

const referenceIn = (part: AstExpression): string | undefined =>
  part.type === "ReferenceIdentifier" && part.kind === "range" ? part.value : undefined;

/** `sheet` is the one on which the formula stands. Names and whole columns are not looked through. */
export const leansOn = ({ tree }: ReadFormula, sheet: string, areas: readonly Area[]): boolean =>
  partsOf(tree).some((part) => {
    const reference = referenceIn(part);
    const area = reference === undefined ? undefined : areaOf(reference, sheet);
    return area !== undefined && areas.some((other) => touch(area, other));
  });
