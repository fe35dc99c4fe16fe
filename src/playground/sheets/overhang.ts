// The first sheet: who holds what, how it came to this, what may come. Fits a screen of 1280 by 800.
import type { SheetCell, SheetDescription } from "../../workbook/sheet";
import { HISTORY_CHART } from "./by-month";
import { across, withText } from "./parts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const whoHoldsWhat: SheetCell[] = [
  { address: "B4", value: "Who holds what", style: "heading" },
  ...withText("B5", {
    address: "B6",
    formula: "=CHOOSECOLS(MINERLIST(),1,2,3,4,5,7)",
    fills: "B6:G24",
    style: "header",
  }),
];

const askYourself: SheetCell[] = [
  { address: "B26", value: "Ask for one number", style: "heading" },
  { address: "B27", value: "miner", style: "label" },
  { address: "C27", value: "MARA", style: "input" },
  { address: "D27", value: "a ticker, a name, several in one text, or ALL", style: "unit" },
  { address: "B28", value: "date", style: "label" },
  { address: "C28", value: "2025Q4", style: "input" },
  { address: "D28", value: "2025-12-31, 2025-12, 2025Q4, FY2025 or a date", style: "unit" },
  { address: "B29", value: "BTC", style: "label" },
  ...withText("D29", {
    address: "C29",
    formula: "=MINERHOLDINGS(C27,C28)",
    style: "result",
    format: "#,##0",
    align: "left",
  }),
];

const howItCameToThis: SheetCell[] = [
  { address: "I4", value: "How it came to this", style: "heading" },
  ...withText("I5", {
    address: "J21",
    formula: '=LET(d,DATE(J20:L20,I21:I32+1,0),IF(d>L19,"",MINERHOLDINGS("ALL",d)))',
    fills: "J21:L32",
    style: "result",
    format: "#,##0",
  }),
  { address: "I19", value: "newest report", style: "unit" },
  { address: "L19", formula: '=MINERVERSION("NEWEST_REPORT")', style: "unit", format: "yyyy-mm", align: "right" },
  { address: "I20", value: "month", style: "header" },
  ...across(["J", "K", "L"], 20, [2024, 2025, 2026], { style: "header", format: "0", align: "right" }),
  ...MONTHS.map((month): SheetCell => ({ address: `I${20 + month}`, value: month, style: "label", align: "center" })),
];

const whatMayCome: SheetCell[] = [
  { address: "N20", value: "What may come", style: "heading" },
  ...withText("N21", {
    address: "O23",
    formula: '=OVERHANG("ALL",N23:N24,O25,,O22:P22)',
    fills: "O23:P24",
    style: "result",
    format: "#,##0",
  }),
  { address: "N22", value: "method", style: "header" },
  ...across(["O", "P"], 22, ["BTC", "USD"], { style: "header", align: "right" }),
  { address: "N23", value: "TREASURY", style: "input" },
  { address: "N24", value: "PIVOT", style: "input" },
  { address: "N25", value: "share sold", style: "label" },
  { address: "O25", value: 1, style: "input", format: "0%", align: "right" },
  { address: "N26", value: "TREASURY: all coins that miners hold.", style: "unit" },
  { address: "N27", value: "PIVOT: those of miners with a signed AI lease.", style: "unit" },
  { address: "N29", value: "What mining earns", style: "heading" },
  ...withText("N30", { address: "O31", formula: "=HASHPRICE()", style: "result", format: "0.00" }),
  { address: "N31", value: "hashprice", style: "label" },
  { address: "P31", value: "USD/PH/day", style: "unit", align: "right" },
];

export const OVERHANG_SHEET: SheetDescription = {
  name: "Overhang",
  columnWidths: {
    A: 14, B: 56, C: 154, D: 60, E: 54, F: 82, G: 104, H: 18,
    I: 52, J: 60, K: 60, L: 60, M: 20, N: 108, O: 70, P: 92, Q: 14,
  }, // prettier-ignore
  rowHeights: { 1: 30 },
  cells: [
    { address: "B1", value: "What listed miners hold, and what may come to market", style: "title" },
    {
      address: "B2",
      value:
        "Each block is filled by the formula under its name: change what is blue, or write your own in any empty cell.",
      style: "note",
    },
    ...whoHoldsWhat,
    ...askYourself,
    ...howItCameToThis,
    ...whatMayCome,
  ],
  areas: [
    { range: "B6:C6", style: "header" },
    { range: "D6:G6", style: "header", align: "right" },
    { range: "B7:C24", style: "result" },
    { range: "D7:D24", style: "result", format: "#,##0" },
    { range: "E7:E24", style: "result", format: "0.0%" },
    { range: "F7:F24", style: "result", format: "yyyy-mm-dd" },
    { range: "G7:G24", style: "result", format: "#,##0", align: "right" },
    { range: "J21:L32", style: "result", format: "#,##0" },
    { range: "O23:O24", style: "result", format: "#,##0" },
    { range: "P23:P24", style: "result", format: '$#,##0.0,,"M"' },
  ],
  charts: [{ ...HISTORY_CHART, over: "I6:P18" }],
};
