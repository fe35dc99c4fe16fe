// The assumptions of the template Scenario: every row of a preset beside a cell in which it can be changed.
import { ASSUMPTION_NAMES, wordsOf } from "../../functions";
import type { SheetDescription } from "../sheet";
import { across, area, head, orEmpty, withText } from "./template";

const NAME = "Scenario assumptions";
const FIRST = 8;
const LAST = FIRST + ASSUMPTION_NAMES.length - 1;
/** Rows for assumptions of one miner. */
const FREE_FIRST = LAST + 2;
const FREE_LAST = FREE_FIRST + 7;

const cell = (name: string): string => `C${FIRST + ASSUMPTION_NAMES.indexOf(name)}`;

/** Name and value, from the preset to the last free row: the argument of every scenario function. */
export const CASE = orEmpty(`'${NAME}'!B${FIRST}:C${FREE_LAST}`);

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
      formula: `=CHOOSECOLS(TAKE(ASSUMPTIONS(Preset,FALSE),${ASSUMPTION_NAMES.length}),1)`,
      fills: `B${FIRST}:B${LAST}`,
      style: "label",
    }),
    { address: cell("preset"), value: "thesis", style: "input", align: "right" },
    {
      address: `D${FIRST}`,
      formula: `=CHOOSECOLS(TAKE(ASSUMPTIONS(Preset,FALSE),${ASSUMPTION_NAMES.length}),2,3,4)`,
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
  choices: ASSUMPTION_NAMES.flatMap((name) => {
    const values = wordsOf(name);
    return values.length === 0 ? [] : [{ range: cell(name), values }];
  }),
  print: { orientation: "portrait", area: `A1:F${FREE_LAST}`, onePage: true },
};
