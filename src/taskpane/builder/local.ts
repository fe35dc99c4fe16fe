// The formula in the notation of the user's Excel, for whoever types it by hand. Excel itself is handed en-US.
import { tokenize } from "@borgar/fx";
import type { Separators } from "../../workbook/port";
import { idOf } from "../../sheets/prefixed-calls";

/** How it is typed, or why that cannot be said; undefined where it is the same. */
export type LocalFormula = { readonly typed: string } | { readonly unknown: string } | undefined;

/** Words and signs that each language of Excel has of its own; Office does not tell them. */
const notTold = (tokens: ReturnType<typeof tokenize>): readonly string[] => [
  ...(tokens.some(({ value }) => value === "{") ? ["lists in braces"] : []),
  ...(tokens.some(({ type }) => type === "bool") ? ["TRUE and FALSE"] : []),
  ...(tokens.some(({ type, value }) => type === "func" && idOf(value) === undefined) ? ["Excel’s own functions"] : []),
];

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

export const localFormula = (formula: string, { decimal, argument }: Separators): LocalFormula => {
  if (decimal === "." && argument === ",") return undefined;
  const tokens = tokenize(formula);
  const unknown = notTold(tokens);
  if (unknown.length > 0) {
    return {
      unknown: `This is the English spelling. Your Excel may write ${inWords(unknown)} differently: insert it from here, and Excel translates it.`,
    };
  }
  const typed = tokens.map(({ type, value }) => {
    if (type === "number") return value.replace(".", decimal);
    return type === "operator" && value === "," ? argument : value;
  });
  return { typed: typed.join("") };
};
