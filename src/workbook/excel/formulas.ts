// Formulas of a selection, a sheet or a workbook, read and written in pieces that Excel on the web accepts: 5 MB a
// request (https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization).
import { cellName } from "../../common/address";
import { asContent, asTyped, knowsSpills, protectedSheet, run } from "./run";
import type { AreaWrite, FormulaAt, Scope, Workbook } from "../port";

/** Formula, text, value and type of so many cells stay far below the limit. */
const MOST_CELLS = 10_000;
const MOST_RANGES = 1000;

interface Piece {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const usedIn = async (context: Excel.RequestContext, scope: Scope): Promise<readonly Piece[]> => {
  const { worksheets } = context.workbook;
  const place = "rowIndex, columnIndex, rowCount, columnCount, worksheet/name";
  if (scope !== "workbook") {
    const from = scope === "sheet" ? worksheets.getActiveWorksheet() : context.workbook.getSelectedRange();
    const used = from.getUsedRangeOrNullObject(true).load(place);
    await context.sync();
    return used.isNullObject ? [] : pieces(used);
  }
  worksheets.load("items/name");
  await context.sync();
  const all = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load(place));
  await context.sync();
  return all.flatMap((used) => (used.isNullObject ? [] : pieces(used)));
};

const pieces = ({ worksheet, rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): readonly Piece[] => {
  const rows = Math.max(1, Math.floor(MOST_CELLS / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, i) => ({
    sheet: worksheet.name,
    row: rowIndex + i * rows,
    column: columnIndex,
    rows: Math.min(rows, rowCount - i * rows),
    columns: columnCount,
  }));
};

type Found = Omit<FormulaAt, "rows" | "columns">;

/**
 * How far each formula reaches, in one request for many of them. Without the cells that another one fills, whatever
 * Excel says is in them: what is written there breaks the spill ("First hour in Excel", check 13).
 */
const measured = async (context: Excel.RequestContext, found: readonly Found[]): Promise<readonly FormulaAt[]> => {
  if (!knowsSpills()) return found.map((each) => ({ ...each, rows: 1, columns: 1 }));
  const result: FormulaAt[] = [];
  for (let from = 0; from < found.length; from += MOST_RANGES) {
    const part = found.slice(from, from + MOST_RANGES).map((each) => {
      const cell = context.workbook.worksheets.getItem(each.sheet).getRange(each.cell);
      return {
        each,
        filled: cell.getSpillingToRangeOrNullObject().load("rowCount, columnCount"),
        parent: cell.getSpillParentOrNullObject().load("rowIndex, columnIndex"),
      };
    });
    await context.sync();
    for (const { each, filled, parent } of part) {
      if (!parent.isNullObject && cellName(parent.rowIndex, parent.columnIndex) !== each.cell) continue;
      const size = filled.isNullObject ? undefined : filled;
      result.push({ ...each, rows: size?.rowCount ?? 1, columns: size?.columnCount ?? 1 });
    }
  }
  return result;
};

export const formulas: Workbook["formulas"] = (scope, wanted) =>
  run(async (context) => {
    const found: Found[] = [];
    for (const { sheet, row, column, rows, columns } of await usedIn(context, scope)) {
      const range = context.workbook.worksheets
        .getItem(sheet)
        .getRange(`${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`)
        .load("formulas, text, values, valueTypes");
      await context.sync();
      range.formulas.forEach((line: unknown[], r) => {
        line.forEach((typed, c) => {
          const formula = asTyped(typed);
          // A text that reads like a formula is its own value.
          if (!formula.startsWith("=") || formula === range.values[r]?.[c] || !wanted(formula)) return;
          const value = asContent(range.values[r]?.[c], range.valueTypes[r]?.[c]);
          found.push({ sheet, cell: cellName(row + r, column + c), formula, text: range.text[r]?.[c] ?? "", value });
        });
      });
    }
    return measured(context, found);
  });

const rangeOf = (context: Excel.RequestContext, { sheet, cell, content }: AreaWrite): Excel.Range =>
  context.workbook.worksheets
    .getItem(sheet)
    .getRange(cell)
    .getAbsoluteResizedRange(content.length, content[0]?.length ?? 1);

/** Excel stops at the first protected cell, with what came before it written: all are asked first. */
export const requireWritable: Workbook["requireWritable"] = (areas) =>
  run(async (context) => {
    const sheets = new Map(
      areas.map(({ sheet }) => [sheet, context.workbook.worksheets.getItem(sheet).protection.load("protected")]),
    );
    await context.sync();
    const inProtected = areas.filter(({ sheet }) => sheets.get(sheet)?.protected);
    for (let from = 0; from < inProtected.length; from += MOST_RANGES) {
      const asked = inProtected.slice(from, from + MOST_RANGES);
      const locks = asked.map((area) => rangeOf(context, area).format.protection.load("locked"));
      await context.sync();
      // Of cells of both kinds Excel says null.
      const refused = asked[locks.findIndex(({ locked }) => (locked as boolean | null) !== false)];
      if (refused) throw protectedSheet(refused.sheet);
    }
  });

const sizeOf = ({ content }: AreaWrite): number => content.length * (content[0]?.length ?? 0);

/** Formats of the answer where the cell has none: what the user chose stays. */
const withOwnFormats = async (context: Excel.RequestContext, areas: readonly AreaWrite[]) => {
  const ranges = areas.map((area) => {
    const range = rangeOf(context, area);
    return { area, range: area.formats ? range.load("numberFormat") : range };
  });
  await context.sync();
  return ranges.map(({ area, range }) => {
    const formats = area.formats?.map((row, r) =>
      row.map((format, c) => {
        const own: unknown = range.numberFormat[r]?.[c];
        return typeof own === "string" && own !== "General" ? own : format;
      }),
    );
    return { content: area.content, formats, range };
  });
};

/** Areas that go into one request. */
const batches = (areas: readonly AreaWrite[]): readonly (readonly AreaWrite[])[] => {
  const all: AreaWrite[][] = [];
  let size = Infinity;
  for (const area of areas) {
    if (size + sizeOf(area) > MOST_CELLS || (all.at(-1)?.length ?? 0) >= MOST_RANGES) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(area);
    size += sizeOf(area);
  }
  return all;
};

export const write: Workbook["write"] = async (areas) => {
  await requireWritable(areas);
  await run(async (context) => {
    for (const batch of batches(areas)) {
      for (const { content, formats, range } of await withOwnFormats(context, batch)) {
        range.formulas = content.map((row) => [...row]);
        if (formats) range.numberFormat = formats;
      }
      await context.sync();
    }
  });
};
