// What we need of a workbook. Behind it stands Excel (excel.ts) or the workbook in the browser (playground).
// Formulas are always en-US: comma between arguments, point in numbers.
import type { SheetDescription } from "../sheets/sheet";

export interface CellAt {
  /** With its sheet: "Sheet1!B2". */
  readonly address: string;
  /** As typed, "" for an empty cell; a plain value as text. */
  readonly formula: string;
  /** As shown, with its number format. */
  readonly text: string;
}

/** What a cell holds: null is empty, an error is its code ("#N/A"). */
export type CellContent = number | string | boolean | null | { readonly code: string };
export type CellTable = readonly (readonly CellContent[])[];

/** The formula behind the active cell, and how far below and right of the formula's own cell the active one lies. */
export interface FormulaBehind extends CellAt {
  readonly row: number;
  readonly column: number;
}

/** How the user's Excel writes numbers and separates arguments. */
export interface Separators {
  readonly decimal: string;
  readonly argument: string;
}

/** What to calculate anew. */
export type Scope = "selection" | "sheet" | "workbook";

/** A cell with a formula of its own; cells that it spills into are not listed. */
export interface FormulaAt {
  readonly sheet: string;
  /** Without its sheet: "B2". */
  readonly cell: string;
  readonly formula: string;
  readonly text: string;
  readonly value: CellContent;
  /** How many cells it fills, its own among them. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * What to put into cells, from `cell` to the right and down: plain values and formulas, "" to empty one. As in Excel an
 * apostrophe before a text keeps it text, and is not part of it.
 */
export interface AreaWrite {
  readonly sheet: string;
  readonly cell: string;
  readonly content: readonly (readonly (string | number | boolean)[])[];
  /** Excel's number formats, en-US, for cells that have none of their own. */
  readonly formats?: readonly (readonly string[])[];
}

export interface Workbook {
  readonly host: "excel" | "browser";
  /** Whether it tells how far a formula fills the sheet; if not, each seems to fill its own cell alone. */
  readonly knowsSpills: boolean;
  /** The active cell. */
  activeCell(): Promise<CellAt>;
  /** Writes a formula into the active cell and gives its address. Never over a filled cell unless `replace`. */
  writeFormula(formula: string, options?: { readonly replace?: boolean }): Promise<string>;
  /** The active cell's own formula, or the one that spills into it; undefined where no formula stands behind it. */
  formulaBehind(): Promise<FormulaBehind | undefined>;
  /** What stands in a reference as a formula has it ("B2:C9", "'My sheet'!A1#", a name), read from the sheet `from`. */
  read(reference: string, from: string): Promise<CellTable>;
  /** Formulas for which `wanted` is true. */
  formulas(scope: Scope, wanted: (formula: string) => boolean): Promise<readonly FormulaAt[]>;
  /** Throws what `write` would refuse. */
  requireWritable(areas: readonly AreaWrite[]): Promise<void>;
  /** Writes over what is there: all of it, or nothing when one of the cells refuses. */
  write(areas: readonly AreaWrite[]): Promise<void>;
  sheetNames(): Promise<readonly string[]>;
  /** Adds sheets at the end and shows the first. Refuses if one of their names is taken. */
  insertSheets(sheets: readonly SheetDescription[]): Promise<void>;
  separators(): Promise<Separators>;
  recalculate(scope: Scope): Promise<void>;
  /** Calls back when the selection moves; gives back the way to stop it. */
  onSelectionChanged(listener: () => void): Promise<() => void>;
  /** Kept in the file. */
  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string | undefined): Promise<void>;
}

/** Said by every workbook. */
export const BEING_EDITED = "A cell is being edited: press Enter or Esc in the sheet, then try again.";

/** The workbook refused. The sentence says what to do; nothing was changed. */
export class WorkbookError extends Error {
  constructor(
    readonly reason: "filled" | "protected" | "editing" | "old" | "unknown",
    message: string,
  ) {
    super(message);
  }
}
