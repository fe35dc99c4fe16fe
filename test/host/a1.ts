// Addresses as Excel writes them, to and from zero-based rows and columns.

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

/** "B2", "$B$2:C9", "B:C", "2:3". Undefined when it is no address. */
export const parseArea = (address: string): Area | undefined => {
  const [first = "", last = first] = address.replaceAll("$", "").split(":");
  const corner = (text: string): { column: number | undefined; row: number | undefined } | undefined => {
    const match = /^([A-Za-z]{1,3})?([1-9]\d{0,6})?$/.exec(text);
    if (!match || text === "") return undefined;
    const [, letters, digits] = match;
    return {
      column: letters === undefined ? undefined : columnOf(letters),
      row: digits === undefined ? undefined : Number(digits) - 1,
    };
  };
  const start = corner(first);
  const end = corner(last);
  if (!start || !end) return undefined;
  const rows = [start.row ?? 0, end.row ?? ROWS - 1] as const;
  const columns = [start.column ?? 0, end.column ?? COLUMNS - 1] as const;
  return {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.abs(rows[1] - rows[0]) + 1,
    columns: Math.abs(columns[1] - columns[0]) + 1,
  };
};

export const cellName = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`;

export const areaName = ({ row, column, rows, columns }: Area): string => {
  if (rows === 1 && columns === 1) return cellName(row, column);
  if (rows === ROWS) return `${lettersOf(column)}:${lettersOf(column + columns - 1)}`;
  if (columns === COLUMNS) return `${row + 1}:${row + rows}`;
  return `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;
};

/** "Sheet1!A1", quoted where Excel quotes. */
export const withSheet = (sheet: string, address: string): string =>
  /^[A-Za-z_][\w.]*$/.test(sheet) ? `${sheet}!${address}` : `'${sheet.replaceAll("'", "''")}'!${address}`;

/** The sheet's name, where the address has one, and the rest. */
export const splitSheet = (address: string): { sheet: string | undefined; rest: string } => {
  const at = address.lastIndexOf("!");
  if (at < 0) return { sheet: undefined, rest: address };
  const name = address.slice(0, at);
  return { sheet: /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name, rest: address.slice(at + 1) };
};
