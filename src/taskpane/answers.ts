// Asks the worksheet functions as a cell would, so that the pane never shows another number than the sheet.
import { bare, functionCalled, type Cell } from "../functions";

/** The top left cell of what the function answers. */
export const answer = (id: string, ...args: readonly unknown[]): Cell | undefined =>
  functionCalled(id)?.evaluate(args)[0]?.[0];

/** The number in a cell; undefined for text and errors. */
export const numberIn = (cell: Cell | undefined): number | undefined => {
  const value = cell === undefined ? undefined : bare(cell);
  return typeof value === "number" ? value : undefined;
};

/** The text in a cell; "" for numbers and errors. */
export const textIn = (cell: Cell | undefined): string => {
  const value = cell === undefined ? "" : bare(cell);
  return typeof value === "string" ? value : "";
};
