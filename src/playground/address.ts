// A1 addresses as rows and columns, counted from 0 as Univer does.
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly sheet?: string;
  readonly first: Place;
  readonly last: Place;
}

const A1 = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i;

export const columnIndex = (letters: string): number =>
  Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0) -
  1;

export const columnLetters = (index: number): string =>
  index < 0 ? "" : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

const placeOf = (text: string): Place => {
  const [, letters, row] = A1.exec(text) ?? [];
  if (letters === undefined || row === undefined) throw new Error(`"${text}" is no cell address.`);
  return { row: Number(row) - 1, column: columnIndex(letters) };
};

/** "B4", "B4:G9", "'By month'!A7:A39". */
export const areaOf = (address: string): Area => {
  const bang = address.lastIndexOf("!");
  const [first = "", last = first] = address.slice(bang + 1).split(":");
  const cells = { first: placeOf(first), last: placeOf(last) };
  if (bang < 0) return cells;
  return {
    sheet: address
      .slice(0, bang)
      .replace(/^'(.*)'$/, "$1")
      .replaceAll("''", "'"),
    ...cells,
  };
};

export const addressOf = ({ row, column }: Place, sheet: string): string => {
  const name = /^[A-Za-z_]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${columnLetters(column)}${row + 1}`;
};
