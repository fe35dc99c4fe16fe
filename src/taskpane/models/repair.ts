// Repair and Refresh: formulas of ours are entered anew. Excel keeps #NAME? and errors of a failed start through a mere
// recalculation (office-js issues 4185 and 4502); entering the same formula again is the cure.
import type { FormulaAt, Scope, Workbook } from "../../workbook/port";
import { withoutPrefixes } from "../../sheets/prefixed-calls";
import { hasOurs, ours, partsOf, readFormula } from "../formula/read";

const isError = ({ value }: FormulaAt): boolean => typeof value === "object" && value !== null;

const enterAnew = (workbook: Workbook, found: readonly FormulaAt[]): Promise<void> =>
  workbook.write(found.map(({ sheet, cell, formula }) => ({ sheet, cell, content: [[withoutPrefixes(formula)]] })));

/**
 * A full calculation of Excel on the web passes over functions of add-ins inside @IF (office-js issue 4398; "First hour
 * in Excel", check 12).
 */
const isPassedOver = ({ formula }: FormulaAt): boolean =>
  partsOf(readFormula(formula)?.tree).some(
    (part) =>
      part.type === "UnaryExpression" &&
      part.operator === "@" &&
      part.arguments.some((inside) => inside.type === "CallExpression" && inside.callee.name.toUpperCase() === "IF") &&
      partsOf(part).some((inside) => inside.type === "CallExpression" && ours(inside) !== undefined),
  );

export interface Entered {
  /** Formulas of ours in the scope. */
  readonly found: number;
  readonly entered: number;
}

export const repair = async (workbook: Workbook): Promise<Entered> => {
  const found = await workbook.formulas("workbook", hasOurs);
  const broken = found.filter(
    (each) => each.text.startsWith("#NAME?") || withoutPrefixes(each.formula) !== each.formula,
  );
  if (broken.length > 0) await enterAnew(workbook, broken);
  return { found: found.length, entered: broken.length };
};

export const refresh = async (workbook: Workbook, scope: Scope): Promise<Entered> => {
  const found = await workbook.formulas(scope, hasOurs);
  const broken = found.filter((each) => isError(each) || isPassedOver(each));
  if (broken.length > 0) await enterAnew(workbook, broken);
  if (found.length > 0) await workbook.recalculate(scope);
  return { found: found.length, entered: broken.length };
};
