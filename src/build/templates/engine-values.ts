// Values of the formula engine in and out of our functions. The engine tells kinds by number (its RVKind).
import { bare, CellError, isRich, type Cell, type Table } from "../../functions";

type Scalar =
  | { readonly kind: 0 }
  | { readonly kind: 1; readonly value: number }
  | { readonly kind: 2; readonly value: string }
  | { readonly kind: 3; readonly value: boolean }
  | { readonly kind: 4; readonly code: string };
interface Rectangle {
  readonly kind: 5;
  readonly rows: readonly (readonly Scalar[])[];
  readonly height: number;
  readonly width: number;
}
export type EngineValue = Scalar | Rectangle;

/** A number in the disguise of a text that carries its format through functions which only move cells about. */
const MARK = "\u0001";
const disguise = (value: number, format: string): string => `${MARK}${format}${MARK}${value}`;

/** The format and the number behind a disguise; nothing for any other text. */
export const undisguised = (text: string): { readonly format: string; readonly value: number } | undefined => {
  const [before, format, value] = text.split(MARK);
  return before === "" && format !== undefined ? { format, value: Number(value) } : undefined;
};

const fromScalar = (scalar: Scalar): unknown => {
  if (scalar.kind === 0) return null;
  if (scalar.kind === 4) return { type: "Error", basicValue: scalar.code };
  return scalar.kind === 2 ? (undisguised(scalar.value)?.value ?? scalar.value) : scalar.value;
};

export const fromEngine = (value: EngineValue): unknown =>
  value.kind === 5 ? value.rows.map((row) => row.map(fromScalar)) : fromScalar(value);

const toScalar = (cell: Cell, inDisguise: boolean): Scalar => {
  if (inDisguise && typeof cell === "object" && isRich(cell)) {
    return { kind: 2, value: disguise(cell.value, cell.format) };
  }
  const value = bare(cell);
  if (value instanceof CellError) return { kind: 4, code: value.code };
  if (typeof value === "number") return { kind: 1, value };
  return typeof value === "string" ? { kind: 2, value } : { kind: 3, value };
};

export const toEngine = (table: Table, inDisguise: boolean): EngineValue => {
  const rows = table.map((row) => row.map((cell) => toScalar(cell, inDisguise)));
  const [only] = rows[0] ?? [];
  if (rows.length === 1 && rows[0]?.length === 1 && only) return only;
  return { kind: 5, rows, height: rows.length, width: rows[0]?.length ?? 0 };
};
