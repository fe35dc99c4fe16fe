// Between Univer's value objects and ours: arguments in, cells out. null stays null, an error stays in its cell.
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/preset-sheets-core";
import { CellError, isEntity, isRich, type Cell, type RichNumber, type Table } from "../functions";

const ERRORS: Readonly<Record<string, ErrorType>> = Object.fromEntries(
  Object.values(ErrorType).map((code) => [code as string, code]),
);

const scalar = (value: BaseValueObject): unknown => {
  if (value.isNull()) return null;
  if (value.isError()) return { type: "Error", basicValue: String(value.getValue()) };
  if (value.isLambda()) return { type: "Error", basicValue: "#VALUE!" };
  return value.getValue();
};

/** One argument as the functions take it: a plain cell, or rows of cells for a range or an array. */
export const argumentOf = (value: BaseValueObject): unknown => {
  if (!(value instanceof ArrayValueObject)) return scalar(value);
  return Array.from({ length: value.getRowCount() }, (_, row) =>
    Array.from({ length: value.getColumnCount() }, (_, column) =>
      scalar(value.get(row, column) ?? NullValueObject.create()),
    ),
  );
};

/** What travels with a value that has a look of its own (see formats.ts). */
export interface Formatted {
  readonly format: string;
  /** The number that the format was given for: an older one may have stayed in the cell. */
  readonly of: number;
}

/** The format goes along as data: Univer's own pattern would stay in the cell, whatever is written there later. */
const formatted = ({ value, format }: RichNumber): BaseValueObject =>
  NumberValueObject.create(value).withCustomData({ format, of: value } satisfies Formatted);

const valueOf = (cell: Cell): BaseValueObject => {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "string") return StringValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  if (cell instanceof CellError) {
    // The sentence travels with the cell, for the pointer that rests on it.
    return ErrorValueObject.create(ERRORS[cell.code] ?? ErrorType.VALUE, cell.message).withCustomData({
      message: cell.message,
    });
  }
  if (isEntity(cell)) return StringValueObject.create(cell.entity);
  if (isRich(cell)) return formatted(cell);
  return ErrorValueObject.create(ErrorType.VALUE);
};

/** A table of one cell is a plain value; a larger one spills. */
export const resultOf = (table: Table): BaseValueObject => {
  const only = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (only !== undefined) return valueOf(only);
  return ArrayValueObject.create({
    calculateValueList: table.map((row) => row.map(valueOf)),
    rowCount: table.length,
    columnCount: table[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
};
