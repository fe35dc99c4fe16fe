// `playground` in the page's console: write into cells and read them without touching the sheet. Tests drive it, too.
//   await playground.ready
//   await playground.write("B40", '=MINERHOLDINGS("MARA","2025-12-31")')
//   playground.read("B40")   ->  [[{ value: 53822, text: "53,822", formula: "=MINER…", reason: "" }]]
//   await playground.workbook.sheetNames()   ->  ["Overhang", "Scenario", "By month"]
import { areaOf } from "../common/address";
import type { Workbook } from "../workbook/port";
import type { Grid, Read } from "./grid";

export interface Hook {
  /** Settles when the opening workbook has been calculated. */
  readonly ready: Promise<void>;
  /** Writes a formula or value into a cell ("B2", "'By month'!B2"), null to empty it, and waits for the calculation. */
  write(address: string, input: string | number | boolean | null): Promise<void>;
  /** The cells of an address or range, row by row. */
  read(address: string): Read[][];
  /** As the pane knows it. */
  readonly workbook: Workbook;
  /** Univer itself. */
  readonly grid: Grid;
}

export interface Opened {
  readonly grid: Grid;
  readonly workbook: Workbook;
}

declare global {
  interface Window {
    playground: Hook;
  }
}

export const hookOf = (opening: Promise<Opened>): Hook => {
  let now: Opened | undefined;
  const opened = (): Opened => {
    if (now) return now;
    throw new Error("The workbook is not open yet: await playground.ready.");
  };
  return {
    ready: opening.then((open) => {
      now = open;
    }),
    write: async (address, input) => {
      const { sheet, first } = areaOf(address);
      const cell = opened().grid.sheet(sheet).getRange(first.row, first.column);
      await opened().grid.calculated(() => {
        if (input === null) cell.clearContent();
        else if (typeof input === "string" && input.startsWith("=")) cell.setFormula(input);
        else cell.setValue(input);
      });
    },
    read: (address) => opened().grid.read(areaOf(address)),
    get workbook() {
      return opened().workbook;
    },
    get grid() {
      return opened().grid;
    },
  };
};
