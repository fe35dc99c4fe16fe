// The open workbook as a file in the user's folder for downloads.
import type { LiveBook } from "./live-book";
import { liveXlsx } from "./live-xlsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The browser reads the file after the click; it is not told when it has done so. */
const KEPT_MS = 60_000;

/** "Q3 model.xlsx" and the record as "Q3-model-record-2026-08-31.xlsx"; an older record in the name makes room. */
export const fileNameOf = (title: string, version: string): string => {
  const stem = title
    .replace(/\.xls[xm]$/i, "")
    .replace(/-record-\d{4}-\d\d-\d\d\S*$/, "")
    .replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, "-")
    .replace(/^[-.]+|-+$/g, "");
  return `${stem === "" ? "workbook" : stem}-record-${version}.xlsx`;
};

export const download = async (live: LiveBook, name: string): Promise<void> => {
  const bytes = await liveXlsx(live);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
};
