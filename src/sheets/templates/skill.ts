// Template How good was it?: the model against two rivals without one, over all past starts, with the error of that.
import { serialOfIso } from "../../common/days";
import type { SheetDescription } from "../sheet";
import { across, area, head, notes, orEmpty, withText, type Template } from "./template";

const MAIN = "How good was it";
const CASE = "One case among all";

const FIRST = 12;
/** Five columns, three horizons. */
const LAST = FIRST + 14;

/** The day of the article whose thesis is one case among all. */
const ARTICLE = "2026-03-14";

const answer = `BACKTESTSKILL(${orEmpty("Judged")},FirstStart,LastStart,C7:G7,${orEmpty("C8:E8")},FALSE)`;
const cut = (columns: string): string => `CHOOSECOLS(${answer},${columns})`;

const HEADS = ["Starts", "Windows", "Error", "Persistence", "Run-rate", "Skill", "± 95 %", "Bias", "Inside 50 %", "Inside 90 %"]; // prettier-ignore
const percent = { style: "result", format: "0.0%", align: "right" } as const;

const columnsOf = (letters: readonly string[]) =>
  letters.map((letter) => ({ name: `${letter}${FIRST - 1}`, values: `${letter}${FIRST}:${letter}${LAST}` }));

const main: SheetDescription = {
  name: MAIN,
  columnWidths: { A: 14, B: 190, C: 84, D: 84, E: 84, F: 84, G: 84, H: 84, I: 84, J: 84, K: 84, L: 84, M: 150, N: 14, O: 120, P: 84, Q: 84 }, // prettier-ignore
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head(
      "How good was it?",
      "What the scenario said at every month end with what was known then, against what came out, and against two rivals without a model.",
    ),
    { address: "B4", value: "Assumptions", style: "label" },
    { address: "C4", value: "pace", style: "input", align: "right" },
    { address: "D4", value: "a preset: hold, thesis, funding, capitulation, orderly, pace", style: "unit" },
    { address: "B5", value: "First start", style: "label" },
    { address: "D5", value: "empty: the record's first count", style: "unit" },
    { address: "B6", value: "Last start", style: "label" },
    { address: "D6", value: "empty: the last that has an outcome", style: "unit" },
    { address: "B7", value: "Columns", style: "label" },
    ...across("C", 7, ["holdings", "price", "difficulty", "hashrate", "hashprice"], { style: "input", align: "right" }),
    { address: "B8", value: "Months", style: "label" },
    ...across("C", 8, [3, 6, 12], { style: "input", align: "right" }),
    { address: "B11", value: "Column and months", style: "header" },
    ...across("C", 11, HEADS, { style: "header", align: "right" }),
    { address: "M11", value: "Verdict", style: "header", align: "left" },
    ...across("O", 11, ["Skill at least", "Skill", "Skill at most"], { style: "header", align: "right" }),
    ...withText("B9", {
      address: `B${FIRST}`,
      formula: `=${cut("1")}&" "&${cut("2")}`,
      fills: `B${FIRST}:B${LAST}`,
      style: "label",
    }),
    {
      address: `C${FIRST}`,
      formula: `=${cut("3,4,5,6,7,8,9,10,11,12,13")}`,
      fills: `C${FIRST}:M${LAST}`,
      style: "result",
      format: "0",
      align: "right",
    },
    { address: "O10", value: "95 % interval of the skill, where there are four windows", style: "unit", align: "left" },
    {
      address: `O${FIRST}`,
      formula: `=IFERROR(${cut("8")}-${cut("9")},"")`,
      fills: `O${FIRST}:O${LAST}`,
      ...percent,
    },
    { address: `P${FIRST}`, formula: `=${cut("8")}`, fills: `P${FIRST}:P${LAST}`, ...percent },
    {
      address: `Q${FIRST}`,
      formula: `=IFERROR(${cut("8")}+${cut("9")},"")`,
      fills: `Q${FIRST}:Q${LAST}`,
      ...percent,
    },
  ],
  areas: [
    { range: "C5:C6", style: "input", format: "yyyy-mm-dd", align: "right" },
    area("B", FIRST, LAST, "label"),
    area("C:D", FIRST, LAST, "result", { format: "0", align: "right" }),
    area("E:L", FIRST, LAST, "result", { format: "0.0%", align: "right" }),
    area("M", FIRST, LAST, "label"),
    area("O:Q", FIRST, LAST, "result", { format: "0.0%", align: "right" }),
  ],
  charts: [
    {
      kind: "column",
      title: "Mean error: model, persistence, run-rate",
      description:
        "Lower is better. Persistence says that nothing changes, the run-rate that all goes on as in the year before.",
      over: "B29:G48",
      table: `B11:G${LAST}`,
      dates: `B${FIRST}:B${LAST}`,
      categories: true,
      series: columnsOf(["E", "F", "G"]),
      unit: "share",
      format: "0%",
      marks: [],
    },
    {
      kind: "column",
      title: "Skill, with the ends of its 95 % interval",
      description: "Share of persistence's error that the model avoids; an interval that holds 0 tells no difference.",
      over: "H29:Q48",
      table: `B11:Q${LAST}`,
      dates: `B${FIRST}:B${LAST}`,
      categories: true,
      series: columnsOf(["O", "P", "Q"]),
      unit: "share",
      format: "0%",
      marks: [],
    },
  ],
  names: [
    { name: "Judged", range: "C4" },
    { name: "FirstStart", range: "C5" },
    { name: "LastStart", range: "C6" },
  ],
  choices: [{ range: "C4", values: ["hold", "thesis", "funding", "capitulation", "orderly", "pace"] }],
  print: { orientation: "landscape", area: "A1:Q49", onePage: true },
};

