// Custom-function calls as Excel makes them: how arguments travel to the runtime and results come back.

/** An error cell, as argument and as result. */
export interface ErrorCell {
  readonly error: string;
  readonly message?: string;
}

/** An empty cell as argument: how it arrives is the build's and the platform's (DoubleOptions.emptyCells). */
export const EMPTY_CELL = { empty: true } as const;
/** office-js issues 5262, 4702 and 1951. A skipped argument is null everywhere. */
export type EmptyAs = 0 | "" | null;

/** The part of functions.json that decides how a function is called. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
      readonly repeating?: boolean;
    }[];
  }[];
}

export interface Call {
  readonly name: string;
  /** Scalars, rows of rows for ranges (null: an empty cell), ErrorCell, EMPTY_CELL; a skipped argument is null. */
  readonly args?: readonly unknown[];
  readonly address?: string;
}

/** What the cell shows: a value, a spilled table, or an error. */
export type CallResult = { readonly value: unknown } | ErrorCell;

const isErrorCell = (value: unknown): value is ErrorCell =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "error" in value;

const firstError = (value: unknown): ErrorCell | undefined => {
  if (isErrorCell(value)) return value;
  if (!Array.isArray(value)) return undefined;
  for (const part of value) {
    const found = firstError(part);
    if (found) return found;
  }
  return undefined;
};

const onTheWire = (value: unknown, emptyAs: EmptyAs): unknown => {
  if (isErrorCell(value)) return { type: "CustomFunctionError", code: value.error };
  if (value === EMPTY_CELL) return emptyAs;
  if (!Array.isArray(value)) return value ?? null;
  return value.map((part: unknown) => onTheWire(part ?? EMPTY_CELL, emptyAs));
};

/** The flag of an invocation: error values may be among its arguments. */
const MAY_HOLD_ERRORS = 4;

/** The invocation that Excel sends, or the error that it shows without calling. */
export const invocationOf = (
  id: number,
  call: Call,
  metadata: FunctionsMetadata | undefined,
  emptyAs: EmptyAs,
): unknown[] | ErrorCell => {
  const known = metadata?.functions.find((one) => one.id.toUpperCase() === call.name.toUpperCase());
  if (metadata && !known) return { error: "#NAME?" };
  const given = call.args ?? [];
  const parameters = known?.parameters ?? given.map((_, index) => ({ name: `argument ${index + 1}`, optional: true }));
  if (parameters.some((parameter) => "repeating" in parameter && parameter.repeating)) {
    throw new Error(`${call.name}: repeating parameters are not in the test double of Excel's host.`);
  }
  const required = parameters.filter(({ optional }) => !optional).length;
  if (given.length > parameters.length || given.length < required) {
    throw new Error(
      `${call.name} takes ${required} to ${parameters.length} arguments: Excel does not accept the formula.`,
    );
  }
  const error = firstError(given);
  if (error && metadata?.allowErrorForDataTypeAny !== true) return error;
  const args = parameters.map((parameter, index) => {
    const value = given[index] ?? null;
    const isMatrix = "dimensionality" in parameter && parameter.dimensionality === "matrix";
    // A single value for a range parameter arrives as a table of one cell; a skipped one as null.
    return onTheWire(isMatrix && value !== null && !Array.isArray(value) ? [[value]] : value, emptyAs);
  });
  return [id, call.name.toUpperCase(), args, call.address ?? "Sheet1!A1", error ? MAY_HOLD_ERRORS : 0];
};

/** How the runtime numbers the errors of a failed invocation; whatever it does not number shows as #VALUE!. */
const ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#N/A",
};

const failure = (message: unknown, code: unknown): ErrorCell => {
  const error = ERRORS[Number(code)] ?? "#VALUE!";
  return typeof message === "string" && message !== "" ? { error, message } : { error };
};

interface DataType {
  readonly type: string;
  readonly basicValue?: unknown;
  readonly message?: string;
}

const isDataType = (value: unknown): value is DataType =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "type" in value;

const INPUT_ONLY = ["#REF!", "#NAME?"];

const cellOf = (value: unknown, knowsDataTypes: boolean): unknown => {
  if (!isDataType(value)) return value;
  if (value.type === "Error") {
    const error = String(value.basicValue);
    // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors: for input only.
    if (INPUT_ONLY.includes(error)) return { error: "#VALUE!" };
    return value.message === undefined ? { error } : { error, message: value.message };
  }
  return knowsDataTypes ? value : { error: "#VALUE!", message: "This Excel knows no data types." };
};

const shown = (value: unknown, knowsDataTypes: boolean): CallResult => {
  if (!Array.isArray(value)) {
    const cell = cellOf(value, knowsDataTypes);
    return isErrorCell(cell) ? cell : { value: cell };
  }
  const rows = value as readonly unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0 || !rows.every((row) => Array.isArray(row) && row.length === width)) {
    return { error: "#VALUE!", message: "The answer is no rectangle." };
  }
  return { value: (rows as unknown[][]).map((row) => row.map((cell) => cellOf(cell, knowsDataTypes))) };
};

/** One result as the runtime sends it: [id, succeeded, value or message, error number if failed]. */
export const resultOf = (
  sent: unknown,
  knowsDataTypes: boolean,
): { readonly id: number; readonly result: CallResult } => {
  const [id, succeeded, value, code] = sent as [number, boolean, unknown, unknown];
  return { id, result: succeeded ? shown(value, knowsDataTypes) : failure(value, code) };
};
