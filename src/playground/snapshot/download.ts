// The open workbook as a file in the user's folder for downloads.
import type { SnapshotBook } from "../../xlsx/write/snapshot";
import { snapshotXlsx } from "../../xlsx/write/snapshot-xlsx";

export type FileContent = "formulas" | "values";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The browser reads the file after the click; it is not told when it has done so. */
const KEPT_MS = 60_000;

/** "Q3 model.xlsx" and the record as "Q3-model-record-2026-08-31.xlsx"; an older record in the name makes room. */
export const fileNameOf = (title: string, version: string, content: FileContent): string => {
  const stem = title
    .replace(/\.xls[xm]$/i, "")
    .replace(/-record-\d{4}-\d\d-\d\d\S*$/, "")
    .replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, "-")
    .replace(/^[-.]+|-+$/g, "");
  return `${stem === "" ? "workbook" : stem}-record-${version}${content === "values" ? "-values" : ""}.xlsx`;
};

/** The same workbook without its formulas: for spreadsheets that lack this add-in and calculate when they open a file. */
const valuesAlone = (snapshot: SnapshotBook): SnapshotBook => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ row, column, value, style, format }) => ({
      row,
      column,
      value,
      ...(style === undefined ? {} : { style }),
      ...(format === undefined ? {} : { format }),
    })),
  })),
});

export const download = async (snapshot: SnapshotBook, name: string, content: FileContent): Promise<void> => {
  const bytes = await (content === "values"
    ? snapshotXlsx(valuesAlone(snapshot), "now")
    : snapshotXlsx(snapshot, "growing"));
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
};
