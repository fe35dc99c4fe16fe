// The active cell of the sheet, as it moves: where an insertion would go.
import type { CellAt, Workbook } from "../workbook/port";

export interface ActiveCell {
  /** Undefined while it is not known: nothing read yet, a chart is selected, a cell is being edited. */
  readonly now: () => CellAt | undefined;
  /** Called after each move, and once the first cell is known. */
  readonly onChange: (listener: () => void) => void;
  /** Reads it again: after something was written. */
  readonly refresh: () => Promise<void>;
}

/** Undefined where no cell can be named now. */
export const readActiveCell = async (workbook: Workbook): Promise<CellAt | undefined> => {
  try {
    return await workbook.activeCell();
  } catch {
    return undefined;
  }
};

export const watchActiveCell = (workbook: Workbook, signal: AbortSignal): ActiveCell => {
  const listeners = new Set<() => void>();
  let cell: CellAt | undefined;
  let reading: Promise<void> | undefined;
  let movedMeanwhile = false;

  const read = async (): Promise<void> => {
    do {
      movedMeanwhile = false;
      cell = await readActiveCell(workbook);
    } while (isAgain());
    reading = undefined;
    if (signal.aborted) return;
    for (const listener of listeners) listener();
  };
  const isAgain = (): boolean => movedMeanwhile && !signal.aborted;

  /** Holding an arrow key in the sheet moves the selection faster than it can be read: one read at a time. */
  const refresh = (): Promise<void> => {
    if (reading) movedMeanwhile = true;
    else reading = read();
    return reading;
  };

  const follow = async (): Promise<void> => {
    const stop = await workbook.onSelectionChanged(() => void refresh());
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  };
  // A host without selection events: the cell is still read now and after each insertion.
  follow().catch(() => undefined);
  void refresh();

  return { now: () => cell, onChange: (listener) => listeners.add(listener), refresh };
};
