// The open workbook as an .xlsx file: formulas with the values that they have now, so that it can be read without the
// add-in.
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { IStyleData } from "@univerjs/core";
import { type Area, type CellPlace, cellName } from "../../common/address";
import type { Calculated, CalculatedSheets } from "../../sheets/calculated";
import { CHARTS_GROW, chartRanges, type ChartName } from "./chart-ranges";
import { fromCurrentEngine } from "./current-engine";
import { fileFormula, needsArray } from "./file-formula";
import { withFollowingCharts } from "./following-charts";
import type { SnapshotBook, SnapshotCell, SnapshotName, SnapshotSheet } from "./snapshot";
import { heightInPoints, widthInDigits } from "./measures";
import { chartNamesOf } from "./names";
import { addChart } from "./native-charts";
import { setPage } from "./page";
import { styleOut } from "./style-out";

const addressOf = ({ row, column }: CellPlace): string => cellName(row, column);
const rangeOf = ({ first, last }: Area): string => `${addressOf(first)}:${addressOf(last)}`;

type IsManyCells = (name: string) => boolean;

const fillCells = (
  worksheet: Worksheet,
  { cells }: SnapshotSheet,
  usual: IStyleData | undefined,
  isManyCells: IsManyCells,
): void => {
  for (const { row, column, value, formula, fills, style, format, comment } of cells) {
    const cell = worksheet.getCell(row + 1, column + 1);
    const own = style?.n?.pattern;
    const look = styleOut({ ...usual, ...style }, own === undefined || own === "General" ? (format ?? own) : own);
    if (Object.keys(look).length > 0) cell.style = look;
    if (comment !== undefined) cell.note = comment;
    if (formula === undefined) {
      cell.value = value;
      continue;
    }
    const inFile = fileFormula(formula);
    const result = value === null ? {} : { result: value };
    if (fills || needsArray(formula, isManyCells)) {
      const ref = fills ? rangeOf(fills) : addressOf({ row, column });
      cell.value = { formula: inFile, ...result, shareType: "array", ref, isDynamicArray: true };
    } else cell.value = { formula: inFile, ...result };
  }
};

const layOut = (worksheet: Worksheet, sheet: SnapshotSheet): void => {
  worksheet.properties.defaultColWidth = widthInDigits(sheet.widthPx);
  worksheet.properties.defaultRowHeight = heightInPoints(sheet.heightPx);
  for (const [index, { px, isHidden, style }] of sheet.columns) {
    const column = worksheet.getColumn(index + 1);
    column.width = widthInDigits(px ?? sheet.widthPx);
    column.hidden = isHidden;
    if (style) column.style = styleOut(style);
  }
  for (const [index, { px, isHidden }] of sheet.rows) {
    const row = worksheet.getRow(index + 1);
    if (px !== undefined) row.height = heightInPoints(px);
    row.hidden = isHidden;
  }
  const { rows, columns } = sheet.frozen;
  worksheet.views = [
    {
      showGridLines: sheet.showsGridlines,
      rightToLeft: sheet.isRightToLeft,
      ...(rows > 0 || columns > 0 ? { state: "frozen", xSplit: columns, ySplit: rows } : { state: "normal" }),
    },
  ];
  if (sheet.isHidden) worksheet.state = "hidden";
  const colour = styleOut({ bg: { rgb: sheet.tabColour } }).fill;
  if (colour?.type === "pattern" && colour.fgColor) worksheet.properties.tabColor = colour.fgColor;
  for (const area of sheet.merged) worksheet.mergeCellsWithoutStyle(rangeOf(area));
};

/** The cells as charts ask for them. */
const values = ({ sheets }: SnapshotBook): CalculatedSheets =>
  new Map(
    sheets.map(({ name, cells }) => [
      name,
      new Map(
        cells.flatMap((cell: SnapshotCell): [string, Calculated][] =>
          cell.value === null ? [] : [[addressOf(cell), { value: cell.value }]],
        ),
      ),
    ]),
  );

const nameOut = ({ name, refersTo, sheet }: SnapshotName) => {
  const isRange = /^(?:'(?:[^']|'')+'|[^'!()]+)![$A-Z\d:]+$/i.test(refersTo);
  const expression = isRange ? refersTo : fileFormula(refersTo);
  // As an expression it is written as it is: the library would quote a quoted sheet once more.
  return {
    name,
    ranges: [expression],
    formulaExpression: expression,
    ...(sheet === undefined ? {} : { localSheetId: sheet }),
  };
};

/** The rows of its charts: as many as there are now, or as many as their formulas will fill. */
export const snapshotXlsx = async (
  snapshot: SnapshotBook,
  rows: "now" | "growing",
  charts = CHARTS_GROW,
): Promise<Uint8Array> => {
  const book = new Workbook();
  book.title = snapshot.title;
  book.creator = "Miner Overhang";
  const ranges = new Map(snapshot.names.map(({ name, refersTo }) => [name.toLowerCase(), refersTo]));
  const isManyCells: IsManyCells = (name) => {
    const [, first, last] = /!([$A-Z\d]+)(?::([$A-Z\d]+))?$/i.exec(ranges.get(name.toLowerCase()) ?? "") ?? [];
    return first === undefined || (last !== undefined && last !== first);
  };
  const known = values(snapshot);
  const chartNames: ChartName[] = [];
  for (const sheet of snapshot.sheets) {
    const worksheet = book.addWorksheet(sheet.name);
    layOut(worksheet, sheet);
    fillCells(worksheet, sheet, snapshot.defaultStyle, isManyCells);
    setPage(worksheet, sheet.page);
    for (const chart of sheet.charts) {
      chartNames.push(
        ...addChart(
          worksheet,
          chart,
          chartRanges(chart, sheet.name, known, rows === "growing" && charts === "by names"),
        ),
      );
    }
  }
  book.definedNames.model = [
    ...book.definedNames.model,
    ...snapshot.names.map(nameOut),
    ...chartNamesOf(
      chartNames,
      snapshot.sheets.map(({ name }) => name),
    ),
  ];
  const file = await fromCurrentEngine(await book.xlsx.writeBuffer());
  if (rows === "now" || charts === "by names") return file;
  return withFollowingCharts(
    file,
    snapshot.sheets.flatMap((sheet) => sheet.charts),
  );
};
