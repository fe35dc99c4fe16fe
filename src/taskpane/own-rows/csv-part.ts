// The part of the add-in that reads and writes CSV, loaded when rows are first brought in.
import { part } from "../../refresh/load-chunk";
import { OWN_COLUMNS, type OwnCells, type OwnTable } from "../../refresh/own-rows/own-rows";

/** The first line of the file: no cell of it needs quotes. */
export const TEMPLATE = OWN_COLUMNS.join(",");

const load = () => part(() => import(/* webpackChunkName: "csv" */ "../../refresh/own-rows/csv"));

export const readCsvText = async (text: string, told: (share: number) => void): Promise<OwnTable> =>
  (await load()).readCsvInParts(text, told);

export const writeCsvText = async (cells: readonly OwnCells[]): Promise<string> =>
  (await load()).writeCsv(OWN_COLUMNS, cells);
