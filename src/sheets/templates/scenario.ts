// Template Scenario: assumptions to edit, what follows from them month by month, and the chance around it.
import type { SheetChart, SheetDescription } from "../sheet";
import { ASSUMPTIONS_SHEET, CASE } from "./scenario-assumptions";
import { CASES_SHEET } from "./scenario-cases";
import { FAN_SHEET } from "./scenario-fan";
import { across, area, CHARTS_FOLLOW, down, head, notes, withText, type Template } from "./template";

const MONTHS = "Scenario months";

const COLUMNS = [
  ["month", "", "0"],
  ["date", "", "yyyy-mm-dd"],
  ["outside_price", "USD/BTC", "#,##0"],
  ["price", "USD/BTC", "#,##0"],
  ["impact", "share", "0.00%"],
  ["hashrate", "EH/s", "#,##0.0"],
  ["difficulty", "T", "#,##0.0,,,,"],
  ["hashprice", "USD/PH/day", "0.00"],
  ["idle_share", "share", "0.0%"],
  ["holdings", "BTC", "#,##0"],
  ["produced", "BTC", "#,##0"],
  ["treasury_sold", "BTC", "#,##0"],
  ["raised", "M USD", "#,##0.0,,"],
  ["unfunded", "M USD", "#,##0.0,,"],
  ["ai_mw", "MW", "#,##0"],
] as const;
const FIRST = 7;
/** A scenario has 119 months at most. */
const LAST = FIRST + 119;

const onMonths = (column: string): string => `'${MONTHS}'!${column}${FIRST}:${column}${LAST}`;
const lines = (title: string, unit: string, format: string, over: string, columns: readonly string[]): SheetChart => ({
  kind: "line",
  fromZero: false,
  title,
  description: `${title} by month, from the table on sheet ${MONTHS}.`,
  over,
  table: `'${MONTHS}'!B5:P${LAST}`,
  dates: onMonths("C"),
  series: columns.map((column) => ({ name: `'${MONTHS}'!${column}5`, values: onMonths(column) })),
  unit,
  format,
  marks: [],
});

const FIGURES = [
  ["date", "Date", "", "yyyy-mm-dd"],
  ["outside_price", "Price without the sales", "USD/BTC", "#,##0"],
  ["price", "Price with them", "USD/BTC", "#,##0"],
  ["impact", "Held down by", "share", "0.00%"],
  ["worst_impact", "At the worst", "share", "0.00%"],
  ["hashrate", "Hashrate", "EH/s", "#,##0.0"],
  ["hashprice", "Hashprice", "USD/PH/day", "0.00"],
  ["holdings", "Treasuries", "BTC", "#,##0"],
  ["raised", "Raised by sales", "M USD", "#,##0.0,,"],
  ["unfunded", "Cash that is missing", "M USD", "#,##0.0,,"],
  ["ai_mw", "AI megawatts live", "MW", "#,##0"],
] as const;
const figures = `{${FIGURES.map(([name]) => `"${name}"`).join(";")}}`;

const overview: SheetDescription = {
  name: "Scenario",
  columnWidths: { A: 14, B: 176, C: 92, D: 92, E: 92, F: 92, G: 14, H: 76, I: 76, J: 76, K: 76, L: 76, M: 76 },
  rowHeights: { 1: 28 },
  cells: [
    ...head(
      "What follows from the assumptions",
      "Price, mining and treasuries at the start and at the end of your case.",
    ),
    { address: "B4", formula: `="Start and end, case "&'Scenario assumptions'!C5`, style: "heading" },
    ...across("C", 5, ["Start", "End"], { style: "header", align: "right" }),
    { address: "B5", value: "Figure", style: "header" },
    { address: "E5", value: "Unit", style: "header", align: "left" },
    ...down(
      "B",
      6,
      FIGURES.map(([, label]) => label),
      { style: "label" },
    ),
    ...FIGURES.flatMap(([, , unit], index) => down("E", 6 + index, [unit], { style: "unit" })),
    { address: "C6", formula: `=SCENARIOVALUE(${CASE},${figures},0)`, fills: "C6:C16", style: "result" },
    { address: "D6", formula: `=SCENARIOVALUE(${CASE},${figures})`, fills: "D6:D16", style: "result" },
    { address: "B18", value: "Held down at the end, by both readings", style: "heading" },
    {
      address: "B19",
      formula: `=SENSITIVITY(${CASE},"impact","impact_model",{"sqrt";"flow"},"sell_share",{0.25,0.5,0.75,1})`,
      fills: "B19:F21",
      style: "header",
    },
    {
      address: "B22",
      value: "Down: impact_model. Across: sell_share. Two readings of the same sales, not bounds.",
      style: "note",
    },
  ],
  areas: [
    ...FIGURES.map(([, , , format], index) => area("C:D", 6 + index, 6 + index, "result", { format, align: "right" })),
    area("C:F", 19, 19, "header", { format: "0%", align: "right" }),
    area("B", 20, 21, "label"),
    area("C:F", 20, 21, "result", { format: "0.00%" }),
  ],
  charts: [
    lines("Price", "USD/BTC", "#,##0", "H4:M20", ["D", "E"]),
    lines("Treasuries", "BTC", "#,##0", "H21:M37", ["K"]),
    lines("Hashprice", "USD/PH/day", "0", "B24:F37", ["I"]),
  ],
  print: { method: "A model under assumptions, no forecast", orientation: "landscape", area: "A1:M38" },
};

