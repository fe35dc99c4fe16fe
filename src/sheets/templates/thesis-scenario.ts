// The March 2026 thesis run forward from its day, by both readings of price impact.
import type { SheetChart, SheetDescription } from "../sheet";
import { across, area, down, head, orEmpty, withText } from "./template";

const NAME = "Thesis scenario";
/** The case as the thesis has it, and the same by the flow reading. */
export const CASE = orEmpty(`'${NAME}'!$B$6:$C$9`);
export const OTHER = orEmpty(`'${NAME}'!$E$6:$F$9`);

const FIRST = 43;
const LAST = FIRST + 119;
const rows = (column: string): string => `${column}${FIRST}:${column}${LAST}`;
const FIGURES = [
  ["price", "Price", "USD/BTC", "#,##0"],
  ["impact", "Held down by", "share", "0.00%"],
  ["hashprice", "Hashprice", "USD/PH/day", "0.00"],
  ["hashrate", "Hashrate", "EH/s", "#,##0.0"],
  ["holdings", "Treasuries", "BTC", "#,##0"],
  ["raised", "Raised by sales", "M USD", "#,##0.0,,"],
] as const;
const figures = `{${FIGURES.map(([name]) => `"${name}"`).join(";")}}`;
const grid = (name: string): string =>
  `=SENSITIVITY(${orEmpty(name)},"hashprice@12","sell_share",{0;1},"ai_share",{0,0.5})`;

const chart = (title: string, unit: string, format: string, over: string, columns: readonly string[]): SheetChart => ({
  kind: "line",
  fromZero: false,
  title,
  description: `${title} by month, from the table below.`,
  over,
  table: `B41:I${LAST}`,
  dates: rows("C"),
  series: columns.map((column) => ({ name: `${column}41`, values: rows(column) })),
  unit,
  format,
  marks: [],
});

export const thesisScenario: SheetDescription = {
  name: NAME,
  columnWidths: { A: 14, B: 140, C: 100, D: 100, E: 110, F: 100, G: 100, H: 100, I: 100 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "The thesis run forward",
      "Miners with a lease sell all coins within a year and give half their hashrate to AI: what follows by both readings.",
    ),
    { address: "B5", value: "Square-root law", style: "heading" },
    { address: "E5", value: "Flow reading", style: "heading" },
    ...down("B", 6, ["preset", "start", "months", "impact_model"], { style: "label" }),
    { address: "C6", value: "thesis", style: "input", align: "right" },
    { address: "C7", formula: "='Thesis'!$C$4", style: "result", format: "yyyy-mm-dd", align: "right" },
    { address: "C8", value: 24, style: "input" },
    { address: "C9", value: "sqrt", style: "input", align: "right" },
    ...down("E", 6, ["preset", "start", "months", "impact_model"], { style: "label" }),
    { address: "F6", formula: "=C6", style: "result", align: "right" },
    { address: "F7", formula: "=C7", style: "result", format: "yyyy-mm-dd", align: "right" },
    { address: "F8", formula: `=${orEmpty("C8")}`, style: "result" },
    { address: "F9", value: "flow", style: "input", align: "right" },
    { address: "B11", value: "After twelve months", style: "header" },
    ...across("C", 11, ["sqrt", "flow"], { style: "header", align: "right" }),
    { address: "E11", value: "Unit", style: "header", align: "left" },
    ...down(
      "B",
      12,
      FIGURES.map(([, label]) => label),
      { style: "label" },
    ),
    {
      address: "C12",
      formula: `=SCENARIOVALUE(${orEmpty("ThesisCase")},${figures},12)`,
      fills: "C12:C17",
      style: "result",
      format: "#,##0",
    },
    {
      address: "D12",
      formula: `=SCENARIOVALUE(${orEmpty("ThesisByFlow")},${figures},12)`,
      fills: "D12:D17",
      style: "result",
      format: "#,##0",
    },
    ...down(
      "E",
      12,
      FIGURES.map(([, , unit]) => unit),
      { style: "unit" },
    ),
    { address: "G11", value: "Down: share of coins sold. Across: share of hashrate to AI.", style: "note" },
    { address: "G12", formula: grid("ThesisCase"), fills: "G12:I14", style: "header" },
    { address: "G15", formula: grid("ThesisByFlow"), fills: "G15:I17", style: "header" },
    { address: "G18", value: "Above the square-root law, below the flow reading.", style: "note" },
    ...across("B", 41, ["month", "date", "holdings", "price", "hashprice", "hashrate", "raised", "price, flow"], {
      style: "header",
      align: "right",
    }),
    ...across("D", 42, ["BTC", "USD/BTC", "USD/PH/day", "EH/s", "M USD", "USD/BTC"], { style: "unit", align: "right" }),
    ...withText("B40", {
      address: `B${FIRST}`,
      formula: `=SCENARIO(${orEmpty("ThesisCase")},B41:H41,FALSE)`,
      fills: `B${FIRST}:H${LAST}`,
      style: "result",
      format: "0",
    }),
    {
      address: `I${FIRST}`,
      formula: `=SCENARIO(${orEmpty("ThesisByFlow")},"price",FALSE)`,
      fills: `I${FIRST}:I${LAST}`,
      style: "result",
      format: "#,##0",
    },
  ],
  areas: [
    ...FIGURES.map(([, , , format], index) =>
      area("C:D", 12 + index, 12 + index, "result", { format, align: "right" }),
    ),
    ...[12, 15].flatMap((row) => [
      area("H:I", row, row, "header", { format: "0%", align: "right" }),
      area("G", row + 1, row + 2, "label", { format: "0%", align: "left" }),
      area("H:I", row + 1, row + 2, "result", { format: "0.00" }),
    ]),
    area("B", FIRST, LAST, "result", { format: "0" }),
    area("C", FIRST, LAST, "result", { format: "yyyy-mm-dd" }),
    area("D:E", FIRST, LAST, "result", { format: "#,##0" }),
    area("F", FIRST, LAST, "result", { format: "0.00" }),
    area("G", FIRST, LAST, "result", { format: "#,##0.0" }),
    area("H", FIRST, LAST, "result", { format: "#,##0.0,," }),
    area("I", FIRST, LAST, "result", { format: "#,##0" }),
  ],
  charts: [
    chart("Price", "USD/BTC", "#,##0", "B20:E39", ["E", "I"]),
    chart("Treasuries", "BTC", "#,##0", "F20:I39", ["D"]),
  ],
  names: [
    { name: "ThesisCase", range: "B6:C9" },
    { name: "ThesisByFlow", range: "E6:F9" },
  ],
  choices: [{ range: "C6", values: ["hold", "thesis", "funding", "capitulation", "orderly", "pace"] }],
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "portrait",
    area: `A1:I${FIRST + 26}`,
    onePage: true,
  },
};
