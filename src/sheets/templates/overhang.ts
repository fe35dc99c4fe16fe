// Template Overhang: how much may come to market, how it came to be, and whose coins they are.
import { serialOfIso } from "../../common/days";
import type { SheetChart, SheetDescription } from "../sheet";
import { across, area, CHARTS_FOLLOW, down, head, notes, orEmpty, withText, type Template } from "./template";
import { byMiner } from "./overhang-by-miner";

const MAIN = "Overhang";
const MONTHS = "Overhang by month";

const FIRST = 8;
/** Room for the months until the end of 2028. */
const LAST_MONTH = FIRST + 59;
/** The largest treasuries since 2024: everything else is in "Others". */
const NAMED = ["MARA", "HUT", "CLSK", "RIOT", "CANG"];

/** "Bitcoin Miners' AI Shift May Create New Overhang", whose thesis the template is named after. */
const ARTICLE = "2026-03-14";

const onMonths = (range: string): string => `'${MONTHS}'!${range}`;

const HISTORY: SheetChart = {
  kind: "stackedArea",
  title: "Held by listed miners",
  description: "Month ends; between reports the last one is carried forward.",
  over: "G4:L20",
  table: onMonths(`B6:H${LAST_MONTH}`),
  dates: onMonths(`B${FIRST}:B${LAST_MONTH}`),
  series: ["C", "D", "E", "F", "G", "H"].map((column) => ({
    name: onMonths(`${column}6`),
    values: onMonths(`${column}${FIRST}:${column}${LAST_MONTH}`),
  })),
  unit: "thousand BTC",
  format: "#,##0,",
  marks: [{ date: ARTICLE, label: "NewsBTC on the overhang, 2026-03-14" }],
  marked: { name: onMonths("K6"), values: onMonths(`K${FIRST}:K${LAST_MONTH}`) },
};

const report: SheetDescription = {
  name: MAIN,
  columnWidths: { A: 14, B: 280, C: 104, D: 104, E: 350, F: 14, G: 70, H: 70, I: 70, J: 70, K: 70, L: 70, M: 14 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "The overhang of listed miners",
      "How many coins may come to market, and what the market would make of them.",
    ),
    { address: "B4", value: "Change what is blue", style: "heading" },
    ...down("B", 5, ["Miners", "Method", "Share sold", "As of", "Known by"], { style: "label" }),
    { address: "C5", value: "ALL", style: "input", align: "right" },
    { address: "C6", value: "TREASURY", style: "input", align: "right" },
    { address: "C7", value: 1, style: "input", format: "0%" },
    ...down(
      "D",
      5,
      [
        "ALL, PIVOT (signed AI lease), HOLDERS, or tickers: MARA,RIOT",
        "TREASURY: all coins. PIVOT: with an AI lease. FUNDING: what AI sites need.",
        "of the coins counted; not used by FUNDING",
        "empty: the latest reports",
        "empty: whatever was published since; a date: only what was known then",
      ],
      { style: "unit" },
    ),
    { address: "B11", value: "The report", style: "heading" },
    ...withText("B12", {
      address: "B13",
      formula: `=OVERHANGREPORT(Miners,Method,${orEmpty("ShareSold")},AsOf,,KnownBy)`,
      fills: "B13:E33",
      style: "header",
    }),
    { address: "G21", value: "The table behind the chart is on the next sheet.", style: "note" },
  ],
  areas: [
    area("C", 8, 9, "input", { format: "yyyy-mm-dd", align: "right" }),
    area("B", 13, 13, "header"),
    area("C", 13, 13, "header", { align: "right" }),
    area("D:E", 13, 13, "header", { align: "left" }),
    area("B", 14, 33, "label"),
    area("C", 14, 33, "result", { align: "right" }),
    area("D:E", 14, 33, "unit"),
  ],
  charts: [HISTORY],
  names: [
    { name: "Miners", range: "C5" },
    { name: "Method", range: "C6" },
    { name: "ShareSold", range: "C7" },
    { name: "AsOf", range: "C8" },
    { name: "KnownBy", range: "C9" },
  ],
  choices: [{ range: "C6", values: ["TREASURY", "PIVOT", "FUNDING"] }],
  print: { orientation: "landscape", area: "A1:M33" },
};

/** One month end per row; the last full month that has a report ends the table. */
const history = (miners: string): string => `MINERHISTORY(${miners},,Since,Until,,,FALSE)`;

