// `playground` in the page's console: write into cells and read them without touching the grid. Tests drive it, too.
//   await playground.ready
//   await playground.write("B40", '=MINERHOLDINGS("MARA","2025-12-31")')
//   playground.read("B40")   ->  [[{ value: 53822, text: "53,822", reason: "" }]]
import type { FUniver } from "@univerjs/core/facade";
import { reasonAt } from "./alerts";
import { areaOf } from "./address";
import { calculated } from "./calculation";

export interface Read {
  /** The bare value; null for an empty cell, the code for an error. */
  readonly value: string | number | boolean | null;
  readonly text: string;
  /** What the function says about an error, else "". */
  readonly reason: string;
}

export interface Hook {
  /** Settles when the opening workbook has been calculated. */
  readonly ready: Promise<void>;
  /** Writes a formula or value into a cell ("B2", "'By month'!B2") and waits for the calculation. */
  write(address: string, input: string | number | null): Promise<void>;
  /** The cells of an address or range, row by row. */
  read(address: string): Read[][];
}

declare global {
  interface Window {
    playground: Hook;
  }
}

const sheetOf = (api: FUniver, name: string | undefined) => {
  const workbook = api.getActiveWorkbook();
  const sheet = name === undefined ? workbook?.getActiveSheet() : workbook?.getSheetByName(name);
  if (!sheet) throw new Error(name === undefined ? "The workbook is not open yet." : `There is no sheet ${name}.`);
  return sheet;
};

export const hookOf = (opening: Promise<FUniver>): Hook => {
  let api: FUniver | undefined;
  const opened = (): FUniver => {
    if (api) return api;
    throw new Error("The workbook is not open yet: await playground.ready.");
  };
  return {
    ready: opening.then((grid) => {
      api = grid;
    }),
    write: async (address, input) => {
      const { sheet, first } = areaOf(address);
      const cell = sheetOf(opened(), sheet).getRange(first.row, first.column);
      await calculated(opened(), () => {
        if (input === null) cell.clearContent();
        else if (typeof input === "string" && input.startsWith("=")) cell.setFormula(input);
        else cell.setValue(input);
      });
    },
    read: (address) => {
      const { sheet, first, last } = areaOf(address);
      const from = sheetOf(opened(), sheet);
      const rows: Read[][] = [];
      for (let row = first.row; row <= last.row; row++) {
        const cells: Read[] = [];
        for (let column = first.column; column <= last.column; column++) {
          const cell = from.getRange(row, column);
          const value = cell.getRawValue() ?? null;
          const reason = reasonAt(opened(), from.getSheetId(), row, column);
          cells.push({ value, text: cell.getDisplayValue(), reason });
        }
        rows.push(cells);
      }
      return rows;
    },
  };
};
