// The part of the browser workbook's port that needs Univer itself: what formulas fill, and whole areas and sheets.
import { CellValueType, type ICellData, type IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import {
  WorkbookError,
  type AreaWrite,
  type CellContent,
  type CellTable,
  type FormulaAt,
  type FormulaBehind,
  type Scope,
} from "../workbook/port";
import type { SheetDescription } from "../workbook/sheet";
import { addressOf, areaOf, columnLetters, type Area, type Place } from "./address";
import { showCharts } from "./charts";
import { withFreeNames } from "./free-names";
import type { Grid, Plain } from "./grid";
import { workbookData } from "./render";

/** Univer keeps an error as its code in text. */
const asContent = (value: Plain): CellContent =>
  typeof value === "string" && /^#[A-Z0-9/]+[!?A]$/.test(value) ? { code: value } : value === "" ? null : value;

/** The area that a formula fills: the one whose first cell is `place`, or the one in which `place` lies. */
const filledAround = (grid: Grid, { row, column }: Place, sheetId: string): Area | undefined => {
  const filled: Readonly<Record<number, Readonly<Record<number, IRange>> | undefined>> =
    grid.injector.get(FormulaDataModel).getArrayFormulaRange()[grid.workbook.getId()]?.[sheetId] ?? {};
  const around = Object.values(filled)
    .flatMap((byColumn) => Object.values(byColumn ?? {}))
    .find(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
    );
  return (
    around && {
      first: { row: around.startRow, column: around.startColumn },
      last: { row: around.endRow, column: around.endColumn },
    }
  );
};

export const formulaBehind = (grid: Grid, place: Place): FormulaBehind | undefined => {
  const sheet = grid.sheet();
  const first = filledAround(grid, place, sheet.getSheetId())?.first ?? place;
  const behind = grid.read({ first, last: first })[0]?.[0];
  if (!behind?.formula) return undefined;
  return {
    address: addressOf(first, sheet.getSheetName()),
    formula: behind.formula,
    text: behind.text,
    row: place.row - first.row,
    column: place.column - first.column,
  };
};

export const readReference = (grid: Grid, reference: string, from: string): CellTable => {
  const isSpill = reference.endsWith("#");
  const { sheet = from, first, last } = areaOf(isSpill ? reference.slice(0, -1) : reference);
  const filled = isSpill ? filledAround(grid, first, grid.sheet(sheet).getSheetId()) : undefined;
  return grid.values({ sheet, ...(filled ?? { first, last }) }).map((row) => row.map(asContent));
};

export const formulasIn = (grid: Grid, scope: Scope, wanted: (formula: string) => boolean): readonly FormulaAt[] => {
  const sheets = scope === "workbook" ? grid.workbook.getSheets() : [grid.sheet()];
  const selected = scope === "selection" ? grid.sheet().getActiveRange()?.getRange() : undefined;
  return sheets.flatMap((sheet) => {
    const found: FormulaAt[] = [];
    const name = sheet.getSheetName();
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const isOutside =
          selected &&
          (row < selected.startRow ||
            row > selected.endRow ||
            column < selected.startColumn ||
            column > selected.endColumn);
        if (isOutside || !cell) return;
        const formula = sheet.getRange(row, column).getFormula();
        if (formula === "" || !wanted(formula)) return;
        const place = { row, column };
        const read = grid.read({ sheet: name, first: place, last: place })[0]?.[0];
        const value = asContent(read?.value ?? null);
        const filled = filledAround(grid, place, sheet.getSheetId());
        const rows = filled ? filled.last.row - filled.first.row + 1 : 1;
        const columns = filled ? filled.last.column - filled.first.column + 1 : 1;
        const at = `${columnLetters(column)}${row + 1}`;
        found.push({ sheet: name, cell: at, formula, text: read?.text ?? "", value, rows, columns });
      });
    return found;
  });
};

/** Values and formulas as Univer keeps them; an apostrophe before a text is not part of it. */
const contentOf = (value: string | number | boolean): ICellData => {
  if (typeof value !== "string") return { v: value, f: null, si: null };
  if (value.startsWith("=")) return { f: value, v: null, si: null };
  return {
    v: value.replace(/^'/, ""),
    f: null,
    si: null,
    ...(value.startsWith("'") ? { t: CellValueType.STRING } : {}),
  };
};

export const writeAreas = (grid: Grid, areas: readonly AreaWrite[]): void => {
  for (const { sheet, cell, content, formats } of areas) {
    const { first } = areaOf(cell);
    const range = grid.sheet(sheet).getRange(first.row, first.column, content.length, content[0]?.length ?? 1);
    range.setValues(content.map((row) => row.map(contentOf)));
    if (formats) range.setNumberFormats(formats.map((row) => [...row]));
  }
};

/** Univer inserts no sheet under an id that another has. */
let added = 0;

export const addSheets = (grid: Grid, sheets: readonly SheetDescription[]): void => {
  const taken = grid.workbook.getSheets().map((sheet) => sheet.getSheetName().toLowerCase());
  const clash = sheets.find(({ name }) => taken.includes(name.toLowerCase()));
  if (clash)
    throw new WorkbookError("filled", `There is a sheet named ${clash.name} already: rename it, then try again.`);
  const names = grid.workbook.getDefinedNames().map((name) => name.getName());
  const made = withFreeNames(sheets, names).map((described) => {
    const [data] = Object.values(workbookData(described.name, [described]).sheets ?? {});
    const id = `added-${++added}`;
    // Without its cells first: a name must be known before a formula that has it is calculated.
    const sheet = grid.workbook.insertSheet(described.name, { sheet: { ...data, id, cellData: {} } });
    for (const { name, range } of described.names ?? []) {
      const { first, last } = areaOf(range);
      const builder = grid.workbook
        .newDefinedNameBuilder()
        .setName(name)
        .setRef(
          `'${described.name.replaceAll("'", "''")}'!$${columnLetters(first.column)}$${first.row + 1}:$${columnLetters(last.column)}$${last.row + 1}`,
        )
        .setScopeToWorksheet(sheet);
      grid.workbook.insertDefinedNameBuilder(builder.build());
    }
    return { sheet, cells: data?.cellData ?? {} };
  });
  for (const { sheet, cells } of made) {
    const area = sheet.getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns());
    area.setValues(cells);
  }
  if (made[0]) grid.workbook.setActiveSheet(made[0].sheet);
  const room = document.getElementById("grid")?.parentElement;
  if (room) showCharts(grid, room, sheets);
};
