// The open workbook as a file in the user's folder for downloads.
import type { SnapshotBook } from "../../xlsx/write/snapshot";
import { snapshotXlsx } from "../../xlsx/write/snapshot-xlsx";
import type { Workbook } from "../../workbook/port";
import { valuesAlone } from "./values";
import { valuesWithSources } from "./values-with-sources";

export type FileContent = "formulas" | "values" | "sources";

const ENDINGS: Readonly<Record<FileContent, string>> = {
  formulas: "",
  values: "-values",
  sources: "-values-with-sources",
};

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
  return `${stem === "" ? "workbook" : stem}-record-${version}${ENDINGS[content]}.xlsx`;
};

const bytesOf = async (snapshot: SnapshotBook, workbook: Workbook, content: FileContent): Promise<Uint8Array> => {
  if (content === "formulas") return snapshotXlsx(snapshot, "growing");
  const values = content === "values" ? valuesAlone(snapshot) : await valuesWithSources(snapshot, workbook);
  return snapshotXlsx(values, "now");
};

/** `workbook` is the one that the snapshot was taken of. */
export const download = async (
  snapshot: SnapshotBook,
  workbook: Workbook,
  name: string,
  content: FileContent,
): Promise<void> => {
  const bytes = await bytesOf(snapshot, workbook, content);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
};
