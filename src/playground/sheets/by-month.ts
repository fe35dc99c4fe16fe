// The second sheet: month by month, five miners, the others and all. The chart of the first sheet draws it.
import type { SheetCell, SheetChart, SheetDescription } from "../../workbook/sheet";
import { across, withText } from "./parts";

const NAME = "By month";
/** The five with the largest treasuries since 2024, largest today first. */
const NAMED = ["MARA", "HUT", "CLSK", "RIOT", "CANG"];
const COLUMNS = ["B", "C", "D", "E", "F"];
const FIRST = 7;
/** January 2024 to September 2026. */
const MONTHS = 33;
const LAST = FIRST + MONTHS - 1;

const rows = (column: string): string => `${column}${FIRST}:${column}${LAST}`;
const there = (range: string): string => `'${NAME}'!${range}`;

const others = Array.from({ length: MONTHS }, (_, index): SheetCell => {
  const row = FIRST + index;
  return { address: `G${row}`, formula: `=H${row}-SUM(B${row}:F${row})`, style: "result", format: "#,##0" };
});

export const BY_MONTH_SHEET: SheetDescription = {
  name: NAME,
  columnWidths: { A: 88, B: 70, C: 70, D: 70, E: 70, F: 70, G: 70, H: 78, I: 22 },
  rowHeights: { 1: 30 },
  frozenRows: 6,
  cells: [
    { address: "A1", value: "BTC held at the end of each month", style: "title" },
    {
      address: "A2",
      value:
        "The newest report at or before each day; between reports the last one is carried forward. Other tickers can be typed over the blue ones.",
      style: "note",
    },
    ...withText("J6", {
      address: `A${FIRST}`,
      formula: `=DATE(2024,SEQUENCE(${MONTHS},1,2),0)`,
      fills: rows("A"),
      style: "label",
      format: "yyyy-mm-dd",
    }),
    ...withText("J7", {
      address: `B${FIRST}`,
      formula: `=IFERROR(MINERHOLDINGS(B5:F5,${rows("A")}),"")`,
      fills: `B${FIRST}:F${LAST}`,
      style: "result",
      format: "#,##0",
    }),
    ...withText("J8", {
      address: `H${FIRST}`,
      formula: `=MINERHOLDINGS("ALL",${rows("A")})`,
      fills: rows("H"),
      style: "result",
      format: "#,##0",
    }),
    ...others,
    { address: "J5", value: "The formulas in A7, B7 and H7", style: "heading" },
    { address: "A5", value: "Month", style: "header" },
    ...across(COLUMNS, 5, NAMED, { style: "input", align: "right" }),
    { address: "G5", value: "Others", style: "header", align: "right" },
    { address: "H5", value: "All", style: "header", align: "right" },
    { address: "A6", value: "last day", style: "unit" },
    ...across([...COLUMNS, "G", "H"], 6, Array<string>(7).fill("BTC"), { style: "unit", align: "right" }),
  ],
  areas: [
    { range: rows("A"), style: "label", format: "yyyy-mm-dd", align: "left" },
    { range: `B${FIRST}:H${LAST}`, style: "result", format: "#,##0" },
  ],
};

export const HISTORY_CHART: Omit<SheetChart, "over"> = {
  kind: "stackedArea",
  title: "BTC held by listed miners",
  description: "Hatched: newest report over 120 days old.",
  table: there(`A5:H${LAST}`),
  dates: there(rows("A")),
  series: [...COLUMNS, "G"].map((column) => ({ name: there(`${column}5`), values: there(rows(column)) })),
  unit: "thousand BTC",
  // NewsBTC, "Bitcoin miners pivot to AI": the article whose thesis the record tests.
  marks: [{ date: "2026-03-14", label: "NewsBTC on the AI pivot" }],
};
