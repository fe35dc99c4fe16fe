// What the browser workbook refuses to write over, in the words of the port: Univer itself opens a dialog, or just writes.
import type { Area } from "../common/address";
import { BEING_EDITED, WorkbookError } from "../workbook/port";
import type { Grid } from "./grid";

const PROTECTED =
  "The sheet is protected: unprotect it (right click on its name below, Unprotect Worksheet) or pick another sheet.";

/** Throws where a cell is being edited, or where one of these is protected. */
export const requireWritable = (grid: Grid, { sheet, first, last }: Area): void => {
  if (grid.workbook.isCellEditing()) throw new WorkbookError("editing", BEING_EDITED);
  const permission = grid.sheet(sheet).getWorksheetPermission();
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      if (!permission.canEditCell(row, column)) throw new WorkbookError("protected", PROTECTED);
    }
  }
};
