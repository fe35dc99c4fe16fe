// The March 2026 thesis against what came after: who sold, and what the scenario had said.
import type { SheetDescription } from "../sheet";
import { across, area, head, withText } from "./template";

export const MINERS = "Thesis by miner";
export const BACKTEST = "Thesis backtest";
export const DAY = "'Thesis'!$C$4";
export const LATER = "'Thesis'!$C$5";

const FIRST = 9;
const LAST = FIRST + 29;
const list = `MINERLIST("ALL",${DAY},FALSE)`;
const tickers = `CHOOSECOLS(${list},1)`;
const sum = (column: string): string => `=SUM(${column}${FIRST}:${column}${LAST})`;

export const byMiner: SheetDescription = {
  name: MINERS,
  columnWidths: { A: 14, B: 64, C: 190, D: 92, E: 72, F: 80, G: 100, H: 100, I: 92, J: 92 },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head("Miner by miner", "Whose coins made the total on the day of the article, and whose were gone later."),
    ...across("B", 5, ["Ticker", "Name"], { style: "header" }),
    ...across("D", 5, ["Reported", "Age", "AI lease", "Known then", "Held later", "Change", "Of all change"], {
      style: "header",
      align: "right",
    }),
    ...across("D", 6, ["period end", "days", "MW signed"], { style: "unit", align: "right" }),
    { address: "G6", formula: `=${DAY}`, style: "unit", format: "yyyy-mm-dd", align: "right" },
    { address: "H6", formula: `=${LATER}`, style: "unit", format: "yyyy-mm-dd", align: "right" },
    { address: "I6", value: "BTC", style: "unit", align: "right" },
    { address: "J6", value: "share", style: "unit", align: "right" },
    { address: "B7", value: "All", style: "header" },
    ...["G", "H", "I"].map((column) => ({
      address: `${column}7`,
      formula: sum(column),
      style: "header" as const,
      format: "#,##0",
      align: "right" as const,
    })),
    { address: "B8", value: "With a lease on the day", style: "label" },
    ...["G", "H", "I"].map((column) => ({
      address: `${column}8`,
      formula: `=SUMIF($F$${FIRST}:$F$${LAST},">0",${column}$${FIRST}:${column}$${LAST})`,
      style: "label" as const,
      format: "#,##0",
      align: "right" as const,
    })),
    { address: "J8", formula: "=I8/I7", style: "label", format: "0.0%", align: "right" },
    ...withText("B3", {
      address: `B${FIRST}`,
      formula: `=CHOOSECOLS(${list},1,2,5,6,7)`,
      fills: `B${FIRST}:F${LAST}`,
      style: "label",
    }),
    {
      address: `G${FIRST}`,
      formula: `=MINERHOLDINGS(${tickers},${DAY},,${DAY})`,
      fills: `G${FIRST}:G${LAST}`,
      style: "result",
    },
    {
      address: `H${FIRST}`,
      formula: `=MINERHOLDINGS(${tickers},${LATER})`,
      fills: `H${FIRST}:H${LAST}`,
      style: "result",
    },
    {
      address: `I${FIRST}`,
      formula: `=MINERHOLDINGS(${tickers},${LATER})-MINERHOLDINGS(${tickers},${DAY},,${DAY})`,
      fills: `I${FIRST}:I${LAST}`,
      style: "result",
      format: "#,##0",
    },
    {
      address: `J${FIRST}`,
      formula: `=(MINERHOLDINGS(${tickers},${LATER})-MINERHOLDINGS(${tickers},${DAY},,${DAY}))/I7`,
      fills: `J${FIRST}:J${LAST}`,
      style: "result",
      format: "0.0%",
    },
  ],
  areas: [
    area("B:C", FIRST, LAST, "label"),
    area("D", FIRST, LAST, "result", { format: "yyyy-mm-dd" }),
    area("E:F", FIRST, LAST, "result", { format: "#,##0" }),
    area("G:I", FIRST, LAST, "result", { format: "#,##0" }),
    area("J", FIRST, LAST, "result", { format: "0.0%" }),
    area("C:F", 7, 7, "header"),
    area("J", 7, 7, "header"),
  ],
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "landscape",
    area: `A1:J${LAST}`,
    onePage: true,
  },
};

const TEST_FIRST = 25;
const TEST_LAST = TEST_FIRST + 24;
const rows = (column: string): string => `${column}${TEST_FIRST}:${column}${TEST_LAST}`;
/** A figure of the backtest on the later day. */
export const tested = (column: string): string =>
  `INDEX('${BACKTEST}'!$${column}$${TEST_FIRST}:$${column}$${TEST_LAST},MATCH(${LATER},'${BACKTEST}'!$B$${TEST_FIRST}:$B$${TEST_LAST},0))`;

export const backtest: SheetDescription = {
  name: BACKTEST,
  // prettier-ignore
  columnWidths: { A: 14, B: 92, C: 84, D: 84, E: 76, F: 84, G: 84, H: 76, I: 84, J: 84, K: 76 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "What the scenario said, and what was reported",
      "The thesis from the day of the article, with what was published by then, against the record of today.",
    ),
    ...across("C", 22, ["Treasuries", "", "", "Price", "", "", "Hashprice"], { style: "heading" }),
    ...across(
      "B",
      23,
      ["Month end", "said", "reported", "error", "said", "reported", "error", "said", "reported", "error"],
      {
        style: "header",
        align: "right",
      },
    ),
    ...across("C", 24, ["BTC", "BTC", "share", "USD/BTC", "USD/BTC", "share", "USD/PH/day", "USD/PH/day", "share"], {
      style: "unit",
      align: "right",
    }),
    ...withText("B21", {
      address: `B${TEST_FIRST}`,
      formula: `=BACKTEST("thesis",${DAY},{"holdings","price","hashprice"},FALSE)`,
      fills: `B${TEST_FIRST}:K${TEST_LAST}`,
      style: "result",
      format: "yyyy-mm-dd",
    }),
  ],
  areas: [
    area("B", TEST_FIRST, TEST_LAST, "result", { format: "yyyy-mm-dd" }),
    area("C:D", TEST_FIRST, TEST_LAST, "result", { format: "#,##0" }),
    area("E", TEST_FIRST, TEST_LAST, "result", { format: "0.0%" }),
    area("F:G", TEST_FIRST, TEST_LAST, "result", { format: "#,##0" }),
    area("H", TEST_FIRST, TEST_LAST, "result", { format: "0.0%" }),
    area("I:J", TEST_FIRST, TEST_LAST, "result", { format: "0.00" }),
    area("K", TEST_FIRST, TEST_LAST, "result", { format: "0.0%" }),
  ],
  charts: [
    {
      kind: "line",
      title: "Treasuries of listed miners",
      description: "What the thesis said, and what was reported.",
      over: "B4:K20",
      table: `B23:D${TEST_LAST}`,
      dates: rows("B"),
      series: ["C", "D"].map((column) => ({ name: `${column}23`, values: rows(column) })),
      unit: "BTC",
      format: "#,##0",
      marks: [],
    },
  ],
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "landscape",
    area: `A1:K${TEST_LAST}`,
    onePage: true,
  },
};
