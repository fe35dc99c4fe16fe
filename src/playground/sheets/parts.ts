// Small pieces that described sheets are made of.
import type { FormulaCell, SheetCell, ValueCell } from "../../workbook/sheet";

/** A formula with its text in another cell, so that what is shown is what is calculated. */
export const withText = (textAddress: string, cell: FormulaCell): SheetCell[] => [
  cell,
  { address: textAddress, value: cell.formula, style: "formulaText" },
];

/** Texts side by side, from `column` on. */
export const across = (
  columns: readonly string[],
  row: number,
  texts: readonly (string | number)[],
  look: Omit<ValueCell, "address" | "value">,
): SheetCell[] => texts.map((value, index) => ({ address: `${columns[index] ?? ""}${row}`, value, ...look }));
