// Described sheets as an .xlsx file: formulas with the values they have now, so that it can be read without the add-in.
import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { catalogue } from "../../functions";
import type { SheetDescription } from "../../sheets/sheet";
import { filledBy, type Calculated, type CalculatedSheets } from "../../sheets/calculated";
import { CHARTS_GROW, chartRanges, type ChartGrowth, type ChartName } from "./chart-ranges";
import { fromCurrentEngine } from "./current-engine";
import { fileFormula } from "./file-formula";
import { withFollowingCharts } from "./following-charts";
import { lookOf } from "./look";
import { heightInPoints, widthInDigits } from "./measures";
import { definedNames } from "./names";
import { addChart } from "./native-charts";
import { addressesOf, setPage } from "./page";

const ROW_POINTS = 15;

const styleCells = (worksheet: Worksheet, sheet: SheetDescription): void => {
  for (const area of sheet.areas ?? []) {
    for (const address of addressesOf(area.range)) worksheet.getCell(address).style = lookOf(area);
  }
  for (const cell of sheet.cells) worksheet.getCell(cell.address).style = lookOf(cell);
};

const setFormat = (cell: Cell, { format }: Calculated): void => {
  if (format !== undefined && (cell.numFmt === undefined || cell.numFmt === "General")) cell.numFmt = format;
};

type CellResult = number | string | boolean;

/** Excel writes an @ before functions that may give arrays unless their formula is marked as a dynamic array. */
const isDynamic = (formula: string, ref: string): boolean => ref.includes(":") || OWN_CALL.test(formula);
const OWN_CALL = new RegExp(`\\b(?:${catalogue.map(({ id }) => id).join("|")})\\(`);

/** Text that a formula leaves empty stays an empty cell in the file: Excel fills it again when it calculates. */
const fillCells = (
  worksheet: Worksheet,
  sheet: SheetDescription,
  values: ReadonlyMap<string, Calculated>,
  withFormulas: boolean,
): void => {
  const described = new Set(sheet.cells.map(({ address }) => address));
  for (const [address, found] of values) {
    if (described.has(address) || found.value === "") continue;
    const cell = worksheet.getCell(address);
    cell.value = found.value as Cell["value"];
    setFormat(cell, found);
  }
  for (const one of sheet.cells) {
    const cell = worksheet.getCell(one.address);
    if (!("formula" in one)) {
      cell.value = one.value;
      continue;
    }
    const found = values.get(one.address);
    if (found) setFormat(cell, found);
    const result = found?.value as CellResult;
    const ref = filledBy(one, values);
    const formula = fileFormula(one.formula);
    if (!withFormulas) cell.value = result;
    else if (isDynamic(one.formula, ref))
      cell.value = { formula, result, shareType: "array", ref, isDynamicArray: true };
    else cell.value = { formula, result };
  }
};

const layOut = (worksheet: Worksheet, { frozenRows, ...sheet }: SheetDescription): void => {
  for (const [column, pixels] of Object.entries(sheet.columnWidths)) {
    worksheet.getColumn(column).width = widthInDigits(pixels);
  }
  for (const [row, pixels] of Object.entries(sheet.rowHeights ?? {})) {
    worksheet.getRow(Number(row)).height = heightInPoints(pixels);
  }
  worksheet.properties.defaultRowHeight = ROW_POINTS;
  worksheet.views = [
    frozenRows ? { state: "frozen", xSplit: 0, ySplit: frozenRows, showGridLines: false } : { showGridLines: false },
  ] as Worksheet["views"];
  setPage(worksheet, sheet);
};

export interface FileOptions {
  /** FALSE writes values in place of formulas: for programs that know neither the add-in nor a file's stored values. */
  readonly withFormulas?: boolean;
  readonly charts?: ChartGrowth;
}

export const xlsxOf = async (
  title: string,
  sheets: readonly SheetDescription[],
  values: CalculatedSheets,
  { withFormulas = true, charts = CHARTS_GROW }: FileOptions = {},
): Promise<Uint8Array> => {
  const book = new Workbook();
  const chartNames: ChartName[] = [];
  book.title = title;
  book.creator = "Miner Overhang";
  for (const sheet of sheets) {
    const worksheet = book.addWorksheet(sheet.name);
    styleCells(worksheet, sheet);
    fillCells(worksheet, sheet, values.get(sheet.name) ?? new Map<string, Calculated>(), withFormulas);
    layOut(worksheet, sheet);
    for (const chart of sheet.charts ?? []) {
      chartNames.push(
        ...addChart(worksheet, chart, chartRanges(chart, sheet.name, values, withFormulas && charts === "by names")),
      );
    }
  }
  book.definedNames.model = [...book.definedNames.model, ...definedNames(sheets, chartNames)];
  const file = await fromCurrentEngine(await book.xlsx.writeBuffer());
  if (!withFormulas || charts === "by names") return file;
  return withFollowingCharts(
    file,
    sheets.flatMap((sheet) => sheet.charts ?? []),
  );
};
