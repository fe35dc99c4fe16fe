// CSV in and out for own rows. Only the pane reads this file, and only when rows are brought in: the parser is not small.
import Papa from "papaparse";
import type { OwnTable, OwnTextRow } from "./own-rows";
import { eachPart } from "./parts";

/** Parsed at a time, in characters: some ten thousand cells. */
const PART = 100_000;

/** The first line of a file of Excel's may name the sign between its columns. */
const SEPARATOR = /^\uFEFF?"?sep=(.)"?\n/i;

const QUOTES = "A quotation mark is not closed, or stands inside a cell: double it, or take it away.";
const DAMAGED = "Letters are damaged here: save the file as CSV UTF-8, or type them anew.";
const isDamaged = (cell: string): boolean => /[\p{Surrogate}\uFFFD]/u.test(cell);

/** A text that a spreadsheet would take for a formula goes out behind an apostrophe, and comes back without it. */
const READ_AS_FORMULA = /^(?:['=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;
const withoutApostrophe = (cell: string): string => (/^'['=+\-@]/.test(cell) ? cell.slice(1) : cell);

/** Line ends as one sign, and the separator that the file names itself. */
const prepared = (text: string) => {
  const lines = text.replace(/\r\n?/g, "\n");
  const [named, delimiter] = SEPARATOR.exec(lines) ?? ["", undefined];
  return { csv: lines.slice(named.length), delimiter, firstLine: named === "" ? 1 : 2 };
};

/** Takes parsed rows as they come and knows the line of each. */
class Gathered {
  header: readonly string[] = [];
  readonly rows: OwnTextRow[] = [];
  delimiter = ",";

  constructor(private line: number) {}

  add({ data, errors, meta }: Papa.ParseResult<string[]>): void {
    this.delimiter = meta.delimiter;
    const unsound = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
    data.forEach((raw, at) => {
      const cells = raw.map((cell) => withoutApostrophe(cell.trim()));
      if (cells.some((cell) => cell !== "")) this.take(cells, unsound.has(at) ? QUOTES : undefined);
      this.line += 1 + raw.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    });
  }

  private take(cells: readonly string[], broken: string | undefined): void {
    if (this.header.length === 0) {
      const names = cells.map((cell) => cell.toLowerCase());
      // Columns without a name at the end are what Excel leaves of cells that were emptied.
      this.header = names.slice(0, names.findLastIndex((name) => name !== "") + 1);
      return;
    }
    const fault = broken ?? this.faultOf(cells);
    const named = Object.fromEntries(this.header.map((column, index) => [column, cells[index] ?? ""]));
    this.rows.push({ line: this.line, cells: named, ...(fault === undefined ? {} : { fault }) });
  }

  /** What shows that a number was cut in two, or that its point may be a thousands separator. */
  private faultOf(cells: readonly string[]): string | undefined {
    const at = this.header.indexOf("value");
    const [value = "", next = ""] = at < 0 ? [] : cells.slice(at, at + 2);
    const whole = `${value},${next}`;
    if (this.delimiter === "," && /^-?\d+$/.test(value) && /^\d+(?:\.\d+)?$/.test(next))
      return `value is ${whole} without quotation marks and reads as two cells: write ${value}${next} if the comma separates thousands, ${value}.${next} if it is a decimal one.`;
    if (this.delimiter === ";" && /^-?\d{1,3}\.\d{3}$/.test(value))
      return `value is "${value}" between semicolons, where a point often separates thousands: write ${value.replace(".", "")}, or ${value}0 if it is a decimal one.`;
    const beyond = cells.slice(this.header.length).find((cell) => cell !== "");
    if (beyond !== undefined)
      return `"${beyond.slice(0, 40)}" stands beyond the last column: put quotation marks around a cell that holds a comma, or name its column.`;
    return cells.some(isDamaged) ? DAMAGED : undefined;
  }

  table(file: string): OwnTable {
    return { file, header: this.header, rows: this.rows };
  }
}

const options = (delimiter: string | undefined) => ({
  ...(delimiter === undefined ? {} : { delimiter }),
  delimitersToGuess: [",", ";", "\t"],
  newline: "\n" as const,
});

/** Comma, semicolon or tab, as found or as the file names it. Names of columns are read in any case; empty lines do not count. */
export const readCsv = (text: string, file = "own rows"): OwnTable => {
  const { csv, delimiter, firstLine } = prepared(text);
  const gathered = new Gathered(firstLine);
  gathered.add(Papa.parse<string[]>(csv, options(delimiter)));
  return gathered.table(file);
};

/** The same in parts, with the page free in between; `told` hears what share has been read. */
export const readCsvInParts = (text: string, told: (share: number) => void, file = "own rows"): Promise<OwnTable> => {
  const { csv, delimiter, firstLine } = prepared(text);
  const gathered = new Gathered(firstLine);
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(csv, {
      ...options(delimiter),
      chunkSize: PART,
      chunk: (part: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        gathered.add(part);
        parser.pause();
        told(csv.length === 0 ? 1 : part.meta.cursor / csv.length);
        void eachPart().then(() => {
          parser.resume();
        });
      },
      complete: () => {
        resolve(gathered.table(file));
      },
      error: reject,
    });
  });
};

export const writeCsv = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string =>
  `${Papa.unparse(
    { fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? "")) },
    { escapeFormulae: READ_AS_FORMULA },
  )}\r\n`;
