// Described charts as Excel's own, over the rows that are filled when they are drawn; those over time follow their table
// from then on (follow.ts), those over names stay with the first of them.
import { cellName, placeOf, quoted, splitAddress } from "../../common/address";
import { followingName } from "../../common/following";
import { followCharts } from "./follow";
import { run } from "./run";
import { unitOf, type SheetChart, type SheetDescription } from "../../sheets/sheet";
import { BANDS, COLOURS, FAN, lightOf, LINES } from "../../sheets/theme";

/** Excel calculates our functions after the batch that wrote them. */
const TRIES = 20;
const PAUSE_MS = 250;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });

type RangeOf = (address: string) => Excel.Range;

const rangesFrom =
  ({ workbook }: Excel.RequestContext, home: string): RangeOf =>
  (address) => {
    const { sheet = home, cells } = splitAddress(address);
    return workbook.worksheets.getItem(sheet).getRange(cells);
  };

/** How many rows of the table are filled; undefined while they are not calculated. */
const filledRows = async (context: Excel.RequestContext, rangeOf: RangeOf, chart: SheetChart) => {
  const dates = rangeOf(chart.dates).load("values");
  await context.sync();
  const values = dates.values.map(([value]: unknown[]) => value);
  const end = values.findIndex((value) => value === "" || (typeof value === "string" && value.startsWith("#")));
  return end === 0 ? undefined : end < 0 ? values.length : end;
};

/** The first `rows` rows of a column; a row of names as it is. */
const cut = (address: string, rows: number): string => {
  const { sheet, cells } = splitAddress(address);
  const [first = "", last = first] = cells.split(":");
  const [from, to] = [placeOf(first), placeOf(last)];
  if (!from || !to || from.row === to.row) return address;
  const end = cellName(Math.min(to.row, from.row + rows - 1), to.column);
  return `${sheet === undefined ? "" : `${quoted(sheet)}!`}${first}:${end}`;
};

interface Drawn {
  readonly values: string;
  readonly name?: string;
  readonly type?: "AreaStacked" | "Line" | "ColumnClustered";
  readonly colour?: string;
}

/** The month of the mark as a hairline: a column of one day on an axis of days. */
const markOf = ({ marked }: SheetChart): readonly Drawn[] =>
  marked ? [{ values: marked.values, type: "ColumnClustered", colour: COLOURS.ink }] : [];

const drawnSeries = (chart: SheetChart): readonly Drawn[] => {
  const { kind, series, steps = [] } = chart;
  if (kind !== "fan") {
    const shades = kind === "stackedArea" ? BANDS : LINES;
    const drawn = series.map(({ values }, i): Drawn => ({ values, colour: lightOf(shades, i) }));
    return [...drawn, ...markOf(chart)];
  }
  // Excel has no fan: areas stacked on one that is not seen, and the median as a line.
  const [lowest, , median] = series;
  return [
    ...(lowest ? [{ values: lowest.values, name: "5 %", type: "AreaStacked" as const }] : []),
    ...steps.map((values, i): Drawn => {
      const isInner = i === 1 || i === 2;
      const name = isInner ? "half of all paths" : "nine in ten paths";
      return { values, name, type: "AreaStacked", colour: (isInner ? FAN.half : FAN.nineInTen).light };
    }),
    ...(median ? [{ values: median.values, name: "median", type: "Line" as const, colour: FAN.median.light }] : []),
  ];
};

const TYPES = { stackedArea: "AreaStacked", line: "Line", column: "ColumnClustered", fan: "AreaStacked" } as const;

const draw = async (context: Excel.RequestContext, home: string, chart: SheetChart): Promise<void> => {
  const rangeOf = rangesFrom(context, home);
  let rows = await filledRows(context, rangeOf, chart);
  for (let tries = 0; rows === undefined && tries < TRIES; tries++) {
    await pause();
    rows = await filledRows(context, rangeOf, chart);
  }
  if (rows === undefined) return;
  const names = [...chart.series, ...(chart.marked ? [chart.marked] : [])].map(({ name }) =>
    rangeOf(name).load("text"),
  );
  await context.sync();
  const made = context.workbook.worksheets.getItem(home).charts.add(TYPES[chart.kind], rangeOf(cut(chart.dates, rows)));
  made.series.load("items");
  await context.sync();
  for (const series of made.series.items) series.delete();
  for (const [i, { values, name, type, colour }] of drawnSeries(chart).entries()) {
    const series = made.series.add(name ?? names[i]?.text[0]?.[0] ?? "");
    series.setValues(rangeOf(cut(values, rows)));
    series.setXAxisValues(rangeOf(cut(chart.dates, rows)));
    if (type) series.chartType = type;
    if (chart.kind === "line" || type === "Line") {
      series.format.line.color = colour ?? FAN.median.light;
      series.markerStyle = "None";
    } else if (type === "ColumnClustered") series.format.line.color = colour ?? COLOURS.ink;
    else if (colour !== undefined) series.format.fill.setSolidColor(colour);
    else series.format.fill.clear();
  }
  made.name = chart.categories ? chart.title : followingName(chart.title);
  made.title.text = `${chart.title}, ${unitOf(chart)}`;
  made.legend.position = "Bottom";
  made.legend.visible = chart.series.length > 1;
  if (chart.format !== undefined) made.axes.valueAxis.numberFormat = chart.format;
  if (!chart.categories) made.axes.categoryAxis.numberFormat = "yyyy-mm";
  const [from = "", to = from] = chart.over.split(":");
  made.setPosition(from, to);
  await context.sync();
};

/** Draws what there is; a chart whose table stays empty is left out. */
export const drawCharts = async (sheets: readonly SheetDescription[]): Promise<void> => {
  for (const { name, charts = [] } of sheets) {
    for (const chart of charts) await run((context) => draw(context, name, chart));
  }
  // They are drawn: what keeps them from following is no failure of the insertion.
  await followCharts().catch(() => undefined);
};
