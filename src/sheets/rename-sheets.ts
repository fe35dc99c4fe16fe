// New sheets beside those that are there: a taken name gets a number, and every reference to it follows.
import { tokenize } from "@borgar/fx";
import { splitAddress, withSheet } from "../common/address";
import { freeName } from "./sheet-names";
import type { SheetCell, SheetChart, SheetDescription } from "./sheet";

/** Names of now by names of before. */
export type Renamed = ReadonlyMap<string, string>;

const inAddress = (address: string, renamed: Renamed): string => {
  const { sheet, cells } = splitAddress(address);
  const now = sheet === undefined ? undefined : renamed.get(sheet);
  return now === undefined ? address : withSheet(now, cells);
};

export const inFormula = (formula: string, renamed: Renamed): string =>
  tokenize(formula, { mergeRefs: false })
    .map(({ type, value }) => {
      if (type !== "context" && type !== "context_quote") return value;
      const now = renamed.get(splitAddress(`${value}!`).sheet ?? "");
      return now === undefined ? value : withSheet(now, "").slice(0, -1);
    })
    .join("");

const inCell = (cell: SheetCell, renamed: Renamed): SheetCell => {
  if ("formula" in cell) return { ...cell, formula: inFormula(cell.formula, renamed) };
  const { value, style } = cell;
  const isFormulaText = typeof value === "string" && style === "formulaText" && value.startsWith("=");
  return isFormulaText ? { ...cell, value: inFormula(value, renamed) } : cell;
};

/** The chart with the new names in its addresses; none of its other texts begins with a sheet's name and "!". */
export const inChart = (chart: SheetChart, renamed: Renamed): SheetChart =>
  JSON.parse(JSON.stringify(chart), (_, part: unknown) =>
    typeof part === "string" ? inAddress(part, renamed) : part,
  ) as SheetChart;

/** The same sheets under names that are free; what refers to a renamed one refers to its new name. */
export const uniqueSheets = (
  sheets: readonly SheetDescription[],
  taken: readonly string[],
): readonly SheetDescription[] => {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const renamed = new Map<string, string>();
  for (const { name } of sheets) {
    const free = freeName(name, names);
    names.add(free.toLowerCase());
    if (free !== name) renamed.set(name, free);
  }
  if (renamed.size === 0) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    name: renamed.get(sheet.name) ?? sheet.name,
    cells: sheet.cells.map((cell) => inCell(cell, renamed)),
    ...(sheet.charts ? { charts: sheet.charts.map((chart) => inChart(chart, renamed)) } : {}),
  }));
};
