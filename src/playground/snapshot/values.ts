// The open workbook without its formulas: for spreadsheets that lack this add-in and calculate when they open a file.
import type { SnapshotBook } from "../../xlsx/write/snapshot";
import { hasOurs } from "../../taskpane/formula/read";

export const valuesAlone = (snapshot: SnapshotBook): SnapshotBook => ({
  ...snapshot,
  names: snapshot.names.filter(({ refersTo }) => !hasOurs(`=${refersTo}`)),
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