const SAID = `BACKTEST(${orEmpty("TestedCase")},TestedDay,C6:E6,FALSE)`;

const oneCase: SheetDescription = {
  name: CASE,
  columnWidths: { A: 14, B: 190, C: 96, D: 96, E: 96, F: 96, G: 96, H: 96, I: 96, J: 96, K: 96 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "One case among all",
      "The thesis of March 2026, month by month: one look at the world, where the sheet before has all of them.",
    ),
    { address: "B4", value: "Assumptions", style: "label" },
    { address: "C4", value: "thesis", style: "input", align: "right" },
    { address: "B5", value: "Day", style: "label" },
    { address: "C5", value: serialOfIso(ARTICLE), style: "input", format: "yyyy-mm-dd", align: "right" },
    { address: "D5", value: "of the article", style: "unit" },
    { address: "B6", value: "Columns", style: "label" },
    ...across("C", 6, ["holdings", "price", "hashprice"], { style: "input", align: "right" }),
    { address: "B9", value: "Date", style: "header" },
    ...["C", "D", "E"].map((from, place) => ({ address: `${"CFI"[place] ?? ""}9`, formula: `=${from}6`, style: "header", align: "right" }) as const), // prettier-ignore
    ...across("C", 10, ["said", "reported", "error", "said", "reported", "error", "said", "reported", "error"], { style: "unit", align: "right" }), // prettier-ignore
    ...withText("B7", {
      address: "B11",
      formula: `=${SAID}`,
      fills: "B11:K34",
      style: "label",
      format: "yyyy-mm-dd",
      align: "left",
    }),
  ],
  areas: [
    area("B", 11, 34, "label", { format: "yyyy-mm-dd", align: "left" }),
    area("C:D", 11, 34, "result", { format: "#,##0" }),
    area("E", 11, 34, "result", { format: "0.0%" }),
    area("F:G", 11, 34, "result", { format: "#,##0" }),
    area("H", 11, 34, "result", { format: "0.0%" }),
    area("I:J", 11, 34, "result", { format: "0.00" }),
    area("K", 11, 34, "result", { format: "0.0%" }),
  ],
  names: [
    { name: "TestedCase", range: "C4" },
    { name: "TestedDay", range: "C5" },
  ],
  print: { orientation: "landscape", area: "A1:K34" },
};

export const SKILL: Template = {
  id: "skill",
  title: "How good was it?",
  sentence: "The model against persistence and run-rate, over every past start, with the error of that comparison.",
  sheets: [
    main,
    oneCase,
    notes("How good notes", "How good was it?", {
      "What is compared": [
        "A scenario is started at every month end with only what was published by then, and held against what was reported later.",
        "Holdings run over miners with a count at the start and one of exactly the outcome's day: nobody enters, none is carried forward.",
        "Persistence says that nothing changes, and knows the halving. The run-rate goes on as in the twelve months before.",
      ],
      "How to read it": [
        "Error is the mean miss as a share of the mean of forecast and outcome. Skill is the share of persistence's error that is avoided.",
        "Starts overlap: Windows are the looks at the world that do not. Fewer than four say too little for an interval.",
        "An interval of the skill that holds 0 tells no difference from persistence. Bias below 0: the scenario said too little.",
        "Inside 50 % and 90 %: how often the outcome lay within the fan (price) or the estimate's band (holdings under pace).",
      ],
      "Where it ends": [
        "hold is persistence by construction, and price without drift has no skill. A scenario is a question, not a forecast.",
        "The pace did better than persistence over all starts, and is not told apart from it on the outcomes since mid-2025.",
      ],
    }),
  ],
};
