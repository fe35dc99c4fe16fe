// The first sheet: who holds what, how it came to this, what may come. Fits a screen of 1280 by 800.
import type { SheetCell, SheetDescription } from "../sheet";
import { HISTORY_CHART } from "./by-month";
import { across, withText } from "../templates/template";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const whoHoldsWhat: SheetCell[] = [
  { address: "B4", value: "Who holds what", style: "heading" },
  ...withText("B5", {
    address: "B6",
    formula: "=TAKE(CHOOSECOLS(MINERLIST(),1,2,3,4,5,7),19)",
    fills: "B6:G24",
    style: "header",
  }),
  { address: "C25", value: "all others", style: "label" },
  { address: "D25", formula: '=MINERHOLDINGS("ALL")-SUM(D7:D24)', style: "result", format: "#,##0" },
];

const howItCameToThis: SheetCell[] = [
  { address: "I4", value: "How it came to this", style: "heading" },
  ...withText("I5", {
    address: "J20",
    formula: '=WRAPCOLS(DROP(MINERHISTORY("ALL",,"2024-01-31"),1,1),12,"")',
    fills: "J20:L31",
    style: "result",
    format: "#,##0",
  }),
  { address: "I19", value: "month", style: "header" },
  ...across("J", 19, [2024, 2025, 2026], { style: "header", format: "0", align: "right" }),
  ...MONTHS.map((month): SheetCell => ({ address: `I${19 + month}`, value: month, style: "label", align: "center" })),
];

const whatMayCome: SheetCell[] = [
  { address: "N19", value: "What may come", style: "heading" },
  ...withText("N20", {
    address: "O22",
    formula: '=OVERHANG("ALL",N22:N24,,,O21:P21)',
    fills: "O22:P24",
    style: "result",
    format: "#,##0",
  }),
  { address: "N21", value: "method", style: "header" },
  ...across("O", 21, ["BTC", "USD"], { style: "header", align: "right" }),
  { address: "N22", value: "TREASURY", style: "input" },
  { address: "N23", value: "PIVOT", style: "input" },
  { address: "N24", value: "FUNDING", style: "input" },
  { address: "N25", value: "PIVOT: with an AI lease. FUNDING: for AI sites.", style: "unit", align: "left" },
  { address: "N26", value: "price fall, PIVOT", style: "label" },
  {
    address: "P26",
    formula: '=VLOOKUP("Price fall, from and to",OVERHANGREPORT("ALL",N23),2,FALSE)',
    style: "result",
    align: "right",
  },
  { address: "N27", value: "held, an estimate", style: "label" },
  { address: "O27", formula: '=MINERESTIMATE("ALL")', style: "result", format: "#,##0" },
  {
    address: "P27",
    formula: '=TEXT(MINERESTIMATE("ALL",,,,0.05)/1000,"0")&" to "&TEXT(MINERESTIMATE("ALL",,,,0.95)/1000,"0")&"k"',
    style: "result",
    align: "right",
  },
];

const theThesis: SheetCell[] = [
  { address: "B26", value: "If miners with an AI lease sell within a year", style: "heading" },
  ...withText("B27", {
    address: "B29",
    formula: '=CHOOSEROWS(SCENARIO("thesis",B28:G28,FALSE),1,7,13,19,25)',
    fills: "B29:G33",
    style: "result",
    align: "left",
  }),
  ...across("B", 28, ["month", "date"], { style: "input", align: "left" }),
  ...across("D", 28, ["holdings", "price", "hashprice", "ai_mw"], { style: "input", align: "right" }),
];

const askYourself: SheetCell[] = [
  { address: "N28", value: "Ask for one number", style: "heading" },
  ...withText("N29", {
    address: "O32",
    formula: "=MINERHOLDINGS(O30,O31)",
    style: "result",
    format: "#,##0",
    align: "left",
  }),
  { address: "N30", value: "miner", style: "label" },
  { address: "O30", value: "MARA", style: "input" },
  { address: "N31", value: "date", style: "label" },
  { address: "O31", value: "2025Q4", style: "input" },
  { address: "N32", value: "BTC", style: "label" },
];

export const OVERHANG_SHEET: SheetDescription = {
  name: "Overhang",
  // prettier-ignore
  columnWidths: {
    A: 14, B: 52, C: 172, D: 64, E: 56, F: 80, G: 92, H: 16,
    I: 50, J: 58, K: 58, L: 58, M: 14, N: 104, O: 62, P: 92, Q: 10,
  },
  rowHeights: { 1: 28, 3: 8 },
  cells: [
    { address: "B1", value: "What listed miners hold, and what may come to market", style: "title" },
    {
      address: "B2",
      value:
        "Each block is filled by the formula under its name: change what is blue, or write your own in any empty cell.",
      style: "note",
    },
    ...whoHoldsWhat,
    ...howItCameToThis,
    ...whatMayCome,
    ...theThesis,
    ...askYourself,
  ],
  areas: [
    { range: "B6:C6", style: "header" },
    { range: "D6:G6", style: "header", align: "right" },
    { range: "B7:C24", style: "result" },
    { range: "D7:D25", style: "result", format: "#,##0" },
    { range: "E7:E24", style: "result", format: "0.0%" },
    { range: "F7:F24", style: "result", format: "yyyy-mm-dd" },
    { range: "G7:G24", style: "result", format: "#,##0", align: "right" },
    { range: "J20:L31", style: "result", format: "#,##0" },
    { range: "O22:O24", style: "result", format: "#,##0" },
    { range: "P22:P24", style: "result", format: '$#,##0.0,,"M"' },
    { range: "B29:C33", style: "result", align: "left" },
    { range: "D29:G33", style: "result", align: "right" },
  ],
  charts: [{ ...HISTORY_CHART, over: "I6:P17" }],
  print: { orientation: "landscape", area: "A1:P34", onePage: true },
};
