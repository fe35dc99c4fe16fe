// The second sheet: month by month, five miners, the others and all. The chart of the first sheet draws it.
import type { SheetCell, SheetChart, SheetDescription } from "../sheet";
import { across, withText } from "../templates/template";

const NAME = "By month";
/** The five with the largest treasuries since 2024, largest today first. */
const NAMED = ["MARA", "HUT", "CLSK", "RIOT", "CANG"];
const COLUMNS = ["B", "C", "D", "E", "F"];
const FIRST = 7;
/** Room for the months until the end of 2027. */
const LAST = FIRST + 47;

const rows = (column: string): string => `${column}${FIRST}:${column}${LAST}`;
const there = (range: string): string => `'${NAME}'!${range}`;

const others = Array.from({ length: LAST - FIRST + 1 }, (_, index): SheetCell => {
  const row = FIRST + index;
  const formula = `=IF(G${row}="","",G${row}-SUM(B${row}:F${row}))`;
  return { address: `H${row}`, formula, style: "result", format: "#,##0" };
});

export const BY_MONTH_SHEET: SheetDescription = {
  name: NAME,
  columnWidths: { A: 88, B: 70, C: 70, D: 70, E: 70, F: 70, G: 78, H: 70, I: 22 },
  rowHeights: { 1: 28 },
  frozenRows: 6,
  cells: [
    { address: "A1", value: "BTC held at the end of each month", style: "title" },
    {
      address: "A2",
      value: "One formula fills the table: change the blue tickers, and it and the chart follow.",
      style: "note",
    },
    ...withText("A3", {
      address: `A${FIRST}`,
      formula: '=MINERHISTORY(B5:G5,,"2024-01-31",,,,FALSE)',
      fills: `A${FIRST}:G${LAST}`,
      style: "label",
      format: "yyyy-mm-dd",
      align: "left",
    }),
    ...others,
    { address: "A5", value: "Month", style: "header" },
    ...across("B", 5, [...NAMED, "ALL"], { style: "input", align: "right" }),
    { address: "H5", value: "Others", style: "header", align: "right" },
    { address: "A6", value: "last day", style: "unit", align: "left" },
    ...across("B", 6, Array<string>(7).fill("BTC"), { style: "unit", align: "right" }),
  ],
  areas: [
    { range: rows("A"), style: "label", format: "yyyy-mm-dd", align: "left" },
    { range: `B${FIRST}:H${LAST}`, style: "result", format: "#,##0" },
  ],
  print: { orientation: "portrait", area: `A1:H${LAST}`, onePage: true },
};

export const HISTORY_CHART: Omit<SheetChart, "over"> = {
  kind: "stackedArea",
  title: "BTC held by listed miners",
  description: "Hatched: newest report over 120 days old.",
  table: there(`A5:H${LAST}`),
  dates: there(rows("A")),
  series: [...COLUMNS, "H"].map((column) => ({ name: there(`${column}5`), values: there(rows(column)) })),
  unit: "thousand BTC",
  format: "#,##0,",
  // "Bitcoin Miners' AI Shift May Create New Overhang": the article whose thesis the record tests.
  marks: [{ date: "2026-03-14", label: "NewsBTC on the overhang, 2026-03-14" }],
};
