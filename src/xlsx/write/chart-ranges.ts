// The ranges of a described chart in a file: a name that grows and shrinks with what is spilled, and the values of now.
import type { SheetChart } from "../../sheets/sheet";
import { absolute, areaOf, cellName, columnLetters, quoted } from "../../common/address";
import type { CalculatedSheets } from "../../sheets/calculated";

export type ChartGrowth = "by names" | "by the add-in";

/**
 * How the charts of a file come to the rows that their formulas will fill ("First hour in Excel", check 16). By names
 * they do so in every Excel, the add-in there or not; the names count filled cells and never refer to a spill itself,
 * which is what Excel was seen to refuse (office-js issue 1870). Should it refuse these too, "by the add-in" writes the
 * cells of now, and charts over time follow while the add-in runs (workbook/excel/follow.ts).
 */
export const CHARTS_GROW = "by names" as ChartGrowth;

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
      const value = cells?.get(cellName(row, first.column))?.value ?? "";
      found.push(typeof value === "number" ? value : typeof value === "string" ? value : "");
    }
    return found;
  };
  const rows = valuesIn(chart.dates).filter((value) => value !== "").length;

  return (range) => {
    const { sheet = home, first, last } = areaOf(range);
    const inSheet = quoted(sheet);
    const cells = range.slice(range.lastIndexOf("!") + 1);
    if (first.row === last.row) return { formula: `${inSheet}!${absolute(cells)}`, values: valuesIn(range) };
    const values = valuesIn(range).slice(0, rows);
    const column = columnLetters(first.column);
    if (!grows) {
      const now = `${column}${first.row + 1}:${column}${first.row + Math.max(1, rows)}`;
      return { formula: `${inSheet}!${absolute(now)}`, values };
    }
    const name = `Chart_${column}${first.row + 1}`;
    const dates = absolute(chart.dates.slice(chart.dates.lastIndexOf("!") + 1));
    const count = `${chart.categories ? "COUNTA" : "COUNT"}(${inSheet}!${dates})`;
    const start = `${inSheet}!$${column}$${first.row + 1}`;
    const expression = `${start}:INDEX(${inSheet}!${absolute(cells)},MAX(1,${count}))`;
    return { formula: `${inSheet}!${name}`, values, name: { name, sheet, expression } };
  };
};
