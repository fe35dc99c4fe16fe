// The assumptions of the template Scenario: a column for each case, each row beside what its preset says.
import { ASSUMPTION_NAMES, wordsOf } from "../../functions";
import type { SheetDescription } from "../sheet";
import { across, area, head, orEmpty, withText } from "./template";

const NAME = "Scenario assumptions";
const FIRST = 8;
const LAST = FIRST + ASSUMPTION_NAMES.length - 1;
/** Rows for assumptions of one miner. */
const FREE_FIRST = LAST + 2;
const FREE_LAST = FREE_FIRST + 7;

/** What each case starts from: nothing in them but presets, until someone writes in blue. */
const CASES = { Base: "thesis", Bear: "capitulation", Bull: "hold", Own: "thesis" };
export const CASE_NAMES = Object.keys(CASES);

const rowOf = (name: string): number => FIRST + ASSUMPTION_NAMES.indexOf(name);
const cell = (name: string): string => `C${rowOf(name)}`;
const inCases = (name: string): string => `D${rowOf(name)}:G${rowOf(name)}`;

/** Name and value of the live case, to the last free row: the argument of every scenario function. */
export const CASE = orEmpty(`'${NAME}'!B${FIRST}:C${FREE_LAST}`);

/** All cases side by side with their names on top, as SCENARIOCOMPARE takes them. */
export const CASES_TABLE = `CHOOSECOLS(${orEmpty(`'${NAME}'!B${FIRST - 1}:G${FREE_LAST}`)},1,3,4,5,6)`;

const preset = (columns: string): string =>
  `=CHOOSECOLS(TAKE(ASSUMPTIONS(Preset,FALSE),${ASSUMPTION_NAMES.length}),${columns})`;

export const ASSUMPTIONS_SHEET: SheetDescription = {
  name: NAME,
  columnWidths: { A: 14, B: 166, C: 82, D: 82, E: 82, F: 82, G: 82, H: 124, I: 96, J: 440 },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head(
      "Assumptions",
      "One column a case: choose its preset, then write over it in blue; an empty cell keeps the preset and the record.",
    ),
    { address: "B5", value: "Live case", style: "label" },
    { address: "C5", value: "Base", style: "input", align: "right" },
    { address: "D5", value: "the case that overview, months, fan and charts show", style: "unit" },
    { address: "B7", value: "Assumption", style: "header" },
    { address: "C6", value: "live", style: "unit", align: "right" },
    { address: "C7", formula: "=LiveCase", style: "header", align: "right" },
    ...across("D", 7, CASE_NAMES, { style: "header", align: "right" }),
    { address: "H6", value: "of the live case", style: "unit", align: "right" },
    { address: "H7", value: "As preset", style: "header", align: "right" },
    ...across("I", 7, ["Unit", "Meaning"], { style: "header", align: "left" }),
    ...withText("B4", { address: `B${FIRST}`, formula: preset("1"), fills: `B${FIRST}:B${LAST}`, style: "label" }),
    {
      address: `C${FIRST}`,
      formula: `=INDEX(${orEmpty(`D${FIRST}:G${FREE_LAST}`)},0,MATCH(LiveCase,D7:G7,0))`,
      fills: `C${FIRST}:C${FREE_LAST}`,
      style: "result",
      align: "right",
    },
    ...across("D", rowOf("preset"), Object.values(CASES), { style: "input", align: "right" }),
    {
      address: `H${FIRST}`,
      formula: preset("2,3,4"),
      fills: `H${FIRST}:J${LAST}`,
      style: "result",
      align: "right",
    },
    {
      address: `H${FREE_FIRST}`,
      value: "for one miner, as MARA.sell_share or CORZ.ai_share",
      style: "unit",
      align: "left",
    },
  ],
  areas: [
    area("B", FIRST, LAST, "label"),
    area("C", FIRST, FREE_LAST, "result", { align: "right" }),
    area("D:G", FIRST, LAST, "input", { align: "right" }),
    ...["start", "halving_date"].flatMap((name) => [
      { range: cell(name), style: "result" as const, format: "yyyy-mm-dd", align: "right" as const },
      { range: inCases(name), style: "input" as const, format: "yyyy-mm-dd", align: "right" as const },
    ]),
    area("H", FIRST, LAST, "result", { align: "right" }),
    area("I:J", FIRST, LAST, "unit"),
    area("B", FREE_FIRST, FREE_LAST, "input"),
    area("D:G", FREE_FIRST, FREE_LAST, "input", { align: "right" }),
  ],
  names: [
    { name: "Preset", range: cell("preset") },
    { name: "LiveCase", range: "C5" },
  ],
  choices: [
    { range: "C5", values: CASE_NAMES },
    ...ASSUMPTION_NAMES.flatMap((name) => {
      const values = wordsOf(name);
      return values.length === 0 ? [] : [{ range: inCases(name), values }];
    }),
  ],
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "landscape",
    area: `A1:J${FREE_LAST}`,
    repeatedRows: "7:7",
  },
};
