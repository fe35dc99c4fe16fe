// Template Sensitivity: one figure of a scenario over two assumptions, by both readings, and what it would take.
import type { SheetChart, SheetDescription } from "../sheet";
import { across, area, down, head, notes, orEmpty, withText, type Template } from "./template";

const ROW_COUNT = 6;
const COLUMNS = ["C", "D", "E", "F", "G"];
const SQRT = 20;
const FLOW = SQRT + ROW_COUNT + 4;

/** Coins and dollars with separators, shares as they are. */
const BY_SIZE = "[>=1000]#,##0;General";

const grid = (name: string): string =>
  `=SENSITIVITY(${orEmpty(name)},Output,RowName,${orEmpty("RowValues")},ColumnName,${orEmpty("ColumnValues")})`;

const VALUES = { style: "input", format: BY_SIZE, align: "right" } as const;

const chart = (title: string, at: number, over: string): SheetChart => ({
  kind: "line",
  fromZero: false,
  title,
  description: "Along the axis the row values, one line for each column value.",
  over,
  table: `B${at}:G${at + ROW_COUNT}`,
  dates: `B${at + 1}:B${at + ROW_COUNT}`,
  categories: true,
  series: COLUMNS.map((column) => ({
    name: `${column}${at}`,
    values: `${column}${at + 1}:${column}${at + ROW_COUNT}`,
  })),
  unit: "a line for each column value",
  format: "#,##0.##",
  marks: [],
});

const gridAreas = (at: number) => [
  area("B", at, at, "header"),
  area("C:G", at, at, "header", { format: BY_SIZE, align: "right" }),
  area("B", at + 1, at + ROW_COUNT, "label", { format: BY_SIZE, align: "left" }),
  area("C:G", at + 1, at + ROW_COUNT, "result"),
];

const sensitivity: SheetDescription = {
  name: "Sensitivity",
  columnWidths: {
    A: 14,
    B: 150,
    C: 96,
    D: 96,
    E: 96,
    F: 96,
    G: 96,
    H: 96,
    I: 96,
    J: 14,
    K: 80,
    L: 80,
    M: 80,
    N: 80,
    O: 80,
  },
  rowHeights: { 1: 28 },
  cells: [
    ...head("What it hangs on", "One figure of a scenario over two assumptions, by both readings of price impact."),
    { address: "B4", value: "Square-root law", style: "heading" },
    { address: "E4", value: "Flow reading", style: "heading" },
    ...down("B", 5, ["preset", "start", "price", "impact_model"], { style: "label" }),
    { address: "C5", value: "thesis", style: "input", align: "right" },
    { address: "C8", value: "sqrt", style: "input", align: "right" },
    { address: "D6", value: "or empty", style: "unit" },
    { address: "D7", value: "or empty", style: "unit" },
    ...down("E", 5, ["preset", "start", "price", "impact_model"], { style: "label" }),
    { address: "F5", formula: "=C5", style: "result", align: "right" },
    { address: "F6", formula: '=IF(C6="","",C6)', style: "result", format: "yyyy-mm-dd", align: "right" },
    { address: "F7", formula: '=IF(C7="","",C7)', style: "result", format: "#,##0", align: "right" },
    { address: "F8", value: "flow", style: "input", align: "right" },
    { address: "B10", value: "The question", style: "heading" },
    ...down("B", 11, ["Figure", "Down", "Across"], { style: "label" }),
    { address: "C11", value: "price@12", style: "input", align: "right" },
    { address: "D11", value: "a column of the scenario, @ and a month; without it the end", style: "unit" },
    { address: "C12", value: "sell_share", style: "input", align: "right" },
    ...across("D", 12, [0, 0.2, 0.4, 0.6, 0.8, 1], VALUES),
    { address: "C13", value: "sell_days", style: "input", align: "right" },
    ...across("D", 13, [90, 180, 365, 540, 730], VALUES),
    { address: "B15", value: "What it would take", style: "heading" },
    { address: "B16", value: "Figure", style: "unit", align: "left" },
    ...across("C", 16, ["shall be", "by changing", "to"], { style: "unit", align: "right" }),
    { address: "B17", value: "hashprice", style: "input" },
    { address: "C17", value: 35, style: "input" },
    { address: "D17", value: "price", style: "input", align: "right" },
    ...withText("D15", {
      address: "E17",
      formula: `=SCENARIOSOLVE(${orEmpty("Tested")},B17,${orEmpty("C17")},D17)`,
      style: "result",
      format: "#,##0.00",
      align: "right",
    }),
    { address: `B${SQRT - 1}`, value: "Square-root law", style: "heading" },
    { address: `B${SQRT}`, formula: grid("Tested"), fills: `B${SQRT}:G${SQRT + ROW_COUNT}`, style: "header" },
    ...withText(`B${FLOW + ROW_COUNT + 1}`, {
      address: `B${FLOW}`,
      formula: grid("TestedByFlow"),
      fills: `B${FLOW}:G${FLOW + ROW_COUNT}`,
      style: "header",
    }),
    { address: `B${FLOW - 1}`, value: "Flow reading", style: "heading" },
  ],
  areas: [
    { range: "C6", style: "input", format: "yyyy-mm-dd", align: "right" },
    { range: "C7", style: "input", format: "#,##0", align: "right" },
    area("D:I", 12, 12, "input", VALUES),
    area("D:H", 13, 13, "input", VALUES),
    ...gridAreas(SQRT),
    ...gridAreas(FLOW),
  ],
  charts: [chart("Square-root law", SQRT, "K4:P20"), chart("Flow reading", FLOW, "K22:P39")],
  names: [
    { name: "Tested", range: "B5:C8" },
    { name: "TestedByFlow", range: "E5:F8" },
    { name: "Output", range: "C11" },
    { name: "RowName", range: "C12" },
    { name: "RowValues", range: "D12:I12" },
    { name: "ColumnName", range: "C13" },
    { name: "ColumnValues", range: "D13:H13" },
  ],
  choices: [{ range: "C5", values: ["hold", "thesis", "funding", "capitulation", "orderly", "pace"] }],
  print: { method: "A model under assumptions, no forecast", orientation: "landscape", area: "A1:P40", onePage: true },
};

export const SENSITIVITY: Template = {
  id: "sensitivity",
  title: "Sensitivity",
  sentence:
    "What a figure of a scenario hangs on: two assumptions in a grid, by both readings, and the value that meets a target.",
  sheets: [
    sensitivity,
    notes("Sensitivity notes", "Sensitivity", {
      "How to use it": [
        "Name a figure, two assumptions and their values. ASSUMPTIONS lists every name; TICKER.name is one miner's (MARA.sell_share).",
        "Each cell of the grid is a scenario of its own; a value that an assumption does not accept gives an error in its row or column only.",
        "Excel's Data Table and Goal Seek do not work with add-in functions: SENSITIVITY and SCENARIOSOLVE stand in for them.",
      ],
      "How to read it": [
        "The two grids ask the same question by two readings of price impact. The flow reading looks at dollars, not at pace or volume: its columns",
        "are alike once all is sold, and when volume_btc is what varies. Readings are not bounds; where they disagree much, the answer is not known well.",
      ],
      "Where it ends": [
        "A grid shows what follows from assumptions, not how likely they are: for chance around one case see the template Scenario.",
      ],
    }),
  ],
};
