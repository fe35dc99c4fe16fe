// What one cell of an answer can be, before a host (Excel, the browser workbook, the pane) turns it into its own form.

/** Excel's error values. We raise the first three; the others only pass through from the user's cells. */
export type ErrorCode = "#VALUE!" | "#N/A" | "#NUM!" | "#DIV/0!" | "#REF!" | "#NAME?" | "#NULL!" | "#CALC!" | "#SPILL!";

/** An error value with the sentence that tells what to do. Thrown while reading arguments, returned inside tables. */
export class CellError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** A property behind a value: `=A1.Source`. Text, a number, or a number with a format (dates are serials). */
export type Property = string | number | { readonly value: number; readonly format: string };
export type Properties = Readonly<Record<string, Property>>;

/** A number with its look and, where it is known, what stands behind it. */
export interface RichNumber {
  readonly value: number;
  readonly format: string;
  /** Asked for only where the host has data types: most cells are never looked behind. */
  readonly properties?: () => Properties;
}

/** A card of its own (MINERCARD): text in the cell, properties behind it. */
export interface Entity {
  readonly entity: string;
  readonly properties: Properties;
}

export type Cell = number | string | boolean | CellError | RichNumber | Entity;
export type Table = readonly (readonly Cell[])[];

/** The value, or the error in its place: what is wrong with one of many harms no other. */
export const attempt = <T>(compute: () => T): T | CellError => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
};

/** As they are; but errors alone are thrown, since only a single error's sentence reaches the cell. */
export const unlessAllFailed = <T>(found: readonly (T | CellError)[]): readonly (T | CellError)[] => {
  const [first] = found;
  if (first instanceof CellError && found.every((one) => one instanceof CellError)) throw first;
  return found;
};

export const isRich = (cell: Cell): cell is RichNumber => typeof cell === "object" && "format" in cell;
export const isEntity = (cell: Cell): cell is Entity => typeof cell === "object" && "entity" in cell;

/** The bare value that stands in the cell; an error stays one. */
export const bare = (cell: Cell): number | string | boolean | CellError =>
  isRich(cell) ? cell.value : isEntity(cell) ? cell.entity : cell;
