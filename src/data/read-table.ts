// One CSV file of the record as a table of texts. The add-in reads the packed record and never needs this.
import Papa from "papaparse";
import type { Problem, TextTable } from "./row-reader";

/** A CSV text as rows of texts, each with the line of the file on which it begins. */
export const readTable = (file: string, csv: string, problems: Problem[]): TextTable => {
  let header: readonly string[] = [];
  const rows: { line: number; cells: Record<string, string> }[] = [];
  let line = 1;
  Papa.parse<string[]>(csv.replace(/\r\n/g, "\n"), {
    delimiter: ",",
    step: ({ data, errors }) => {
      const complain = (sentence: string): void => void problems.push({ file, line, sentence });
      for (const error of errors) complain(`${error.message}: correct the quotes of this line.`);
      if (line === 1) header = data;
      else if (data.length === 1 && data[0] === "") complain("The line is empty: remove it.");
      else if (data.length !== header.length) {
        complain(
          `The line has ${data.length} cells where the header has ${header.length}: quote cells that hold a comma.`,
        );
      } else rows.push({ line, cells: Object.fromEntries(header.map((column, i) => [column, data[i] ?? ""])) });
      line += 1 + data.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    },
  });
  return { file, header, rows };
};
