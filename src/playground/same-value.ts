// Whether a value calculated here is the one that the file has.
import { CellValueType, type ICellData } from "@univerjs/core";
import type { Plain } from "./grid";

/** Engines differ in the last of fifteen digits, and solvers (IRR) a little before. */
const RELATIVE = 1e-9;
/** What is left of a sum that should be nothing. */
const RESIDUE = 1e-9;

export const plainOf = ({ v, t }: ICellData): Plain =>
  v === undefined || v === null ? null : t === CellValueType.BOOLEAN ? Boolean(v) : v;

export const isSame = (inFile: Plain, here: Plain): boolean => {
  if (inFile === here) return true;
  if ((inFile ?? "") === "" && (here ?? "") === "") return true;
  if (typeof inFile !== "number" || typeof here !== "number") return false;
  if (inFile === 0 || here === 0) return Math.abs(inFile - here) < RESIDUE;
  return Math.abs(inFile - here) <= RELATIVE * Math.max(Math.abs(inFile), Math.abs(here));
};
