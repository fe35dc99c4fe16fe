// The browser workbook behind the same port as Excel, so that the pane works in both.
import { WorkbookError, type CellAt, type Workbook } from "../workbook/port";
import { addressOf } from "./address";
import type { Grid } from "./grid";

/** Comes with Univer's own chunk: this file is loaded before. */
const univer = () => import(/* webpackChunkName: "grid" */ "./workbook-cells");

export const browserWorkbook = (grid: Grid): Workbook => {
  // This workbook lives as long as its page; so do its settings.
  const settings = new Map<string, string>();

  const active = () => {
    const range = grid.sheet().getActiveRange();
    if (!range) throw new WorkbookError("unknown", "No cell is selected. Click a cell and try again.");
    const place = { row: range.getRow(), column: range.getColumn() };
    return { place, address: addressOf(place, grid.sheet().getSheetName()) };
  };

  return {
    host: "browser",
    activeCell: (): Promise<CellAt> => {
      const { place, address } = active();
      const read = grid.read({ first: place, last: place })[0]?.[0];
      const formula = read?.formula === "" ? String(read.value ?? "") : (read?.formula ?? "");
      return Promise.resolve({ address, formula, text: read?.text ?? "" });
    },
    formulaBehind: async () => (await univer()).formulaBehind(grid, active().place),
    read: async (reference, from) => (await univer()).readReference(grid, reference, from),
    formulas: async (scope, wanted) => (await univer()).formulasIn(grid, scope, wanted),
    write: async (areas) => {
      const { writeAreas } = await univer();
      await grid.calculated(() => {
        writeAreas(grid, areas);
      });
    },
    sheetNames: () => Promise.resolve(grid.workbook.getSheets().map((sheet) => sheet.getSheetName())),
    insertSheets: async (sheets) => {
      const { addSheets } = await univer();
      await grid.calculated(() => {
        addSheets(grid, sheets);
      });
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
