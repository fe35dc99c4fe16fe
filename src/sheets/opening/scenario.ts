// The scenario sheet: assumptions to change, and beside them path, sensitivity and chance, which follow at once.
// The main part fits a screen of 1280 by 800; the tables go on below, with room for the longest scenario.
import type { SheetArea, SheetCell, SheetDescription } from "../sheet";
import { across, withText } from "../templates/template";
import { assumptionAreas, assumptionCells, INPUTS } from "./scenario-assumptions";
import { outcomeAreas, outcomeCells, outcomeCharts } from "./scenario-outcomes";

/** Month 0 to month 119. */
const LAST_PATH_ROW = 143;

const pathCells: SheetCell[] = [
  { address: "B21", value: "Month by month", style: "heading" },
  ...withText("B22", {
    address: "B24",
    formula: `=SCENARIO(${INPUTS},B23:I23,FALSE)`,
    fills: `B24:I${LAST_PATH_ROW}`,
    style: "result",
    align: "left",
  }),
  { address: "B23", value: "month", style: "input", align: "left" },
  ...across("C", 23, ["date", "outside_price", "price", "impact", "hashprice", "holdings", "ai_mw"], {
    style: "input",
    align: "right",
  }),
];

// Columns are the user's to choose: each value brings the format of its own.
const pathAreas: SheetArea[] = [
  { range: `B24:B${LAST_PATH_ROW}`, style: "result", align: "left" },
  { range: `C24:I${LAST_PATH_ROW}`, style: "result", align: "right" },
];

export const SCENARIO_SHEET: SheetDescription = {
  name: "Scenario",
  // prettier-ignore
  columnWidths: {
    A: 14, B: 112, C: 78, D: 86, E: 86, F: 62, G: 66, H: 62, I: 54, J: 14,
    K: 80, L: 68, M: 68, N: 68, O: 68, P: 68,
  },
  rowHeights: { 1: 28, 3: 8, 20: 8 },
  cells: [
    { address: "B1", value: "What becomes of price, hashprice and treasuries if miners sell", style: "title" },
    {
      address: "B2",
      value:
        "Change what is blue: path, sensitivity and chance follow at once. It is a model under assumptions, no forecast.",
      style: "note",
    },
    ...assumptionCells,
    ...pathCells,
    ...outcomeCells,
  ],
  areas: [...assumptionAreas, ...pathAreas, ...outcomeAreas],
  charts: outcomeCharts,
  print: { method: "A model under assumptions, no forecast", orientation: "portrait", area: "A1:P75", onePage: true },
};
