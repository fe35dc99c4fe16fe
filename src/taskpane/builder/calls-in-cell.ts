// The calls of ours in the active cell that the builder can read back, outermost first.
import type { CellAt } from "../../workbook/port";
import type { WorksheetFunction } from "../../functions";
import { ours, partsOf, readFormula, textOf } from "../formula/read";
import type { Standing } from "./builder";

export const standingIn = (
  cell: CellAt | undefined,
): readonly { readonly of: WorksheetFunction; readonly standing: Standing }[] => {
  const formula = cell && readFormula(cell.formula);
  if (!formula) return [];
  const found = partsOf(formula.tree).flatMap((node) => {
    const of = node.type === "CallExpression" ? ours(node) : undefined;
    const [from, to] = node.loc ?? [];
    if (!of || from === undefined || to === undefined) return [];
    const { text } = formula;
    const standing = { cell, call: textOf(formula, node), before: text.slice(0, from), behind: text.slice(to) };
    return [{ of, standing }];
  });
  return found.reverse();
};
