// What a host hands over for an argument, made uniform: a rectangle of plain cells.
import { CellError, type ErrorCode } from "./cells";

/** One cell as it came in. null is an empty cell or a skipped argument. */
export type Input = number | string | boolean | null | CellError;
export type InputGrid = readonly (readonly Input[])[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const errorCode = (value: Record<string, unknown>): ErrorCode | undefined => {
  const code = value["type"] === "Error" ? value["basicValue"] : value["code"];
  return typeof code === "string" && code.startsWith("#") ? (code as ErrorCode) : undefined;
};

/** Excel's Stocks type and MINERCARD name their ticker in a property; any other entity is what its cell shows. */
const nameOfEntity = (entity: Record<string, unknown>): Input => {
  const properties = isObject(entity["properties"]) ? entity["properties"] : {};
  for (const name of ["Ticker symbol", "Ticker"]) {
    const property = properties[name];
    const ticker = isObject(property) ? property["basicValue"] : property;
    if (typeof ticker === "string" && ticker !== "") return ticker;
  }
  return typeof entity["text"] === "string" ? entity["text"] : null;
};

/** Data types arrive as objects with their plain value inside; errors as CustomFunctions.Error or as a data type. */
const readCell = (value: unknown): Input => {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value;
  if (!isObject(value)) return null;
  if (value instanceof CellError) return value;
  if (value["type"] === "Entity" || value["type"] === "LinkedEntity") return nameOfEntity(value);
  const code = errorCode(value);
  if (code) return new CellError(code, typeof value["message"] === "string" ? value["message"] : "");
  const basic = value["basicValue"];
  return typeof basic === "number" || typeof basic === "string" || typeof basic === "boolean" ? basic : null;
};

const rowIsBlank = (row: unknown, isBlankCell: (cell: unknown) => boolean): boolean =>
  Array.isArray(row) ? row.every(isBlankCell) : isBlankCell(row);

/**
 * An argument that was not given: undefined. Also the invocation object, where old metadata meets new code. A range is
 * read down to its last filled row: a whole column (A:A) is a million cells, nearly all of them empty (office-js 4613).
 */
export const readGrid = (
  value: unknown,
  isBlankCell: (cell: unknown) => boolean = (cell) => cell === null || cell === "",
): InputGrid | undefined => {
  if (!Array.isArray(value)) {
    const cell = readCell(value);
    return cell === null ? undefined : [[cell]];
  }
  if (value.length === 0) return undefined;
  let rows = value.length;
  while (rows > 1 && rowIsBlank(value[rows - 1], isBlankCell)) rows--;
  return value.slice(0, rows).map((row: unknown) => (Array.isArray(row) ? row.map(readCell) : [readCell(row)]));
};

/** As a range has it, before the user's cells are told apart. */
export const heightOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

/** The cell of an argument that is a single one, null if it was not given; undefined for a range. */
export const readSingle = (value: unknown): Input | undefined => {
  if (!Array.isArray(value)) return readCell(value);
  if (value.length !== 1) return value.length === 0 ? null : undefined;
  const row: unknown = value[0];
  if (!Array.isArray(row)) return readCell(row);
  return row.length === 1 ? readCell(row[0]) : undefined;
};

/** Empty for an argument of any kind: nothing, or an empty text. */
export const isEmpty = (cell: Input | undefined): cell is null | "" | undefined =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/**
 * Empty for what is no number: a date, a word, a ticker, a name. Excel hands an empty cell over as 0, "" or null, by
 * build and platform, in ranges too (office-js issues 5262, 4702 and 1951; "First hour in Excel", check 4).
 */
export const isBlank = (cell: Input | undefined): cell is null | "" | 0 | undefined => cell === 0 || isEmpty(cell);

/** For sentences on a 0 that cannot be meant: among numbers it cannot be told from an empty cell. */
export const mayBeEmpty = (where: string): string =>
  `An empty cell can arrive as 0: write IF(${where}="","",${where}) in place of ${where}.`;
