// What the scenario sheet makes of its assumptions besides the path: sensitivity, chance, and the two charts.
import type { SheetArea, SheetCell, SheetChart } from "../sheet";
import { across, orEmpty, withText } from "../templates/template";
import { INPUTS } from "./scenario-assumptions";

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const VOLUMES = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const GRID_COLUMNS = ["L", "M", "N", "O", "P"];

const sensitivity: SheetCell[] = [
  { address: "K21", value: "How much it hangs on the plan and on the market", style: "heading" },
  ...withText("K22", {
    address: "L25",
    formula: `=DROP(SENSITIVITY(${INPUTS},K23,M23,${orEmpty("K25:K29")},O23,${orEmpty("L24:P24")}),1,1)`,
    fills: "L25:P29",
    style: "result",
    align: "right",
  }),
  { address: "K23", value: "price@12", style: "input" },
  { address: "L23", value: "rows:", style: "unit", align: "right" },
  { address: "M23", value: "sell_share", style: "input" },
  { address: "N23", value: "columns:", style: "unit", align: "right" },
  { address: "O23", value: "volume_btc", style: "input" },
  ...across("L", 24, VOLUMES, { style: "input", format: "#,##0", align: "right" }),
  ...SHARES.map((share, index): SheetCell => ({
    address: `K${25 + index}`,
    value: share,
    style: "input",
    format: "0.00",
    align: "left",
  })),
];

/** Months 0 to 119. */
const FAN_FIRST = 49;
const LAST_FAN_ROW = FAN_FIRST + 119;
const FAN_FORMULA = `=DROP(SCENARIOFAN(${INPUTS},"price",,1000),,1)`;
const fanRows = (column: string): string => `${column}${FAN_FIRST}:${column}${LAST_FAN_ROW}`;

const chance: SheetCell[] = [
  { address: "K19", value: FAN_FORMULA, style: "formulaText" },
  { address: "K46", value: "The table of the fan", style: "heading" },
  ...withText("K47", {
    address: `K${FAN_FIRST - 1}`,
    formula: FAN_FORMULA,
    fills: `K${FAN_FIRST - 1}:P${LAST_FAN_ROW}`,
    style: "header",
    align: "left",
  }),
];

/** Excel's own charts have no bands: they stack the steps from one percentile to the next. */
const STEP_COLUMNS = ["R", "S", "T", "U"];
const HIGHER = `M${FAN_FIRST}:P${LAST_FAN_ROW}`;
const LOWER = `L${FAN_FIRST}:O${LAST_FAN_ROW}`;

const steps: SheetCell[] = [
  { address: "R46", value: "Its steps, for the chart in a file", style: "heading" },
  ...across("R", FAN_FIRST - 1, ["P25-P5", "P50-P25", "P75-P50", "P95-P75"], {
    style: "header",
    align: "right",
  }),
  ...withText("R47", {
    address: `R${FAN_FIRST}`,
    formula: `=IF(ISNUMBER(${HIGHER}),${HIGHER}-${LOWER},"")`,
    fills: `R${FAN_FIRST}:U${LAST_FAN_ROW}`,
    style: "unit",
    format: "#,##0",
    align: "right",
  }),
];

export const outcomeCells: SheetCell[] = [...sensitivity, ...chance, ...steps];

export const outcomeAreas: SheetArea[] = [
  { range: "L25:P29", style: "result", align: "right" },
  { range: `L${FAN_FIRST - 1}:P${FAN_FIRST - 1}`, style: "header", align: "right" },
  { range: fanRows("K"), style: "result", align: "left" },
  { range: `L${FAN_FIRST}:P${LAST_FAN_ROW}`, style: "result", align: "right" },
  { range: `R${FAN_FIRST}:U${LAST_FAN_ROW}`, style: "unit", format: "#,##0", align: "right" },
];

export const outcomeCharts: SheetChart[] = [
  {
    kind: "fan",
    title: "Price, with chance",
    description: "1,000 random paths.",
    over: "K4:P18",
    table: `K${FAN_FIRST - 1}:P${LAST_FAN_ROW}`,
    dates: fanRows("K"),
    series: GRID_COLUMNS.map((column) => ({ name: `${column}${FAN_FIRST - 1}`, values: fanRows(column) })),
    steps: STEP_COLUMNS.map(fanRows),
    unit: "thousand USD",
    format: "#,##0,",
    marks: [],
  },
  {
    kind: "line",
    fromZero: false,
    title: "Price with the sales and without",
    description: "Columns D and E.",
    over: "K31:P44",
    table: "B23:I143",
    dates: "C24:C143",
    series: ["E", "D"].map((column) => ({ name: `${column}23`, values: `${column}24:${column}143` })),
    unit: "thousand USD",
    format: "#,##0,",
    marks: [],
  },
];
