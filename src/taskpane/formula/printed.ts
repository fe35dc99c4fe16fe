// What the first cell of an example shows on the record of now: a printed result is never older than the record.
import type { WorksheetFunction } from "../../functions";
import { shownCell } from "../shown";
import { onlyCall, readFormula } from "./read";
import { trace } from "./trace";

type Example = Pick<WorksheetFunction["examples"][number], "formula" | "shows">;

/** "" where the example prints none; what the catalogue says where the formula is more than one call. */
export const printed = ({ formula, shows }: Example): string => {
  if (shows === "") return "";
  const read = readFormula(formula);
  if (!read || !onlyCall(read)) return shows;
  const cell = trace(read, new Map()).at(-1)?.answer?.[0]?.[0];
  return cell === undefined ? shows : shownCell(cell);
};
