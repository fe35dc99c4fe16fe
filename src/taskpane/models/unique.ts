// New sheets beside those that are there: a taken name gets a number, and every reference to it follows. So do the
// names of inputs: Excel keeps them apart by sheet, the workbook in the browser does not.
import { tokenize } from "@borgar/fx";
import { splitAddress, withSheet } from "../../workbook/address";
import type { SheetCell, SheetChart, SheetDescription } from "../../workbook/sheet";

/** Excel's limit for the name of a sheet. */
const LONGEST = 31;

interface Free {
  readonly name: string;
  /** The number it got; 1 where the name was free. */
  readonly number: number;
}

const freeName = (name: string, taken: ReadonlySet<string>): Free => {
  let free = name;
  let number = 1;
  while (taken.has(free.toLowerCase())) {
    number++;
    const ending = ` ${number}`;
    free = name.slice(0, LONGEST - ending.length) + ending;
  }
  return { name: free, number };
};

interface Renamed {
  readonly sheets: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

const inAddress = (address: string, { sheets }: Renamed): string => {
  const { sheet, cells } = splitAddress(address);
  const now = sheet === undefined ? undefined : sheets.get(sheet);
  return now === undefined ? address : withSheet(now, cells);
};

const inFormula = (formula: string, renamed: Renamed): string =>
  tokenize(formula, { mergeRefs: false })
    .map(({ type, value }) => {
      if (type === "range_named") return renamed.names.get(value) ?? value;
      if (type !== "context" && type !== "context_quote") return value;
      const now = renamed.sheets.get(splitAddress(`${value}!`).sheet ?? "");
      return now === undefined ? value : withSheet(now, "").slice(0, -1);
    })
    .join("");

const inCell = (cell: SheetCell, renamed: Renamed): SheetCell => {
  if ("formula" in cell) return { ...cell, formula: inFormula(cell.formula, renamed) };
  const { value, style } = cell;
  const isFormulaText = typeof value === "string" && style === "formulaText" && value.startsWith("=");
  return isFormulaText ? { ...cell, value: inFormula(value, renamed) } : cell;
};

const inChart = (chart: SheetChart, renamed: Renamed): SheetChart => ({
  ...chart,
  table: inAddress(chart.table, renamed),
  dates: inAddress(chart.dates, renamed),
  series: chart.series.map(({ name, values }) => ({
    name: inAddress(name, renamed),
    values: inAddress(values, renamed),
  })),
  ...(chart.steps ? { steps: chart.steps.map((step) => inAddress(step, renamed)) } : {}),
});

/** The same sheets under names that are free; what refers to a renamed one refers to its new name. */
export const uniqueSheets = (
  sheets: readonly SheetDescription[],
  taken: readonly string[],
): readonly SheetDescription[] => {
  const inUse = new Set(taken.map((name) => name.toLowerCase()));
  const newNames = new Map<string, string>();
  let largest = 1;
  for (const { name } of sheets) {
    const free = freeName(name, inUse);
    inUse.add(free.name.toLowerCase());
    if (free.number > 1) newNames.set(name, free.name);
    largest = Math.max(largest, free.number);
  }
  if (newNames.size === 0) return sheets;
  const inputs = sheets.flatMap(({ names }) => names ?? []);
  const renamed: Renamed = {
    sheets: newNames,
    names: new Map(inputs.map(({ name }) => [name, `${name}_${largest}`])),
  };
  return sheets.map((sheet) => ({
    ...sheet,
    name: newNames.get(sheet.name) ?? sheet.name,
    ...(sheet.names
      ? { names: sheet.names.map((one) => ({ ...one, name: renamed.names.get(one.name) ?? one.name })) }
      : {}),
    cells: sheet.cells.map((cell) => inCell(cell, renamed)),
    ...(sheet.charts ? { charts: sheet.charts.map((chart) => inChart(chart, renamed)) } : {}),
  }));
};
