// The cases of the template Scenario side by side: what comes of each, and how far it lies from the first.
import type { SheetDescription } from "../sheet";
import { CASE_NAMES, CASES_TABLE } from "./scenario-assumptions";
import { across, area, columnAfter, down, head, withText } from "./template";

const NAME = "Scenario cases";
const BTC = "#,##0";
const MILLIONS = "#,##0.0,,";

/** The first row says how long each case is. */
const FIGURES = [
  ["month", "Months to the end", "", "0"],
  ["price", "Price at the end", "USD/BTC", BTC],
  ["impact", "Held down by", "share", "0.00%"],
  ["worst_impact", "At the worst", "share", "0.00%"],
  ["hashrate", "Hashrate", "EH/s", "#,##0.0"],
  ["hashprice", "Hashprice", "USD/PH/day", "0.00"],
  ["holdings", "Treasuries", "BTC", BTC],
  ["treasury_sold", "Sold from them, last month", "BTC", BTC],
  ["raised", "Raised by sales", "M USD", MILLIONS],
  ["unfunded", "Cash that is missing", "M USD", MILLIONS],
  ["ai_mw", "AI megawatts live", "MW", BTC],
] as const;
const FIRST = 7;
const LAST = FIRST + FIGURES.length - 1;

/** Month by month, for the chart: a scenario has months 0 to 119. */
const PATH_FIRST = 44;
const PATH_LAST = PATH_FIRST + 119;
const onPath = (column: string): string => `${column}${PATH_FIRST}:${column}${PATH_LAST}`;

const lengths = `IFERROR(C${FIRST}:F${FIRST},0)`;
const months = `SEQUENCE(MAX(${lengths})+1,,0)`;
const others = CASE_NAMES.slice(1);

export const CASES_SHEET: SheetDescription = {
  name: NAME,
  columnWidths: { A: 14, B: 176, C: 92, D: 92, E: 92, F: 92, G: 14, H: 104, I: 104, J: 104, K: 92 },
  rowHeights: { 1: 28 },
  cells: [
    ...head("Cases side by side", "What comes of each case at its end, and its difference to the first one."),
    { address: "B4", value: "At the end of each case", style: "heading" },
    { address: "B6", value: "Figure", style: "header" },
    { address: "H4", value: "Difference to the first", style: "heading" },
    ...withText("B5", {
      address: "C6",
      formula: `=DROP(SCENARIOCOMPARE(${CASES_TABLE},{${FIGURES.map(([name]) => `"${name}"`).join(";")}}),,1)`,
      fills: `C6:F${LAST}`,
      style: "header",
      align: "right",
    }),
    ...others.map((_, index) => ({
      address: `${columnAfter("H", index)}6`,
      formula: `=${columnAfter("D", index)}6&" less "&$C6`,
      style: "header" as const,
      align: "right" as const,
    })),
    ...others.map((_, index) => {
      const column = columnAfter("H", index);
      return {
        address: `${column}${FIRST}`,
        formula: `=${columnAfter("D", index)}${FIRST}:${columnAfter("D", index)}${LAST}-C${FIRST}:C${LAST}`,
        fills: `${column}${FIRST}:${column}${LAST}`,
        style: "result" as const,
        align: "right" as const,
      };
    }),
    { address: "K6", value: "Unit", style: "header", align: "left" },
    ...down("B", FIRST, FIGURES.map(([, label]) => label), { style: "label" }), // prettier-ignore
    ...FIGURES.flatMap(([, , unit], index) => down("K", FIRST + index, [unit], { style: "unit" })),
    {
      address: `B${LAST + 1}`,
      value: "A case that cannot be read has its error in its own columns; the others stand.",
      style: "note",
    },
    { address: "B20", value: "Figure of the chart", style: "label" },
    { address: "C20", value: "price", style: "input", align: "right" },
    { address: `B${PATH_FIRST - 3}`, value: "The table of the chart, by month", style: "heading" },
    ...across("A", PATH_FIRST - 1, ["", "Date"], { style: "header", align: "left" }),
    ...CASE_NAMES.map((_, index) => ({
      address: `${columnAfter("C", index)}${PATH_FIRST - 1}`,
      formula: `=${columnAfter("C", index)}6`,
      style: "header" as const,
      align: "right" as const,
    })),
    ...withText(`B${PATH_FIRST - 2}`, {
      address: `C${PATH_FIRST}`,
      formula: `=IFNA(DROP(SCENARIOCOMPARE(${CASES_TABLE},CaseFigure,${months},FALSE),,1),"")`,
      fills: `C${PATH_FIRST}:F${PATH_LAST}`,
      style: "result",
      format: "#,##0.00",
    }),
    // The dates of the longest case.
    {
      address: `B${PATH_FIRST}`,
      formula: `=INDEX(SCENARIOCOMPARE(${CASES_TABLE},"date",${months},FALSE),0,1+MATCH(MAX(${lengths}),${lengths},0))`,
      fills: onPath("B"),
      style: "label",
      format: "yyyy-mm-dd",
      align: "left",
    },
  ],
  areas: [
    ...FIGURES.flatMap(([, , , format], index) => [
      area("C:F", FIRST + index, FIRST + index, "result", { format, align: "right" }),
      area("H:J", FIRST + index, FIRST + index, "result", { format, align: "right" }),
    ]),
    area("C:F", 6, 6, "header", { align: "right" }),
    area("B", PATH_FIRST, PATH_LAST, "label", { format: "yyyy-mm-dd", align: "left" }),
    area("C:F", PATH_FIRST, PATH_LAST, "result", { format: "#,##0.00", align: "right" }),
  ],
  charts: [
    {
      kind: "line",
      fromZero: false,
      title: "The cases by month",
      description: "The figure chosen above, a line for each case.",
      over: "B21:K39",
      table: `B${PATH_FIRST - 1}:F${PATH_LAST}`,
      dates: onPath("B"),
      series: ["C", "D", "E", "F"].map((column) => ({ name: `${column}${PATH_FIRST - 1}`, values: onPath(column) })),
      unit: "in the figure's unit",
      format: "#,##0",
      marks: [],
    },
  ],
  names: [{ name: "CaseFigure", range: "C20" }],
  choices: [
    {
      range: "C20",
      values: ["price", "impact", "hashrate", "hashprice", "holdings", "treasury_sold", "raised", "unfunded", "ai_mw"],
    },
  ],
  print: { method: "A model under assumptions, no forecast", orientation: "landscape", area: `A1:K${PATH_FIRST + 36}` },
};
