// CSV in and out for own rows. Only the pane reads this file, and only when rows are brought in: the parser is not small.
import Papa from "papaparse";
import type { TextRow, TextTable } from "../../data/row-reader";

/** Comma, semicolon or tab, as found. Names of columns are read in any case; empty lines do not count. */
export const readCsv = (text: string, file = "own rows"): TextTable => {
  let header: readonly string[] = [];
  const rows: TextRow[] = [];
  let line = 1;
  Papa.parse<string[]>(text.replace(/\r\n?/g, "\n"), {
    delimitersToGuess: [",", ";", "\t"],
    step: ({ data }) => {
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) {
        if (header.length === 0) header = cells.map((cell) => cell.toLowerCase());
        else
          rows.push({ line, cells: Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ""])) });
      }
      line += 1 + data.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    },
  });
  return { file, header, rows };
};

export const writeCsv = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string =>
  Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? "")) }) + "\r\n";
