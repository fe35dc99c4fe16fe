// The formulas of one sheet of a file, written out for each cell, and those that stay as the values they had.
import type { ICellData } from "@univerjs/core";
import type { Area, CellPlace } from "../../common/address";
import type { FileCell, FileFormula } from "./cells-in";
import { formulaIn, type FormulaIn, type Standing, type Surroundings } from "./formula-in";
import { rangeOf, writtenAt } from "./references";

/** A formula of the file, beside the value that it had there. */
export interface FormulaCell extends CellPlace {
  readonly formula: string;
  /** Empty where the file has none. */
  readonly value: ICellData;
  /** It asks the record, the clock or for chance: another value than in the file is no fault. */
  readonly isLive: boolean;
  /** What it filled in the file, where that is more than its own cell. */
  readonly fills?: Area;
}

/** A formula that is not calculated here; the cells keep what they had. */
export interface KeptCell extends Area {
  readonly why: string;
  /** As it stands in the file. */
  readonly formula: string;
}

export interface FormulasIn {
  readonly formulas: readonly FormulaCell[];
  readonly kept: readonly KeptCell[];
}

/** Together, on one sheet: what formulas fill is looked through cell by cell. */
const MOST_FILLED = 1_000_000;

const areaOf = (ref: string | undefined, { row, column }: CellPlace): Area => {
  const range = ref === undefined ? undefined : rangeOf(ref);
  const { top, left, bottom, right } = range ?? {};
  // An area begins with the cell that has its formula.
  if (!range || (top ?? 0) !== row || (left ?? 0) !== column) return { first: { row, column }, last: { row, column } };
  return {
    first: { row, column },
    last: { row: bottom ?? top ?? 1_048_575, column: right ?? left ?? 16_383 },
  };
};

const sizeOf = ({ first, last }: Area): number => (last.row - first.row + 1) * (last.column - first.column + 1);

export const formulasIn = (cells: readonly FileCell[], home: string, around: Surroundings): FormulasIn => {
  const formulas: FormulaCell[] = [];
  const kept: KeptCell[] = [];
  const compiled = new Map<string, FormulaIn>();
  const masters = new Map<string, { readonly text: string; readonly at: CellPlace }>();
  let filled = 0;
  for (const { formula, row, column } of cells) {
    if (formula?.shared === undefined || formula.text === "") continue;
    masters.set(formula.shared, { text: formula.text, at: { row, column } });
  }

  const compile = (text: string, standing: Standing): FormulaIn => {
    const key = standing + text;
    const found = compiled.get(key) ?? formulaIn(text, home, standing, around);
    compiled.set(key, found);
    return found;
  };

  const read = (cell: FileCell, formula: FileFormula): void => {
    const { row, column, content: value } = cell;
    const at = { row, column };
    const master = formula.shared === undefined ? undefined : masters.get(formula.shared);
    const text = formula.text === "" ? (master?.text ?? "") : formula.text;
    const isFilling = formula.kind === "array" || formula.isDynamic;
    const area =
      formula.kind === "array" || formula.kind === "dataTable" ? areaOf(formula.ref, at) : areaOf(undefined, at);
    const keep = (why: string): void => {
      kept.push({ ...area, why, formula: text });
    };
    if (formula.kind === "dataTable") {
      keep("a data table (What-If Analysis)");
      return;
    }
    if (text === "") return;
    if (filled + sizeOf(area) > MOST_FILLED) {
      keep("a formula over too many cells");
      return;
    }
    filled += sizeOf(area);
    const found = compile(text, isFilling ? "filling" : "alone");
    if ("why" in found) {
      keep(found.why);
      return;
    }
    formulas.push({
      ...at,
      formula: `=${writtenAt(found.pieces, at, formula.text === "" ? (master?.at ?? at) : at)}`,
      value,
      isLive: found.isLive,
      ...(sizeOf(area) > 1 ? { fills: area } : {}),
    });
  };
  for (const cell of cells) if (cell.formula) read(cell, cell.formula);
  return { formulas, kept };
};
