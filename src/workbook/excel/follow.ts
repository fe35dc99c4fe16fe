// Lets charts follow their tables. Excel gives a series a fixed range, and only our functions make these tables longer or
// shorter: so whenever Excel has calculated, series over a table that spills get the rows that it has now ("First hour in
// Excel", check 11).
import { placeOf, splitAddress } from "../../common/address";
import { isFollowing } from "../../common/following";
import { run } from "./run";

/** Where a series says its ranges, ExcelApi 1.15. Without it charts keep the rows they were drawn over. */
const canFollow = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.15");

const followers = async (context: Excel.RequestContext): Promise<readonly Excel.Chart[]> => {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  for (const { charts } of worksheets.items) charts.load("items/name");
  await context.sync();
  return worksheets.items.flatMap(({ charts }) => charts.items.filter(({ name }) => isFollowing(name)));
};

interface Column {
  readonly sheet: string;
  readonly start: string;
  readonly rows: number;
}

/** "='By month'!$B$8:$B$40"; undefined for anything but cells below each other, such as a name. */
export const columnOf = (source: string): Column | undefined => {
  const { sheet, cells } = splitAddress(source.replace(/^=/, "").replaceAll("$", ""));
  const [start = "", end = start] = cells.split(":");
  const [from, to] = [placeOf(start), placeOf(end)];
  if (sheet === undefined || !from || from.column !== to?.column) return undefined;
  return { sheet, start, rows: to.row - from.row + 1 };
};

/** A column of a chart and the formula that fills it: its own first cell's, or one left or right of it. */
const filling = ({ workbook }: Excel.RequestContext, { sheet, start }: Column) => {
  const cell = workbook.worksheets.getItem(sheet).getRange(start).load("rowIndex");
  const place = "rowIndex, rowCount";
  return {
    cell,
    own: cell.getSpillingToRangeOrNullObject().load(place),
    others: cell.getSpillParentOrNullObject().getSpillingToRangeOrNullObject().load(place),
  };
};

const follow = async (context: Excel.RequestContext, charts: readonly Excel.Chart[]): Promise<void> => {
  for (const { series } of charts) series.load("items/name");
  await context.sync();
  const sources = charts
    .flatMap(({ series }) => series.items)
    .map((series) => ({
      series,
      values: series.getDimensionDataSourceString("Values"),
      dates: series.getDimensionDataSourceString("Categories"),
    }));
  await context.sync();
  const columns = sources.flatMap(({ series, ...source }) => {
    const [values, dates] = [columnOf(source.values.value), columnOf(source.dates.value)];
    return values && dates ? [{ series, values, dates, filled: filling(context, values) }] : [];
  });
  await context.sync();
  for (const { series, values, dates, filled } of columns) {
    const { cell, own, others } = filled;
    const spill = own.isNullObject ? others : own;
    // An error fills one cell, and its chart stays as it was.
    const rows = spill.isNullObject ? 0 : spill.rowIndex + spill.rowCount - cell.rowIndex;
    if (rows < 2 || rows === values.rows) continue;
    const { worksheets } = context.workbook;
    series.setValues(cell.getAbsoluteResizedRange(rows, 1));
    series.setXAxisValues(worksheets.getItem(dates.sheet).getRange(dates.start).getAbsoluteResizedRange(rows, 1));
  }
  await context.sync();
};

/** Excel tells of a calculation sheet by sheet: they are waited for. */
const PAUSE_MS = 300;
let isListening = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

const followSoon = (): Promise<void> => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    // A protected sheet or a cell being edited refuses: the next calculation tries again.
    run(async (context) => follow(context, await followers(context))).catch(() => undefined);
  }, PAUSE_MS);
  return Promise.resolve();
};

/** Where there are charts that follow: catches up, and from then on keeps up as long as the add-in runs. */
export const followCharts = async (): Promise<void> => {
  if (!canFollow()) return;
  await run(async (context) => {
    const charts = await followers(context);
    if (charts.length === 0) return;
    await follow(context, charts);
    if (isListening) return;
    isListening = true;
    context.workbook.worksheets.onCalculated.add(followSoon);
    await context.sync();
  });
};
