// The cells that keep the values of an opened file, as lists to go through: which, why, and what would stand there.
import { cellsName, withSheet, type Area } from "../common/address";
import { count } from "../common/words";
import type { OpenedBook } from "../xlsx/read/book-in";
import type { Differing } from "./differing";
import type { Grid, Plain } from "./grid";

export interface ListedCell {
  readonly address: string;
  readonly says: string;
  readonly go: () => void;
}

export interface CellList {
  readonly title: string;
  readonly cells: readonly ListedCell[];
}

const shown = (value: Plain): string => (value === null || value === "" ? "nothing" : String(value));

const cells = (many: number): string => `${count(many)} ${many === 1 ? "cell" : "cells"}`;

const goTo =
  (grid: Grid, sheet: string, { first, last }: Area) =>
  (): void => {
    const found = grid.sheet(sheet);
    grid.workbook.setActiveSheet(found);
    found.getRange(first.row, first.column, last.row - first.row + 1, last.column - first.column + 1).activate();
    found.scrollToCell(Math.max(0, first.row - 3), Math.max(0, first.column - 2));
  };

export const keptLists = (grid: Grid, { sheets }: OpenedBook, differing: readonly Differing[]): readonly CellList[] => {
  const different = differing.map(({ of, inFile, here }): ListedCell => {
    const area = of.fills ?? { first: of, last: of };
    return {
      address: withSheet(of.sheet, cellsName(area.first, area.last)),
      says: `${shown(inFile)} in the file, ${shown(here)} by this workbook: ${of.formula}`,
      go: goTo(grid, of.sheet, area),
    };
  });
  const fixed = sheets.flatMap(({ name, kept }) =>
    kept.map(({ first, last, why, formula }): ListedCell => ({
      address: withSheet(name, cellsName(first, last)),
      says: formula === "" ? why : `${why}: =${formula}`,
      go: goTo(grid, name, { first, last }),
    })),
  );
  const one = different.length === 1;
  const formulas = fixed.length === 1 ? "the formula" : `the ${count(fixed.length)} formulas`;
  return [
    {
      title: `${cells(different.length)} ${one ? "calculates" : "calculate"} differently in this workbook; the file's ${one ? "value is" : "values are"} shown.`,
      cells: different,
    },
    {
      title: `See ${formulas} that this workbook cannot calculate.`,
      cells: fixed,
    },
  ].filter(({ cells: listed }) => listed.length > 0);
};
