// The ranges of a described chart in a file: a name that grows and shrinks with what is spilled, and the values of now.
import type { SheetChart } from "../../workbook/sheet";
import { areaOf, columnLetters } from "../address";
import type { CalculatedSheets } from "./calculate";

export interface ChartName {
  readonly name: string;
  readonly sheet: string;
  readonly expression: string;
}

export interface ChartRange {
  /** What the chart refers to. */
  readonly formula: string;
  readonly values: readonly (number | string)[];
  readonly name?: ChartName;
}

export type ReadChartRange = (range: string) => ChartRange;

const absolute = (range: string): string => range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** Rows of the chart are those with a date or a category; `grows` lets them follow when there will be more or fewer. */
export const chartRanges = (
  chart: SheetChart,
  home: string,
  sheets: CalculatedSheets,
  grows: boolean,
): ReadChartRange => {
  const valuesIn = (range: string): (number | string)[] => {
    const { sheet, first, last } = areaOf(range);
    const cells = sheets.get(sheet ?? home);
    const found: (number | string)[] = [];
    for (let row = first.row; row <= last.row; row++) {
      const value = cells?.get(`${columnLetters(first.column)}${row + 1}`)?.value ?? "";
      found.push(typeof value === "number" ? value : typeof value === "string" ? value : "");
    }
    return found;
  };
  const rows = valuesIn(chart.dates).filter((value) => value !== "").length;

  return (range) => {
    const { sheet = home, first, last } = areaOf(range);
    const quoted = `'${sheet.replaceAll("'", "''")}'`;
    const cells = range.slice(range.lastIndexOf("!") + 1);
    if (first.row === last.row) return { formula: `${quoted}!${absolute(cells)}`, values: valuesIn(range) };
    const values = valuesIn(range).slice(0, rows);
    const column = columnLetters(first.column);
    if (!grows) {
      const now = `${column}${first.row + 1}:${column}${first.row + Math.max(1, rows)}`;
      return { formula: `${quoted}!${absolute(now)}`, values };
    }
    const name = `Chart_${column}${first.row + 1}`;
    const dates = absolute(chart.dates.slice(chart.dates.lastIndexOf("!") + 1));
    const count = `${chart.categories ? "COUNTA" : "COUNT"}(${quoted}!${dates})`;
    const start = `${quoted}!$${column}$${first.row + 1}`;
    const expression = `${start}:INDEX(${quoted}!${absolute(cells)},MAX(1,${count}))`;
    return { formula: `${quoted}!${name}`, values, name: { name, sheet, expression } };
  };
};
