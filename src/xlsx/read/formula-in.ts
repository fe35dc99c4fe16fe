// A formula of a file as it is typed here, or why it cannot be calculated here.
import { withoutPrefixes } from "../../sheets/prefixed-calls";
import { formulaTokens } from "../write/formula-tokens";
import { withoutFilePrefix } from "../write/future-functions";

export type FormulaIn = { readonly formula: string } | { readonly why: string };

/** Our own functions go without whatever stands before them (FUNCRES.XLAM!_xldudf_…), others without a file's prefix. */
export const formulaIn = (inFile: string, isKnown: (name: string) => boolean): FormulaIn => {
  const formula = withoutPrefixes(`=${inFile.replace(/^=/, "")}`);
  let why: string | undefined;
  const text = formulaTokens(formula)
    .map(({ type, value }) => {
      if (type === "structured") why ??= "tables";
      if (/\[\d+\]|\.xl\w+\]/i.test(value) && (type.startsWith("range") || type.startsWith("context"))) {
        why ??= "other files";
      }
      if (type === "range_ternary" || (type === "range" && /^[^!]+:[^!]+!/.test(value)))
        why ??= "several sheets at once";
      if (type === "operator" && (value === "#" || value === "@")) why ??= `the sign ${value}`;
      if (type !== "func" && type !== "range_named") return value;
      const name = withoutFilePrefix(value);
      if (type === "func" && !isKnown(name.toUpperCase())) why ??= name.toUpperCase();
      return name;
    })
    .join("");
  return why === undefined ? { formula: text } : { why };
};
