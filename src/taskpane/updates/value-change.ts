// One formula that moves: what stands in its cells beside what other data would put there.
import { bare, CellError, isRich, type Cell, type Table } from "../../functions";
import type { CellContent, CellTable } from "../../workbook/port";
import { formatted, shownCell } from "../shown";

export interface Move {
  /** With its sheet. */
  readonly address: string;
  readonly formula: string;
  /** Of the first cell that moves. */
  readonly old: string;
  readonly now: string;
  /** How many cells move, of how many that the formula fills. */
  readonly moving: number;
  readonly filled: number;
}

/** Numbers that went through a file may have lost their last digit. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const isSame = (old: CellContent | undefined, now: Cell | undefined): boolean => {
  const plain = now === undefined ? "" : bare(now);
  if (plain instanceof CellError) return typeof old === "object" && old?.code === plain.code;
  if (typeof old === "number" && typeof plain === "number") return isNear(old, plain);
  return (old ?? "") === plain;
};

const orEmpty = (shown: string): string => (shown === "" ? "empty" : shown);

/** With the format of the cell that takes its place, so that both can be compared by eye. */
const shownOld = (old: CellContent | undefined, like: Cell | undefined): string => {
  if (old === undefined || old === null) return "empty";
  if (typeof old === "object") return old.code;
  return typeof old === "number" && typeof like === "object" && isRich(like)
    ? formatted(old, like.format)
    : orEmpty(shownCell(old));
};

const widest = (old: CellTable, now: Table): number =>
  Math.max(...old.map((row) => row.length), ...now.map((row) => row.length));

/** Undefined when every cell stays as it is. */
export const moveOf = (address: string, formula: string, old: CellTable, now: Table): Move | undefined => {
  const rows = Math.max(old.length, now.length);
  const columns = widest(old, now);
  let moving = 0;
  let first: Pick<Move, "old" | "now"> | undefined;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [before, after] = [old[row]?.[column], now[row]?.[column]];
      if (isSame(before, after)) continue;
      moving++;
      first ??= { old: shownOld(before, after), now: orEmpty(after === undefined ? "" : shownCell(after)) };
    }
  }
  return first && { address, formula, ...first, moving, filled: rows * columns };
};
