// Copying cells that a formula has filled: Univer knows their values only in a store of its own, so that the text of a
// copied spill was its first cell, and "as values" brought no other (https://github.com/dream-num/univer/issues/1379).
// Here each filled cell goes along as text and as value. Pasted with its formula, a spill stays the formula's alone.
import { ObjectMatrix, type ICellData, type IRange } from "@univerjs/core";
import { FormulaDataModel, ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE } from "@univerjs/preset-sheets-core";
import type { Area } from "../common/address";
import type { Grid } from "./grid";

/** Kept per copy; only the newest can be pasted. */
interface Copied {
  readonly id: string;
  readonly whole: ObjectMatrix<ICellData>;
}

const holds = ({ first, last }: Area, row: number, column: number): boolean =>
  row >= first.row && row <= last.row && column >= first.column && column <= last.column;

export const copyFilledCells = ({ injector, api }: Grid): void => {
  const clipboard = injector.get(ISheetClipboardService);
  const formulas = injector.get(FormulaDataModel);
  let from = { unitId: "", sheetId: "" };
  let copied: Copied | undefined;
  let isOfValues = false;

  const filledCell = (row: number, column: number): ICellData | undefined =>
    formulas.getArrayFormulaCellData()[from.unitId]?.[from.sheetId]?.[row]?.[column] ?? undefined;

  /** The formula that fills this cell stands in the copied area itself. */
  const comesWithFormula = (row: number, column: number, copiedArea: Area): boolean => {
    const ranges: Readonly<Record<number, Readonly<Record<number, IRange>>>> =
      formulas.getArrayFormulaRange()[from.unitId]?.[from.sheetId] ?? {};
    return Object.values(ranges)
      .flatMap((columns) => Object.values(columns))
      .some(
        ({ startRow, startColumn, endRow, endColumn }) =>
          holds(
            { first: { row: startRow, column: startColumn }, last: { row: endRow, column: endColumn } },
            row,
            column,
          ) && holds(copiedArea, startRow, startColumn),
      );
  };

  clipboard.addClipboardHook({
    id: "filled-cells",
    onBeforeCopy: (unitId, sheetId) => {
      from = { unitId, sheetId };
    },
    getCellValueBySpecialMatrix: (row, column) => {
      const sheet = api.getWorkbook(from.unitId)?.getSheetBySheetId(from.sheetId);
      const own = sheet?.getSheet().getCellMatrix().getValue(row, column);
      const filled = filledCell(row, column);
      if (!sheet || !filled || own?.f !== undefined || own?.si !== undefined) return undefined;
      return { ...own, v: filled.v, t: filled.t, displayV: sheet.getRange(row, column).getDisplayValue() };
    },
  });

  const generate = clipboard.generateCopyContent.bind(clipboard);
  clipboard.generateCopyContent = (unitId, sheetId, range, options) => {
    const content = generate(unitId, sheetId, range, options);
    const whole = content?.matrixFragment;
    if (!content || !whole) return content;
    copied = { id: content.copyId, whole };
    const area = {
      first: { row: range.startRow, column: range.startColumn },
      last: { row: range.endRow, column: range.endColumn },
    };
    const { rows, cols } = content.discreteRange;
    const matrixFragment = new ObjectMatrix<ICellData>();
    whole.forValue((row, column, cell) => {
      const [realRow, realColumn] = [rows[row] ?? -1, cols[column] ?? -1];
      const isFilled = !cell.f && !cell.si && filledCell(realRow, realColumn) !== undefined;
      matrixFragment.setValue(
        row,
        column,
        isFilled && comesWithFormula(realRow, realColumn, area) ? { ...cell, v: null, t: null } : cell,
      );
    });
    return { ...content, matrixFragment };
  };

  const paste = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, type) => {
    isOfValues = type === PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE;
    try {
      return await paste(item, type);
    } finally {
      isOfValues = false;
    }
  };
  const cache = clipboard.copyContentCache();
  const find = cache.get.bind(cache);
  cache.get = (id) => {
    const found = find(id);
    return found && isOfValues && copied?.id === id ? { ...found, matrix: copied.whole } : found;
  };
};
