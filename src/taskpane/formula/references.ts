// Reads from the workbook what the references in a formula point to.
import type { CellTable, Workbook } from "../../workbook/port";
import { partsOf, textOf, type ReadFormula } from "./read";
import type { References } from "./trace";

/** References as they stand in the formula. Whole columns and tables are left to Excel; LET's own names are no cells. */
const referencesIn = (formula: ReadFormula): ReadonlySet<string> => {
  const parts = partsOf(formula.tree);
  const ownNames = new Set(
    parts.flatMap((part) => {
      if (part.type === "LetExpression") return part.declarations.map(({ id }) => id.name.toLowerCase());
      return part.type === "LambdaExpression" ? part.params.map(({ name }) => name.toLowerCase()) : [];
    }),
  );
  const found = new Set<string>();
  for (const part of parts) {
    if (part.type === "ReferenceIdentifier" && (part.kind === "range" || part.kind === "name")) {
      if (!ownNames.has(part.value.toLowerCase())) found.add(part.value);
    }
    const [anchor] = part.type === "UnaryExpression" && part.operator === "#" ? part.arguments : [];
    if (anchor) found.add(`${textOf(formula, anchor)}#`);
  }
  return found;
};

/** Words that stand where a name could, and are none that was read: mostly a text whose quotes are missing. */
export const unknownNames = (formula: ReadFormula, read: References): readonly string[] =>
  [...referencesIn(formula)].filter((word) => /^[A-Z_]\w*$/i.test(word) && !read.has(word));

/** `sheet` is the one on which the formula stands. What cannot be read is left out. */
export const readReferences = async (formula: ReadFormula, workbook: Workbook, sheet: string): Promise<References> => {
  const read = new Map<string, CellTable>();
  await Promise.all(
    [...referencesIn(formula)].map(async (reference) => {
      try {
        read.set(reference, await workbook.read(reference, sheet));
      } catch {
        // A closed workbook, a name that is no range, a deleted sheet: Excel has the value, or an error of its own.
      }
    }),
  );
  return read;
};
