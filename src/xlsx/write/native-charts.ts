// Described charts as Excel's own.
import type { Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { unitOf, type ChartSeries, type SheetChart } from "../../sheets/sheet";
import { BANDS, CHART, COLOURS, FAN, lightOf, LINES } from "../../sheets/theme";
import { keepValues, startAtZero, useDates } from "./chart-model";
import type { ChartName, ChartRange, ReadChartRange } from "./chart-ranges";

type ChartOptions = Parameters<Worksheet["addChart"]>[0];
type Series = NonNullable<ChartOptions["series"]>[number];
type ComboOptions = Parameters<Worksheet["addComboChart"]>[0];

const NO_MARKER = { symbol: "none" } as const;

const text = (size: number, bold = false) => ({
  size: size * 100,
  bold,
  color: { srgb: COLOURS.ink.slice(1) },
  fontFamily: "Arial",
});

const frame = (chart: SheetChart) => ({
  title: { paragraphs: [{ runs: [{ text: `${chart.title}, ${unitOf(chart)}`, properties: text(11, true) }] }] },
  titleOptions: { overlay: false },
  displayBlanksAs: "gap" as const,
});

const axes = ({ categories, format }: SheetChart) => ({
  categoryAxis: {
    ...(categories ? {} : { numFmt: "yyyy-mm", numFmtLinked: false }),
    tickLblPos: "low" as const,
    majorTickMark: "outside" as const,
    minorTickMark: "none" as const,
    txPr: text(9),
    lineColor: COLOURS.rule,
  },
  valueAxis: {
    numFmt: format ?? "General",
    numFmtLinked: false,
    majorGridlines: true,
    majorGridlinesStyle: { border: CHART.grid.light, borderWidth: 0.75 },
    majorTickMark: "none" as const,
    minorTickMark: "none" as const,
    lineColor: CHART.grid.light,
    txPr: text(9),
  },
});

const legend = { showLegend: true, legendPosition: "b" as const, legendOptions: { txPr: text(9) } };

const plain = (chart: SheetChart, read: ReadChartRange): ChartOptions => {
  const isArea = chart.kind === "stackedArea";
  const isLine = chart.kind === "line";
  const shades = isArea ? BANDS : LINES;
  return {
    type: isArea ? "area" : isLine ? "line" : "bar",
    ...(isArea ? { grouping: "stacked" as const } : {}),
    ...(isLine ? { showMarker: false } : {}),
    ...(chart.kind === "column" ? { barDir: "col" as const, gapWidth: 60 } : {}),
    ...frame(chart),
    ...axes(chart),
    ...(chart.series.length > 1 ? legend : { showLegend: false }),
    series: chart.series.map(({ name, values }, index): Series => {
      const colour = lightOf(shades, index);
      return {
        name: { formula: read(name).formula },
        categories: read(chart.dates).formula,
        values: read(values).formula,
        ...(isLine ? { line: colour, lineWidth: 2, smooth: false, marker: NO_MARKER } : { fill: colour }),
      };
    }),
  };
};

/** The month of the mark as a hairline: a column of one day on an axis of days. */
const marked = (chart: SheetChart, { name, values }: ChartSeries, read: ReadChartRange): ComboOptions => {
  const { series = [] } = plain(chart, read);
  const line: Series = {
    name: { formula: read(name).formula },
    categories: read(chart.dates).formula,
    values: read(values).formula,
    fill: COLOURS.ink,
    line: COLOURS.ink,
    lineWidth: 1.25,
  };
  return {
    ...frame(chart),
    ...legend,
    groups: [
      { type: "area", grouping: "stacked", series, ...axes(chart) },
      { type: "bar", barDir: "col", gapWidth: 0, series: [line], ...axes(chart) },
    ],
  };
};

/** Excel has no fan: areas stacked on one that is not seen, and the median as a line. */
const fan = (chart: SheetChart, read: ReadChartRange): ComboOptions => {
  const [lowest, , median] = chart.series;
  if (!lowest || !median || chart.steps?.length !== 4) throw new Error(`The fan "${chart.title}" is not complete.`);
  const categories = read(chart.dates).formula;
  const steps = chart.steps.map((range, index): Series => {
    const isInner = index === 1 || index === 2;
    return {
      name: isInner ? "half of all paths" : "nine in ten paths",
      categories,
      values: read(range).formula,
      fill: (isInner ? FAN.half : FAN.nineInTen).light,
    };
  });
  const floor: Series = { name: "floor", categories, values: read(lowest.values).formula, spPr: { noFill: true } };
  const line: Series = {
    name: "median",
    categories,
    values: read(median.values).formula,
    line: FAN.median.light,
    lineWidth: 2.25,
    marker: NO_MARKER,
  };
  return {
    ...frame(chart),
    ...legend,
    // The floor is not seen, and each band has two halves of one colour.
    legendOptions: { ...legend.legendOptions, entries: [0, 3, 4].map((index) => ({ index, hidden: true })) },
    groups: [
      { type: "area", grouping: "stacked", series: [floor, ...steps], ...axes(chart) },
      { type: "line", showMarker: false, series: [line], ...axes(chart) },
    ],
  };
};

/** What goes below zero has zero on its axis anyway. */
const isNegative = (chart: SheetChart, read: ReadChartRange): boolean =>
  chart.series.some(({ values }) => read(values).values.some((value) => typeof value === "number" && value < 0));

installChartSupport();

/** Puts the chart over its cells; gives back the names that its ranges need. */
export const addChart = (worksheet: Worksheet, chart: SheetChart, readRange: ReadChartRange): readonly ChartName[] => {
  const known = new Map<string, ChartRange>();
  const read: ReadChartRange = (range) => {
    const found = readRange(range);
    known.set(found.formula, found);
    return found;
  };
  if (chart.kind === "fan") worksheet.addComboChart(fan(chart, read), chart.over);
  else if (chart.marked !== undefined) worksheet.addComboChart(marked(chart, chart.marked, read), chart.over);
  else worksheet.addChart(plain(chart, read), chart.over);
  const model = worksheet.getCharts().at(-1)?.chartModel;
  if (!model) throw new Error(`The chart "${chart.title}" was not made.`);
  if (!chart.categories) useDates(model);
  keepValues(model, known, !chart.categories);
  if (chart.fromZero !== false && !isNegative(chart, read)) startAtZero(model);
  return [...known.values()].flatMap(({ name }) => (name ? [name] : []));
};
