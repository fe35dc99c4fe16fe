// A cell of an opened file that calculates differently here.
import type { FormulaCell } from "../xlsx/read/formulas-in";
import type { Plain } from "./grid";

export interface SheetFormula extends FormulaCell {
  readonly sheetId: string;
  readonly sheet: string;
}

/** A cell whose formula gives another value here than in the file, where it keeps the file's. */
export interface Differing {
  readonly of: SheetFormula;
  readonly inFile: Plain;
  readonly here: Plain;
}
