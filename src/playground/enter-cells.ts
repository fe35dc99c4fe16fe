// Cells put into the open workbook as a file brings them: not as edits of its user, which could be undone.
import { ICommandService, type ICellData, type Nullable } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

/** By the sheet's id, row and column. */
export type NewCells = Record<string, Record<number, Record<number, Nullable<ICellData>>>>;

export const enterCells = async (grid: Grid, parts: readonly NewCells[]): Promise<void> => {
  if (parts.length === 0) return;
  const bySheet: NewCells = {};
  for (const part of parts) {
    for (const [sheetId, rows] of Object.entries(part)) {
      const sheet = (bySheet[sheetId] ??= {});
      for (const [row, cells] of Object.entries(rows)) Object.assign((sheet[Number(row)] ??= {}), cells);
    }
  }
  const commands = grid.injector.get(ICommandService);
  const unitId = grid.workbook.getId();
  await grid.calculated(() => {
    for (const [subUnitId, cellValue] of Object.entries(bySheet)) {
      commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId, subUnitId, cellValue });
    }
  });
};
