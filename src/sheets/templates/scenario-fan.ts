// The chance around a scenario: a figure's percentiles month by month, and their fan.
import type { SheetDescription } from "../sheet";
import { CASE } from "./scenario-assumptions";
import { across, area, down, head, orEmpty, withText } from "./template";

const fanTable = `SCENARIOFAN(${CASE},Figure,,${orEmpty("Paths")},${orEmpty("Seed")},FALSE)`;
const FAN_FIRST = 30;
const FAN_LAST = FAN_FIRST + 119;
const fanRows = (column: string): string => `${column}${FAN_FIRST}:${column}${FAN_LAST}`;

export const FAN_SHEET: SheetDescription = {
  name: "Scenario fan",
  columnWidths: { A: 14, B: 56, C: 92, D: 84, E: 84, F: 84, G: 84, H: 84, I: 14, J: 84, K: 84, L: 84, M: 84 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "The chance around it",
      "Where a figure of your case may lie when the price wanders as it did in the year before.",
    ),
    ...down("B", 4, ["Figure", "Paths", "Seed"], { style: "label" }),
    { address: "C4", value: "price", style: "input", align: "right" },
    { address: "C5", value: 1000, style: "input", format: "#,##0" },
    { address: "C6", value: 1, style: "input", format: "0" },
    ...down("D", 4, ["a column of the scenario", "more paths refine the same picture", "same seed, same numbers"], {
      style: "unit",
    }),
    ...across("B", 29, ["Month", "Date", "P5", "P25", "Median", "P75", "P95"], { style: "header", align: "right" }),
    { address: "J28", value: "Steps between them, for the chart", style: "note" },
    ...across("J", 29, ["P25-P5", "P50-P25", "P75-P50", "P95-P75"], { style: "header", align: "right" }),
    ...withText("B28", {
      address: `B${FAN_FIRST}`,
      formula: `=${fanTable}`,
      fills: `B${FAN_FIRST}:H${FAN_LAST}`,
      style: "result",
    }),
    {
      address: `J${FAN_FIRST}`,
      formula: `=CHOOSECOLS(${fanTable},4,5,6,7)-CHOOSECOLS(${fanTable},3,4,5,6)`,
      fills: `J${FAN_FIRST}:M${FAN_LAST}`,
      style: "result",
    },
  ],
  areas: [
    area("B", FAN_FIRST, FAN_LAST, "result", { format: "0" }),
    area("C", FAN_FIRST, FAN_LAST, "result", { format: "yyyy-mm-dd" }),
    area("D:H", FAN_FIRST, FAN_LAST, "result"),
    area("J:M", FAN_FIRST, FAN_LAST, "unit", { format: "#,##0", align: "right" }),
  ],
  charts: [
    {
      kind: "fan",
      title: "Median, half and nine in ten of all paths",
      description: "A wider band is more chance, not more knowledge.",
      over: "B8:M27",
      table: `B29:H${FAN_LAST}`,
      dates: fanRows("C"),
      series: ["D", "E", "F", "G", "H"].map((column) => ({ name: `${column}29`, values: fanRows(column) })),
      steps: ["J", "K", "L", "M"].map(fanRows),
      unit: "in the figure's unit",
      format: "#,##0",
      marks: [],
    },
  ],
  names: [
    { name: "Figure", range: "C4" },
    { name: "Paths", range: "C5" },
    { name: "Seed", range: "C6" },
  ],
  choices: [{ range: "C4", values: ["price", "hashprice", "hashrate", "holdings", "raised", "unfunded"] }],
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "portrait",
    area: `A1:M${FAN_FIRST + 36}`,
    repeatedRows: "29:29",
  },
};
