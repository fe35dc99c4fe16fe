// Formulas of ours as other computers left them: Excel writes "_xldudf_" before the name of a function that it does not
// know, and the file of another add-in that once answered to it (office-js issues 4487 and 4811; "First hour
// in Excel", check 17).
import { tokenize } from "@borgar/fx";
import { functionCalled } from "../functions";

const MARK = /^(?:_xldudf_|_xll\.)+/i;
/** The file of an add-in before a function's name: FUNCRES.XLAM!, 'C:\folder\FUNCRES.XLAM'!, [1]!. */
const FILE = /(?:'(?:[^']|'')+'|\[\d+\]|[\w.]+\.xla?[mlbs]?)!$/i;

/** The id of our function that this name means, whatever stands before it. */
export const idOf = (name: string): string | undefined => functionCalled(name.replace(MARK, ""))?.id;

/** The formula with nothing before the names of our functions; the same text if there was nothing. */
export const withoutPrefixes = (formula: string): string => {
  if (!formula.startsWith("=")) return formula;
  let clean = "";
  let from = 0;
  for (const { type, value, loc } of tokenize(formula, { withLocation: true })) {
    const id = type === "func" ? idOf(value) : undefined;
    if (id === undefined || loc?.[1] === undefined) continue;
    const before = formula.slice(from, loc[0]).replace(FILE, "");
    clean += before + (MARK.test(value) ? id : value);
    from = loc[1];
  }
  return clean + formula.slice(from);
};
