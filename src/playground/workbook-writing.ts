// The part of the browser workbook's port that needs Univer itself and writes: areas of cells, and whole sheets.
import { CellValueType, isDefaultFormat, type ICellData } from "@univerjs/core";
import { type Area, absolute, areaOf, cellName, quoted } from "../common/address";
import { WorkbookError, type AreaWrite } from "../workbook/port";
import type { SheetDescription } from "../sheets/sheet";
import { IFunctionService } from "@univerjs/preset-sheets-core";
import { showCharts } from "./charts";
import { withFreeNames } from "../sheets/free-names";
import type { Grid } from "./grid";
import { requireWritable } from "./refusals";
import { workbookData } from "./render";

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

/** Univer adds it to the looks that the cell has. What the user chose stays, and General is what a cell has anyway. */
const lookOf = (format: string | undefined, own: string | undefined): ICellData =>
  format === undefined || isDefaultFormat(format) || (own && !isDefaultFormat(own))
    ? {}
    : { s: { n: { pattern: format } } };

const areaFilled = ({ sheet, cell, content }: AreaWrite): Area => {
  const { first } = areaOf(cell);
  const last = { row: first.row + content.length - 1, column: first.column + (content[0]?.length ?? 1) - 1 };
  return { sheet, first, last };
};

export const requireAllWritable = (grid: Grid, areas: readonly AreaWrite[]): void => {
  for (const area of areas) requireWritable(grid, areaFilled(area));
};

export const writeAreas = (grid: Grid, areas: readonly AreaWrite[]): void => {
  requireAllWritable(grid, areas);
  for (const { sheet, cell, content, formats } of areas) {
    const { first } = areaOf(cell);
    const range = grid.sheet(sheet).getRange(first.row, first.column, content.length, content[0]?.length ?? 1);
    const own = formats && range.getNumberFormats();
    range.setValues(
      content.map((row, r) =>
        row.map((value, c) => ({ ...contentOf(value), ...lookOf(formats?.[r]?.[c], own?.[r]?.[c]) })),
      ),
    );
  }
};

/** Univer inserts no sheet under an id that another has. */
let added = 0;

export const addSheets = (grid: Grid, sheets: readonly SheetDescription[]): void => {
  const taken = grid.workbook.getSheets().map((sheet) => sheet.getSheetName().toLowerCase());
  const clash = sheets.find(({ name }) => taken.includes(name.toLowerCase()));
  if (clash)
    throw new WorkbookError("filled", `A sheet named ${clash.name} already exists: rename it, then try again.`);
  const functions = grid.injector.get(IFunctionService);
  const wanted = sheets.flatMap(({ names = [] }) => names.map(({ name }) => name));
  // Excel knows a name from a function by what follows it; Univer gives no name that a function has.
  const functionNames = wanted.filter((name) => functions.hasExecutor(name.toUpperCase()));
  const definedNames = grid.workbook.getDefinedNames().map((name) => name.getName());
  const made = withFreeNames(sheets, [...definedNames, ...functionNames]).map((described) => {
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
          `${quoted(described.name)}!${absolute(`${cellName(first.row, first.column)}:${cellName(last.row, last.column)}`)}`,
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
  const ids = new Map(made.map(({ sheet }) => [sheet.getSheetName(), sheet.getSheetId()]));
  grid.described.add(sheets, (name) => ids.get(name) ?? "");
  if (room && sheets.some(({ charts }) => charts)) showCharts(grid, room, [...ids.values()]);
};
