// Described sheets as new sheets of Excel's workbook: cells in rectangles, looks, names, choices, print layout, charts
// ("First hour in Excel", check 10).
import { cellName, placeOf } from "../../common/address";
import { blocks, type Placed } from "../blocks";
import { drawCharts } from "./charts";
import { dress } from "./looks";
import { run } from "./run";
import { WorkbookError } from "../port";
import type { SheetArea, SheetCell, SheetDescription } from "../../sheets/sheet";

/** Excel measures columns and rows in points, 72 to the 96 pixels of a description. */
const points = (pixels: number): number => pixels * 0.75;

/** What Excel would read as a formula, number or date needs its apostrophe to stay text. */
const asText = (text: string): string => (/^['=+\-@\d.(]|^(true|false)$/i.test(text) ? `'${text}` : text);

const contentOf = (cell: SheetCell): string | number => {
  if ("formula" in cell) return cell.formula;
  return typeof cell.value === "string" ? asText(cell.value) : cell.value;
};

const sameLook = (a: SheetCell, b: SheetCell): boolean =>
  a.style === b.style && a.format === b.format && a.align === b.align;

const place = (cell: SheetCell): Placed<SheetCell>[] => {
  const at = placeOf(cell.address);
  return at ? [{ ...at, item: cell }] : [];
};

const areaAt = (row: number, column: number, rows: number, columns: number): string =>
  `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

const fill = (sheet: Excel.Worksheet, { cells, areas = [] }: SheetDescription): void => {
  const placed = cells.flatMap(place);
  const dressed = (range: string, look: Omit<SheetArea, "range">): void => {
    dress(sheet.getRange(range), look);
  };
  for (const { range, ...look } of areas) dressed(range, look);
  for (const { row, column, items } of blocks(placed, sameLook)) {
    const [look] = items[0] ?? [];
    if (look) dressed(areaAt(row, column, items.length, items[0]?.length ?? 1), look);
  }
  // Formats first: an input that is formatted as text, or as a date, reads what is written into it accordingly.
  for (const { row, column, items } of blocks(placed)) {
    const range = sheet.getRange(areaAt(row, column, items.length, items[0]?.length ?? 1));
    range.formulas = items.map((line) => line.map(contentOf));
  }
};

const arrange = (sheet: Excel.Worksheet, described: SheetDescription): void => {
  const { columnWidths, rowHeights = {}, frozenRows, choices = [], print } = described;
  for (const [letters, width] of Object.entries(columnWidths)) {
    sheet.getRange(`${letters}:${letters}`).format.columnWidth = points(width);
  }
  for (const [row, height] of Object.entries(rowHeights)) {
    sheet.getRange(`${row}:${row}`).format.rowHeight = points(height);
  }
  if (frozenRows !== undefined) sheet.freezePanes.freezeRows(frozenRows);
  for (const { range, values } of choices) {
    sheet.getRange(range).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(",") } };
  }
  // Grid lines since ExcelApi 1.8, page layout since 1.9.
  sheet.showGridlines = false;
  if (!print || !Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return;
  sheet.pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, ...(print.onePage ? { verticalFitToPages: 1 } : {}) };
  sheet.pageLayout.setPrintArea(print.area);
  if (print.repeatedRows !== undefined) sheet.pageLayout.setPrintTitleRows(`$${print.repeatedRows.replace(":", ":$")}`);
};

/** `taken`: the names of the sheets that are there. */
export const addSheets = async (sheets: readonly SheetDescription[], taken: readonly string[]): Promise<void> => {
  const known = taken.map((name) => name.toLowerCase());
  const clash = sheets.find(({ name }) => known.includes(name.toLowerCase()));
  if (clash)
    throw new WorkbookError("filled", `A sheet named ${clash.name} already exists: rename it, then try again.`);
  await run(async (context) => {
    const { worksheets } = context.workbook;
    const made = sheets.map((described) => ({ described, sheet: worksheets.add(described.name) }));
    // Names before formulas, and all sheets before either: a formula may point to a later sheet.
    for (const { sheet, described } of made) {
      for (const { name, range } of described.names ?? []) sheet.names.add(name, sheet.getRange(range));
    }
    for (const { sheet, described } of made) {
      arrange(sheet, described);
      fill(sheet, described);
      await context.sync();
    }
    made[0]?.sheet.activate();
    await context.sync();
  });
  await drawCharts(sheets);
};
