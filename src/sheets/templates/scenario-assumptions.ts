// The assumptions of the template Scenario: every row of a preset beside a cell in which it can be changed.
import type { SheetDescription } from "../sheet";
import { across, area, head, withText } from "./template";

const NAME = "Scenario assumptions";
const FIRST = 8;

/** In the order of ASSUMPTIONS; only rows with a look or choices of their own are named. */
const ROWS = {
  preset: 0,
  miners: 1,
  start: 2,
  fan_centre: 10,
  impact_model: 13,
  halving_date: 21,
  policy: 26,
  sell_encumbered: 31,
} as const;
const COUNT = 43;
const LAST = FIRST + COUNT - 1;
/** Rows for assumptions of one miner. */
const FREE_FIRST = LAST + 2;
const FREE_LAST = FREE_FIRST + 7;

const cell = (name: keyof typeof ROWS): string => `C${FIRST + ROWS[name]}`;

/** Name and value, from the preset to the last free row: the argument of every scenario function. */
export const CASE = `'${NAME}'!B${FIRST}:C${FREE_LAST}`;

export const ASSUMPTIONS_SHEET: SheetDescription = {
  name: NAME,
  columnWidths: { A: 14, B: 176, C: 110, D: 150, E: 120, F: 600 },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head(
      "Assumptions",
      "What your case assumes: choose a preset, then write over it in blue; an empty cell keeps it.",
    ),
    { address: "B6", value: "Assumption", style: "header" },
    ...across("C", 6, ["Your value", "As preset"], { style: "header", align: "right" }),
    ...across("E", 6, ["Unit", "Meaning"], { style: "header", align: "left" }),
    { address: "C7", value: "empty: as preset", style: "unit", align: "right" },
    { address: "D7", value: "and latest record", style: "unit", align: "right" },
    ...withText("B4", {
      address: `B${FIRST}`,
      formula: "=CHOOSECOLS(ASSUMPTIONS(Preset,FALSE),1)",
      fills: `B${FIRST}:B${LAST}`,
      style: "label",
    }),
    { address: cell("preset"), value: "thesis", style: "input", align: "right" },
    {
      address: `D${FIRST}`,
      formula: "=CHOOSECOLS(ASSUMPTIONS(Preset,FALSE),2,3,4)",
      fills: `D${FIRST}:F${LAST}`,
      style: "result",
      align: "right",
    },
    { address: `D${FREE_FIRST}`, value: "for one miner, as MARA.sell_share or CORZ.ai_share", style: "unit" },
  ],
  areas: [
    area("B", FIRST, LAST, "label"),
    area("C", FIRST, LAST, "input", { align: "right" }),
    ...[cell("start"), cell("halving_date")].map((range) => ({
      range,
      style: "input" as const,
      format: "yyyy-mm-dd",
      align: "right" as const,
    })),
    area("D", FIRST, LAST, "result", { align: "right" }),
    area("E:F", FIRST, LAST, "unit"),
    area("B", FREE_FIRST, FREE_LAST, "input"),
    area("C", FREE_FIRST, FREE_LAST, "input", { align: "right" }),
  ],
  names: [{ name: "Preset", range: cell("preset") }],
  choices: [
    { range: cell("preset"), values: ["hold", "thesis", "funding", "capitulation", "orderly"] },
    { range: cell("fan_centre"), values: ["median", "mean"] },
    { range: cell("impact_model"), values: ["sqrt", "flow"] },
    { range: cell("policy"), values: ["hold", "linear", "front", "funding"] },
    { range: cell("sell_encumbered"), values: ["TRUE", "FALSE"] },
  ],
  print: { orientation: "portrait", area: `A1:F${FREE_LAST}`, onePage: true },
};
