// The browser workbook behind the same port as Excel, so that the pane works in both.
import type { FUniver } from "@univerjs/core/facade";
import { WorkbookError, type CellAt, type Workbook } from "../workbook/port";
import { addressOf } from "./address";

export const browserWorkbook = (api: FUniver): Workbook => {
  // This workbook lives as long as its page; so do its settings.
  const settings = new Map<string, string>();

  const active = () => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getActiveRange();
    if (!sheet || !range) throw new WorkbookError("unknown", "No cell is selected. Click a cell and try again.");
    const cell = sheet.getRange(range.getRow(), range.getColumn());
    const address = addressOf({ row: cell.getRow(), column: cell.getColumn() }, sheet.getSheetName());
    return { cell, address };
  };

  return {
    host: "browser",
    activeCell: (): Promise<CellAt> => {
      const { cell, address } = active();
      const value = cell.getRawValue();
      const formula = cell.getFormula() || (value === null || value === undefined ? "" : String(value));
      return Promise.resolve({ address, formula, text: cell.getDisplayValue() });
    },
    writeFormula: async (formula, { replace = false } = {}) => {
      const { cell, address } = active();
      if (api.getActiveWorkbook()?.isCellEditing()) {
        throw new WorkbookError("editing", "A cell is being edited. Press Enter or Esc in it and try again.");
      }
      const value = cell.getRawValue();
      const filled = cell.getFormula() !== "" || (value !== null && value !== undefined && value !== "");
      if (filled && !replace) {
        throw new WorkbookError("filled", `${address} is not empty. Select an empty cell and try again.`);
      }
      cell.setFormula(formula);
      await api.getFormula().onCalculationEnd();
      return address;
    },
    // Univer calculates everything or what changed; a selection or a sheet alone it cannot.
    recalculate: async () => {
      const formulas = api.getFormula();
      const end = formulas.onCalculationEnd();
      formulas.executeCalculation();
      await end;
    },
    onSelectionChanged: (listener) => {
      const subscription = api.addEvent(api.Event.SelectionChanged, listener);
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
