// Addresses as Excel writes them: the sheet's name, quoted where it must be, and the cells.

/** "'By month'!A7" is "By month" and "A7"; without a sheet the name is undefined. */
export const splitAddress = (address: string): { readonly sheet: string | undefined; readonly cells: string } => {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, cells: address };
  const sheet = address.slice(0, bang);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length > 1;
  return { sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, cells: address.slice(bang + 1) };
};

/** A sheet's name in quotes, whether it needs them or not. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

export const withSheet = (sheet: string, cells: string): string =>
  `${/^[A-Za-z_]\w*$/.test(sheet) ? sheet : quoted(sheet)}!${cells}`;

/** "B4:G9" as "$B$4:$G$9". */
export const absolute = (range: string): string => range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

export const columnLetters = (index: number): string =>
  index < 0 ? "" : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

export const columnIndex = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Row and column counted from 0: (0, 0) is "A1". */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** "B4:G9", "B4" where both are the same cell. */
export const cellsName = (first: CellPlace, last: CellPlace): string => {
  const [from, to] = [first, last].map(({ row, column }) => cellName(row, column));
  return from === to ? (from ?? "") : `${from ?? ""}:${to ?? ""}`;
};

/** "B4" or "$B$4", counted from 0; undefined if it is no cell. */
export const placeOf = (cell: string): CellPlace | undefined => {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i.exec(cell) ?? [];
  return letters === undefined || row === undefined
    ? undefined
    : { row: Number(row) - 1, column: columnIndex(letters) };
};

/** Cells from a first to a last one, both included. */
export interface Area {
  readonly sheet?: string;
  readonly first: CellPlace;
  readonly last: CellPlace;
}

const requirePlace = (text: string): CellPlace => {
  const place = placeOf(text);
  if (!place) throw new Error(`"${text}" is no cell address.`);
  return place;
};

/** "B4", "B4:G9", "'By month'!A7:A39". */
export const areaOf = (address: string): Area => {
  const { sheet, cells } = splitAddress(address);
  const [first = "", last = first] = cells.split(":");
  const places = { first: requirePlace(first), last: requirePlace(last) };
  return sheet === undefined ? places : { sheet, ...places };
};

export const addressOf = ({ row, column }: CellPlace, sheet: string): string => withSheet(sheet, cellName(row, column));