const months: SheetDescription = {
  name: MONTHS,
  // prettier-ignore
  columnWidths: {
    A: 14, B: 48, C: 80, D: 92, E: 76, F: 64, G: 76, H: 76, I: 80, J: 76, K: 76, L: 72, M: 92, N: 76, O: 76, P: 64,
  },
  rowHeights: { 1: 28 },
  frozenRows: FIRST - 1,
  cells: [
    ...head("Month by month", "The whole path of your case; sums run from the row before, raised from the start."),
    ...across(
      "B",
      5,
      COLUMNS.map(([name]) => name),
      { style: "header", align: "right" },
    ),
    ...across(
      "B",
      6,
      COLUMNS.map(([, unit]) => unit),
      { style: "unit", align: "right" },
    ),
    ...withText("B3", {
      address: `B${FIRST}`,
      formula: `=SCENARIO(${CASE},B5:P5,FALSE)`,
      fills: `B${FIRST}:P${LAST}`,
      style: "result",
      format: "0",
    }),
  ],
  areas: COLUMNS.map(([, , format], index) => {
    const column = String.fromCharCode("B".charCodeAt(0) + index);
    return area(column, FIRST, LAST, "result", { format, align: "right" });
  }),
  print: {
    method: "A model under assumptions, no forecast",
    orientation: "landscape",
    area: `A1:P${FIRST + 36}`,
    repeatedRows: "5:6",
  },
};

export const SCENARIO: Template = {
  id: "scenario",
  title: "Scenario",
  sentence: "What sales and AI conversion do to price, hashprice and treasuries under assumptions of your own.",
  sheets: [
    overview,
    ASSUMPTIONS_SHEET,
    CASES_SHEET,
    months,
    FAN_SHEET,
    notes("Scenario notes", "Scenario", {
      "How to use it": [
        "Sheet Scenario assumptions has a column for each case: choose its preset and change what is blue; an empty cell keeps what the preset and the record say.",
        "The live case is the one that overview, months, fan and charts show; sheet Scenario cases lays all of them side by side.",
        "To begin with, Base is the preset thesis, Bear capitulation, Bull hold, and Own is yours: starting points, no opinion on how likely they are.",
        "For one miner, write its ticker before the name in the rows at the end: MARA.sell_share, CORZ.ai_share, RIOT.holdings.",
      ],
      "What happens each day": [
        "The outside price moves as assumed; the miners' excess sales hold it down. Hashprice follows from price, difficulty and subsidy.",
        "Machines whose power costs more than they earn stop within weeks; blocks slow down until the next retarget, then the others earn more.",
        "Miners that convert take hashrate out for AI. Issuance does not depend on who mines.",
      ],
      "Why there are two readings": [
        "The square-root law (sqrt) decays after a sale and hardly grows with haste; the flow reading lasts and grows with the dollars sold.",
        "For small sales the flow reading is the smaller one. Neither is a bound; whoever shows one should show the other.",
      ],
      "Where it ends": [
        "A flat price through a halving is itself an odd assumption: the model then sheds more hashrate than history did.",
        "The fan knows one kind of chance, the price's; it says nothing on whether the assumptions are right.",
        "Excel's Data Table and Goal Seek do not work with add-in functions: use SENSITIVITY and SCENARIOSOLVE.",
        CHARTS_FOLLOW,
      ],
    }),
  ],
};
