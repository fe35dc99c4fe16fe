// What is in the cell that a function answered, bare.
import { bare, type Cell } from "../functions";

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
