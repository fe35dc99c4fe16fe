// The browser workbook behind the same port as Excel, so that the pane works in both.
import { addressOf } from "../common/address";
import { WorkbookError, type CellAt, type Workbook } from "../workbook/port";
import type { Grid, Plain } from "./grid";
import { requireWritable } from "./refusals";

/** These come with Univer's own chunk: this file is loaded before. */
const cells = () => import(/* webpackChunkName: "grid" */ "./workbook-cells");
const writing = () => import(/* webpackChunkName: "grid" */ "./workbook-writing");

const asTyped = (value: Plain): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");

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
    knowsSpills: true,
    activeCell: (): Promise<CellAt> => {
      const { place, address } = active();
      const read = grid.read({ first: place, last: place })[0]?.[0];
      const formula = read?.formula === "" ? asTyped(read.value) : (read?.formula ?? "");
      return Promise.resolve({ address, formula, text: read?.text ?? "" });
    },
    formulaBehind: async () => (await cells()).formulaBehind(grid, active().place),
    read: async (reference, from) => (await cells()).readReference(grid, reference, from),
    formulas: async (scope, wanted) => (await cells()).formulasIn(grid, scope, wanted),
    requireWritable: async (areas) => {
      (await writing()).requireAllWritable(grid, areas);
    },
    write: async (areas) => {
      const { writeAreas } = await writing();
      await grid.calculated(() => {
        writeAreas(grid, areas);
      });
    },
    sheetNames: () => Promise.resolve(grid.workbook.getSheets().map((sheet) => sheet.getSheetName())),
    insertSheets: async (sheets) => {
      const { addSheets } = await writing();
      await grid.calculated(() => {
        addSheets(grid, sheets);
      });
    },
    separators: () => Promise.resolve({ decimal: ".", argument: "," }),
    writeFormula: async (formula, { replace = false } = {}) => {
      const { place, address } = active();
      requireWritable(grid, { first: place, last: place });
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
      const { SelectionChanged, ActiveSheetChanged } = grid.api.Event;
      const subscriptions = [SelectionChanged, ActiveSheetChanged].map((event) => grid.api.addEvent(event, listener));
      return Promise.resolve(() => {
        for (const subscription of subscriptions) subscription.dispose();
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
