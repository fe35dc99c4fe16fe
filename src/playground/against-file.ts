// An opened file is calculated and held against the values that the file has. What calculates differently here keeps the
// file's value, without its formula. Formulas that ask the record, the clock or for chance stand still meanwhile.
import type { IWorkbookData } from "@univerjs/core";
import type { Area } from "../common/address";
import type { FormulaCell } from "../xlsx/read/formulas-in";
import type { OpenedBook } from "../xlsx/read/book-in";
import type { Differing, SheetFormula } from "./differing";
import { rootsOf } from "./differing-roots";
import { enterCells, type NewCells } from "./enter-cells";
import type { Grid, Plain } from "./grid";
import { keptMark } from "./kept-marks";
import { filledFrom } from "./filled";
import { isSame, plainOf } from "./same-value";

/** Each round finds what differs by itself, and not only for what it refers to; then all that is left is kept. */
const MOST_ROUNDS = 5;
/** Beyond, looking for what refers to what takes too long. */
const MOST_COMPARED = 500;

const areaOf = ({ row, column, fills }: FormulaCell): Area =>
  fills ?? { first: { row, column }, last: { row, column } };

const sameArea = (a: Area, b: Area): boolean =>
  a.first.row === b.first.row &&
  a.first.column === b.first.column &&
  a.last.row === b.last.row &&
  a.last.column === b.last.column;

/** The workbook with the values of the file alone, as a copy: Univer writes into what it is given. */
export const withoutFormulas = ({ data, sheets }: OpenedBook): Partial<IWorkbookData> => ({
  ...data,
  sheets: Object.fromEntries(
    sheets.map(({ id, values }) => [id, { ...data.sheets?.[id], cellData: structuredClone(values) }]),
  ),
});

export const openAgainstFile = async (grid: Grid, book: OpenedBook): Promise<readonly Differing[]> => {
  const valuesOf = new Map(book.sheets.map(({ id, values }) => [id, values]));
  const all = book.sheets.flatMap(({ id, name, formulas }) =>
    formulas.map((formula): SheetFormula => ({ ...formula, sheetId: id, sheet: name })),
  );
  const inFile = (sheetId: string, row: number, column: number): Plain =>
    plainOf(valuesOf.get(sheetId)?.[row]?.[column] ?? {});
  /** Programs that write files without calculating them leave nothing, or 0. */
  const hasValue = ({ sheetId, row, column }: SheetFormula): boolean => {
    const value = inFile(sheetId, row, column);
    return value !== null && !(book.asksToCalculate && (value === 0 || value === ""));
  };

  const cellsOf = (
    of: SheetFormula,
    cell: (row: number, column: number) => NewCells[string][number][number],
  ): NewCells => {
    const { first, last } = areaOf(of);
    const lines: NewCells[string] = {};
    for (let row = first.row; row <= last.row; row++) {
      const line: NewCells[string][number] = (lines[row] = {});
      for (let column = first.column; column <= last.column; column++) line[column] = cell(row, column);
    }
    return { [of.sheetId]: lines };
  };
  const enter = (formulas: readonly SheetFormula[]): Promise<void> =>
    enterCells(
      grid,
      formulas.map((of) =>
        cellsOf(of, (row, column) => ({
          v: null,
          f: row === of.row && column === of.column ? of.formula : null,
          si: null,
        })),
      ),
    );
  const keep = (differing: readonly Differing[]): Promise<void> =>
    enterCells(
      grid,
      differing.map(({ of }) =>
        cellsOf(of, (row, column) => {
          const { v = null, t = null } = valuesOf.get(of.sheetId)?.[row]?.[column] ?? {};
          return { v, t, f: null, si: null, custom: keptMark(of.formula, v) };
        }),
      ),
    );

  const difference = (of: SheetFormula): Differing | undefined => {
    const { sheetId, row, column } = of;
    const [theirs, ours] = [inFile(sheetId, row, column), grid.value(sheetId, row, column)];
    const area = areaOf(of);
    const found = { of, inFile: theirs, here: ours };
    if (!isSame(theirs, ours) || !sameArea(area, filledFrom(grid, sheetId, { row, column }))) return found;
    if (!of.fills) return undefined;
    for (let at = area.first.row; at <= area.last.row; at++) {
      for (let across = area.first.column; across <= area.last.column; across++) {
        const [inThis, now] = [inFile(sheetId, at, across), grid.value(sheetId, at, across)];
        if (!isSame(inThis, now)) return { of, inFile: inThis, here: now };
      }
    }
    return undefined;
  };

  const [still, moving] = [
    all.filter((of) => of.isLive && hasValue(of)),
    all.filter((of) => !of.isLive || !hasValue(of)),
  ];
  await enter(moving);
  let checked = moving.filter(hasValue);
  const kept: Differing[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const differing = checked.flatMap((of) => difference(of) ?? []);
    if (differing.length === 0) break;
    const roots = round === MOST_ROUNDS || differing.length > MOST_COMPARED ? [] : rootsOf(grid, differing);
    const now = roots.length > 0 ? roots : differing;
    await keep(now);
    kept.push(...now);
    const gone = new Set(now.map(({ of }) => of));
    checked = checked.filter((of) => !gone.has(of));
  }
  await enter(still);
  return kept;
};
