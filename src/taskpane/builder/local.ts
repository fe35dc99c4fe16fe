// The formula in the notation of the user's Excel, for whoever types it by hand. Excel itself is handed en-US.
import { tokenize } from "@borgar/fx";
import type { Separators } from "../../workbook/port";

/**
 * Undefined where it is the same, and where separators are not all that differs: arrays and truth values are written
 * otherwise in each language, and Office does not tell how.
 */
export const localFormula = (formula: string, { decimal, argument }: Separators): string | undefined => {
  const tokens = tokenize(formula);
  if (decimal === "." && argument === ",") return undefined;
  if (tokens.some(({ type, value }) => type === "bool" || value === "{")) return undefined;
  return tokens
    .map(({ type, value }) => {
      if (type === "number") return value.replace(".", decimal);
      return type === "operator" && value === "," ? argument : value;
    })
    .join("");
};