const byMonth: SheetDescription = {
  name: MONTHS,
  columnWidths: { A: 14, B: 92, C: 80, D: 80, E: 80, F: 80, G: 80, H: 80, I: 14, J: 80, K: 120 },
  rowHeights: { 1: 28 },
  frozenRows: 7,
  cells: [
    ...head("BTC held at the end of each month", "How the treasuries came to be: five miners by name, and all others."),
    { address: "B3", value: "Since", style: "label" },
    { address: "C3", value: serialOfIso("2024-01-31"), style: "input", format: "yyyy-mm-dd", align: "right" },
    { address: "D3", value: "Until", style: "label", align: "right" },
    { address: "E3", formula: '=MINERVERSION("NEWEST_REPORT")', style: "result", format: "yyyy-mm-dd" },
    { address: "F3", value: "the newest report", style: "unit" },
    { address: "B6", value: "Month", style: "header" },
    ...across("C", 6, NAMED, { style: "input", align: "right" }),
    { address: "H6", value: "Others", style: "header", align: "right" },
    { address: "J6", value: "All", style: "header", align: "right" },
    { address: "B7", value: "last day", style: "unit", align: "left" },
    ...across("C", 7, Array<string>(6).fill("BTC"), { style: "unit", align: "right" }),
    { address: "J7", value: "BTC", style: "unit", align: "right" },
    { address: "K3", value: serialOfIso(ARTICLE), style: "input", format: "yyyy-mm-dd", align: "right" },
    { address: "K6", formula: '="NewsBTC "&TEXT(K3,"yyyy-mm")', style: "header", align: "right" },
    { address: "K7", value: "its month", style: "unit", align: "right" },
    ...withText("B4", {
      address: `B${FIRST}`,
      formula: `=${history("C6:G6")}`,
      fills: `B${FIRST}:G${LAST_MONTH}`,
      style: "label",
      format: "yyyy-mm-dd",
      align: "left",
    }),
    { address: "B5", value: "Others: all miners less the five in blue.", style: "note" },
    {
      address: `H${FIRST}`,
      formula: `=CHOOSECOLS(${history('"ALL"')},2)-CHOOSECOLS(${history('TEXTJOIN(",",TRUE,C6:G6)')},2)`,
      fills: `H${FIRST}:H${LAST_MONTH}`,
      style: "result",
      format: "#,##0",
    },
    {
      address: `J${FIRST}`,
      formula: `=CHOOSECOLS(${history('"ALL"')},2)`,
      fills: `J${FIRST}:J${LAST_MONTH}`,
      style: "result",
      format: "#,##0",
    },
    {
      address: `K${FIRST}`,
      formula: `=IF(CHOOSECOLS(${history('"ALL"')},1)=EOMONTH(K3,0),CHOOSECOLS(${history('"ALL"')},2),"")`,
      fills: `K${FIRST}:K${LAST_MONTH}`,
      style: "unit",
      format: "#,##0",
      align: "right",
    },
  ],
  areas: [
    area("K", FIRST, LAST_MONTH, "unit", { format: "#,##0", align: "right" }),
    area("B", FIRST, LAST_MONTH, "label", { format: "yyyy-mm-dd", align: "left" }),
    area("C:H", FIRST, LAST_MONTH, "result", { format: "#,##0" }),
    area("J", FIRST, LAST_MONTH, "result", { format: "#,##0" }),
  ],
  names: [
    { name: "Since", range: "C3" },
    { name: "Until", range: "E3" },
  ],
  print: { orientation: "portrait", area: `A1:K${FIRST + 35}`, repeatedRows: "6:7" },
};

export const OVERHANG: Template = {
  id: "overhang",
  title: "Overhang",
  sentence: "How many coins of listed miners may come to market, how that came to be, and whose they are.",
  sheets: [
    report,
    byMonth,
    byMiner,
    notes("Overhang notes", "Overhang", {
      "What is counted": [
        "Coins as last reported on or before the date, and published by the day in Known by. Missing is never zero: a miner that",
        "never reported is not counted. Old counts are carried forward, and the report says what share of the coins they are.",
        "Pledged, loaned and restricted coins count; the report shows them apart. A subsidiary's coins are never counted twice.",
      ],
      Estimates: [
        "Beside each count stands an estimate of the date with its 90 % band: never a report, and in no total of these sheets.",
      ],
      "The three methods": [
        "TREASURY: the same share of every treasury. PIVOT: only miners with a signed AI or HPC lease on the date.",
        "FUNDING: the coins that pay for contracted AI megawatts once cash is spent: 9 million USD a megawatt, 80 % financed (assumptions).",
      ],
      "Why the price fall is a range": [
        "Two readings: the square-root law (impact grows with the square root of the sale, and decays), and a lasting fall of 3.4 % for each",
        "billion USD. Three definitions of volume lie a factor of thirty apart. Both are readings, not bounds, and no chance is in them.",
      ],
      "Where it ends": [
        "What may come is not what will come: no miner has said here that it sells. What was sold is known only from the next report.",
        "The functions are pure: the same workbook with the same record gives the same numbers on any day.",
        CHARTS_FOLLOW,
      ],
    }),
  ],
};
