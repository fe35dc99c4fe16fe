// The part of the add-in that reads and writes CSV, loaded when rows are first brought in.
import type { TextTable } from "../../data/problems";
import { OWN_COLUMNS, type OwnCells } from "../../refresh/own-rows";

/** The first line of the file: no cell of it needs quotes. */
export const TEMPLATE = OWN_COLUMNS.join(",");

const load = async () => {
  try {
    return await import(/* webpackChunkName: "csv" */ "../../refresh/csv");
  } catch {
    throw new Error("The part of the add-in that reads CSV did not load: check the connection, then try again.");
  }
};

export const readCsvText = async (text: string): Promise<TextTable> => (await load()).readCsv(text);

export const writeCsvText = async (cells: readonly OwnCells[]): Promise<string> =>
  (await load()).writeCsv(OWN_COLUMNS, cells);
