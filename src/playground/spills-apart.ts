// A formula that finds no room is #SPILL! and fills no cell but its own, yet Univer goes on to hold the whole range for
// its own: when it shrinks, is edited or finds room, the cells of the spill it had met were erased. Here such a formula
// has only its cell while anything is cleared. (univer 0.25.1, FormulaDataModel.mergeArrayFormulaCellData;
// https://github.com/dream-num/univer/blob/v0.25.1/packages/engine-formula/src/models/formula-data.model.ts)
import type { IRange, Nullable } from "@univerjs/core";
import { ErrorType, FormulaDataModel } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

type ByCell<T> = Readonly<Record<number, Record<number, T> | undefined>>;

const entriesOf = <T>(object: Nullable<Readonly<Record<string, T>>>): [string, T][] => Object.entries(object ?? {});

/** Shrinks the ranges of formulas without room to their own cells; gives what puts them back where they still are. */
const withoutRoom = (data: FormulaDataModel): (() => void) => {
  const backs: (() => void)[] = [];
  for (const [unit, sheets] of entriesOf(data.getArrayFormulaRange())) {
    for (const [sheet, rows] of entriesOf(sheets)) {
      const cells = data.getArrayFormulaCellData()[unit]?.[sheet];
      for (const [row, columns] of entriesOf(rows as ByCell<IRange>)) {
        for (const [column, range] of entriesOf(columns)) {
          const [r, c] = [Number(row), Number(column)];
          if (cells?.[r]?.[c]?.v !== ErrorType.SPILL || !columns) continue;
          const own = { ...range, endRow: range.startRow, endColumn: range.startColumn };
          columns[c] = own;
          backs.push(() => {
            const now = data.getArrayFormulaRange()[unit]?.[sheet]?.[r];
            if (now?.[c] === own) now[c] = range;
          });
        }
      }
    }
  }
  return () => {
    for (const back of backs) back();
  };
};

export const keepSpillsApart = ({ injector }: Grid): void => {
  const data = injector.get(FormulaDataModel);
  const guarded =
    <A extends unknown[], R>(act: (...given: A) => R): ((...given: A) => R) =>
    (...given) => {
      const putBack = withoutRoom(data);
      const result = act(...given);
      putBack();
      return result;
    };
  data.mergeArrayFormulaCellData = guarded(data.mergeArrayFormulaCellData.bind(data));
  data.clearPreviousArrayFormulaCellData = guarded(data.clearPreviousArrayFormulaCellData.bind(data));
  data.updateArrayFormulaCellData = guarded(data.updateArrayFormulaCellData.bind(data));
};
