// What we need of a workbook. Behind it stands Excel (excel.ts) or the workbook in the browser (playground).
// Formulas are always en-US: comma between arguments, point in numbers.

export interface CellAt {
  /** With its sheet: "Sheet1!B2". */
  readonly address: string;
  /** As typed, "" for an empty cell; a plain value as text. */
  readonly formula: string;
  /** As shown, with its number format. */
  readonly text: string;
}

/** What to calculate anew. */
export type Scope = "selection" | "sheet" | "workbook";

export interface Workbook {
  readonly host: "excel" | "browser";
  /** The active cell. */
  activeCell(): Promise<CellAt>;
  /** Writes a formula into the active cell and gives its address. Never over a filled cell unless `replace`. */
  writeFormula(formula: string, options?: { readonly replace?: boolean }): Promise<string>;
  recalculate(scope: Scope): Promise<void>;
  /** Calls back when the selection moves; gives back the way to stop it. */
  onSelectionChanged(listener: () => void): Promise<() => void>;
  /** Kept in the file. */
  setting(name: string): Promise<string | undefined>;
  saveSetting(name: string, value: string | undefined): Promise<void>;
}

/** The workbook refused. The sentence says what to do; nothing was changed. */
export class WorkbookError extends Error {
  constructor(
    readonly reason: "filled" | "protected" | "editing" | "unknown",
    message: string,
  ) {
    super(message);
  }
}
