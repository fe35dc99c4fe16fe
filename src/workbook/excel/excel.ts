// The workbook behind Office.js: one batch a step, and Excel's refusals as sentences that say what to do.
import { splitAddress } from "../../common/address";
import { asContent, asTyped, knowsSpills, run } from "./run";
import { formulas, requireWritable, write } from "./formulas";
import { WorkbookError, type CellAt, type Scope, type Workbook } from "../port";

const activeCell = (): Promise<CellAt> =>
  run(async (context) => {
    const cell = context.workbook.getActiveCell().load("address, formulas, values, text");
    const parent = knowsSpills() ? cell.getSpillParentOrNullObject().load("address") : undefined;
    await context.sync();
    // The formula is the other cell's, even where Excel shows it in this one.
    const isFilled = parent && !parent.isNullObject && parent.address !== cell.address;
    return {
      address: cell.address,
      formula: asTyped((isFilled ? cell.values : cell.formulas)[0]?.[0]),
      text: cell.text[0]?.[0] ?? "",
    };
  });

const PLACED = "address, formulas, values, text, rowIndex, columnIndex";

const formulaBehind: Workbook["formulaBehind"] = () =>
  run(async (context) => {
    const active = context.workbook.getActiveCell().load(PLACED);
    const parent = knowsSpills() ? active.getSpillParentOrNullObject().load(PLACED) : undefined;
    await context.sync();
    const behind = parent && !parent.isNullObject ? parent : active;
    const formula = asTyped(behind.formulas[0]?.[0]);
    // A text that reads like a formula is its own value.
    if (!formula.startsWith("=") || formula === behind.values[0]?.[0]) return undefined;
    return {
      address: behind.address,
      formula,
      text: behind.text[0]?.[0] ?? "",
      row: active.rowIndex - behind.rowIndex,
      column: active.columnIndex - behind.columnIndex,
    };
  });

const read: Workbook["read"] = (reference, from) =>
  run(async (context) => {
    const isSpill = reference.endsWith("#");
    const { sheet = from, cells } = splitAddress(isSpill ? reference.slice(0, -1) : reference);
    const named = context.workbook.worksheets.getItem(sheet).getRange(cells);
    const range = (isSpill ? named.getSpillingToRange() : named).load("values, valueTypes");
    await context.sync();
    return range.values.map((row: unknown[], r) => row.map((value, c) => asContent(value, range.valueTypes[r]?.[c])));
  });

/** Office tells the decimal separator only; where it is a comma, Excel separates arguments by semicolons. */
const separators: Workbook["separators"] = () =>
  run(async (context) => {
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return { decimal: ".", argument: "," };
    const application = context.workbook.application.load("decimalSeparator");
    await context.sync();
    const decimal = application.decimalSeparator;
    return { decimal, argument: decimal === "," ? ";" : "," };
  });

const writeFormula: Workbook["writeFormula"] = (formula, { replace = false } = {}) =>
  run(async (context) => {
    const cell = context.workbook.getActiveCell().load("address, formulas, values");
    await context.sync();
    // A cell that another formula spills into has a value, and counts as filled too.
    const isFilled = [cell.formulas[0]?.[0], cell.values[0]?.[0]].some((content) => asTyped(content) !== "");
    if (isFilled && !replace) {
      throw new WorkbookError("filled", `${cell.address} is not empty: pick an empty cell, or replace its content.`);
    }
    cell.formulas = [[formula]];
    await context.sync();
    return cell.address;
  });

const sheetNames: Workbook["sheetNames"] = () =>
  run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });

/** What writes whole sheets comes with the first that is written. */
const insertSheets: Workbook["insertSheets"] = async (sheets) => {
  const { addSheets } = await import(/* webpackChunkName: "sheets" */ "./sheets");
  await addSheets(sheets, await sheetNames());
};

/** A full calculation asks functions of add-ins too, spills included ("First hour in Excel", check 20). */
const recalculate = (scope: Scope): Promise<void> =>
  run(async (context) => {
    const { workbook } = context;
    if (scope === "selection") workbook.getSelectedRange().calculate();
    else if (scope === "sheet") workbook.worksheets.getActiveWorksheet().calculate(true);
    else workbook.application.calculate("Full");
    await context.sync();
  });

const onSelectionChanged: Workbook["onSelectionChanged"] = (listener) =>
  run(async (context) => {
    const told = (): Promise<void> => {
      listener();
      return Promise.resolve();
    };
    const { worksheets } = context.workbook;
    // Another sheet has its own active cell, which was selected there before: that is no change of its selection.
    const handlers = [worksheets.onSelectionChanged.add(told), worksheets.onActivated.add(told)];
    await context.sync();
    return () => {
      for (const handler of handlers) {
        handler.remove();
        // Nobody waits for the end of a listener: a workbook that is gone has none.
        handler.context.sync().catch(() => undefined);
      }
    };
  });

const setting = (name: string): Promise<string | undefined> =>
  run(async (context) => {
    const found = context.workbook.settings.getItemOrNullObject(name).load("value");
    await context.sync();
    return found.isNullObject || typeof found.value !== "string" ? undefined : found.value;
  });

const saveSetting: Workbook["saveSetting"] = (name, value) =>
  run(async (context) => {
    const { settings } = context.workbook;
    if (value === undefined) {
      const found = settings.getItemOrNullObject(name);
      await context.sync();
      if (!found.isNullObject) found.delete();
    } else settings.add(name, value);
    await context.sync();
  });

/** Lets the charts of templates in this workbook follow their tables; what does it comes after the pane is there. */
export const followCharts = async (): Promise<void> => {
  const { followCharts: start } = await import(/* webpackChunkName: "sheets" */ "./follow");
  await start();
};

/** Only inside Excel, after Office.onReady. */
export const excelWorkbook = (): Workbook => ({
  host: "excel",
  knowsSpills: knowsSpills(),
  activeCell,
  formulaBehind,
  read,
  separators,
  writeFormula,
  formulas,
  requireWritable,
  write,
  sheetNames,
  insertSheets,
  recalculate,
  onSelectionChanged,
  setting,
  saveSetting,
});
