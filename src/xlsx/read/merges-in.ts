// The merged areas of a sheet: those that can be shown. Excel, too, takes away one that overlaps another.
import type { IRange } from "@univerjs/core";
import { rangeOf } from "./references";

/** Whole columns or sheets as one cell hide everything and keep a browser busy for minutes. */
const MOST_CELLS = 100_000;
const MOST_AREAS = 20_000;

export interface MergesIn {
  readonly merged: readonly IRange[];
  readonly overlapping: number;
  readonly tooLarge: number;
  readonly tooMany: number;
}

const key = (row: number, column: number): number => row * 16_384 + column;

export const mergesIn = (refs: readonly string[]): MergesIn => {
  const merged: IRange[] = [];
  const taken = new Set<number>();
  let [overlapping, tooLarge, tooMany] = [0, 0, 0];
  for (const ref of refs) {
    const range = rangeOf(ref);
    const { top: startRow, left: startColumn, bottom: endRow, right: endColumn } = range ?? {};
    const isWhole = typeof startRow !== "number" || typeof startColumn !== "number";
    if (isWhole || typeof endRow !== "number" || typeof endColumn !== "number") {
      tooLarge++;
      continue;
    }
    const cells = (endRow - startRow + 1) * (endColumn - startColumn + 1);
    if (cells < 2) continue;
    if (cells > MOST_CELLS) tooLarge++;
    else if (merged.length >= MOST_AREAS || taken.size > 10 * MOST_CELLS) tooMany++;
    else {
      const own: number[] = [];
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) own.push(key(row, column));
      }
      if (own.some((cell) => taken.has(cell))) overlapping++;
      else {
        for (const cell of own) taken.add(cell);
        merged.push({ startRow, startColumn, endRow, endColumn });
      }
    }
  }
  return { merged, overlapping, tooLarge, tooMany };
};
