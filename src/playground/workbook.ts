// The browser workbook behind the same port as Excel, so that the pane works in both.
import type { IRange } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { WorkbookError, type CellAt, type CellContent, type Workbook } from "../workbook/port";
import { addressOf, areaOf, type Area, type Place } from "./address";
import type { Grid, Plain } from "./grid";

/** Univer keeps an error as its code in text. */
const asContent = (value: Plain): CellContent =>
  typeof value === "string" && /^#[A-Z0-9/]+[!?A]$/.test(value) ? { code: value } : value === "" ? null : value;

export const browserWorkbook = (grid: Grid): Workbook => {
  // This workbook lives as long as its page; so do its settings.
  const settings = new Map<string, string>();

  const active = () => {
    const range = grid.sheet().getActiveRange();
    if (!range) throw new WorkbookError("unknown", "No cell is selected. Click a cell and try again.");
    const place = { row: range.getRow(), column: range.getColumn() };
    return { place, address: addressOf(place, grid.sheet().getSheetName()) };
  };

  /** The area that a formula fills: the one whose first cell is `place`, or the one in which `place` lies. */
  const filledAround = (place: Place, sheetId: string): Area | undefined => {
    const filled: Readonly<Record<number, Readonly<Record<number, IRange>> | undefined>> =
      grid.injector.get(FormulaDataModel).getArrayFormulaRange()[grid.workbook.getId()]?.[sheetId] ?? {};
    const around = Object.values(filled)
      .flatMap((byColumn) => Object.values(byColumn ?? {}))
      .find(
        ({ startRow, endRow, startColumn, endColumn }) =>
          startRow <= place.row && place.row <= endRow && startColumn <= place.column && place.column <= endColumn,
      );
    return (
      around && {
        first: { row: around.startRow, column: around.startColumn },
        last: { row: around.endRow, column: around.endColumn },
      }
    );
  };

  return {
    host: "browser",
    activeCell: (): Promise<CellAt> => {
      const { place, address } = active();
      const read = grid.read({ first: place, last: place })[0]?.[0];
      const formula = read?.formula === "" ? String(read.value ?? "") : (read?.formula ?? "");
      return Promise.resolve({ address, formula, text: read?.text ?? "" });
    },
    formulaBehind: () => {
      const { place } = active();
      const first = filledAround(place, grid.sheet().getSheetId())?.first ?? place;
      const behind = grid.read({ first, last: first })[0]?.[0];
      if (!behind?.formula) return Promise.resolve(undefined);
      return Promise.resolve({
        address: addressOf(first, grid.sheet().getSheetName()),
        formula: behind.formula,
        text: behind.text,
        row: place.row - first.row,
        column: place.column - first.column,
      });
    },
    // Async, so that a reference that is no address is a refusal like any other.
    // eslint-disable-next-line @typescript-eslint/require-await -- Univer answers at once, the port later
    read: async (reference, from) => {
      const isSpill = reference.endsWith("#");
      const { sheet = from, first, last } = areaOf(isSpill ? reference.slice(0, -1) : reference);
      const filled = isSpill ? filledAround(first, grid.sheet(sheet).getSheetId()) : undefined;
      return grid.values({ sheet, ...(filled ?? { first, last }) }).map((row) => row.map(asContent));
    },
    separators: () => Promise.resolve({ decimal: ".", argument: "," }),
    writeFormula: async (formula, { replace = false } = {}) => {
      if (grid.workbook.isCellEditing()) {
        throw new WorkbookError("editing", "A cell is being edited. Press Enter or Esc in it and try again.");
      }
      const { place, address } = active();
      const value = grid.value(grid.sheet().getSheetId(), place.row, place.column);
      if (value !== null && value !== "" && !replace) {
        throw new WorkbookError("filled", `${address} is not empty. Select an empty cell and try again.`);
      }
      await grid.calculated(() => {
        grid.sheet().getRange(place.row, place.column).setFormula(formula);
      });
      return address;
    },
    // Univer calculates everything or what changed; a selection or a sheet alone it cannot.
    recalculate: () =>
      grid.calculated(() => {
        grid.api.getFormula().executeCalculation();
      }),
    onSelectionChanged: (listener) => {
      const subscription = grid.api.addEvent(grid.api.Event.SelectionChanged, listener);
      return Promise.resolve(() => {
        subscription.dispose();
      });
    },
    setting: (name) => Promise.resolve(settings.get(name)),
    saveSetting: (name, value) => {
      if (value === undefined) settings.delete(name);
      else settings.set(name, value);
      return Promise.resolve();
    },
  };
};
