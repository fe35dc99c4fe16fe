// The cells that a formula fills.
import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { Area, CellPlace } from "../common/address";
import type { Grid } from "./grid";

export const filledFrom = (grid: Grid, sheetId: string, { row, column }: CellPlace): Area => {
  const filled: Readonly<Record<number, Readonly<Record<number, IRange>> | undefined>> =
    grid.injector.get(FormulaDataModel).getArrayFormulaRange()[grid.workbook.getId()]?.[sheetId] ?? {};
  const range = filled[row]?.[column];
  return {
    first: { row, column },
    last: range ? { row: range.endRow, column: range.endColumn } : { row, column },
  };
};
