// The tokens of a formula, each with the call in which it stands and its neighbours.
import { tokenize } from "@borgar/fx";

export interface FormulaToken {
  readonly type: string;
  readonly value: string;
  /** The innermost function around it, "" for none, "{" inside an array constant. */
  readonly call: string;
  /** Which argument of that function, from 0. */
  readonly argument: number;
  /** Next to it, spaces left out; "" at the ends. */
  readonly before: string;
  readonly after: string;
}

const isSpace = (type: string): boolean => type === "whitespace" || type === "newline";

export const formulaTokens = (formula: string): readonly FormulaToken[] => {
  const tokens = tokenize(formula);
  const solid = tokens.filter(({ type }) => !isSpace(type));
  const open: { call: string; argument: number }[] = [];
  let at = -1;
  return tokens.map(({ type, value }) => {
    const isSolid = !isSpace(type);
    if (isSolid) at++;
    const isOperator = isSolid && type === "operator";
    if (isOperator && (value === ")" || value === "}")) open.pop();
    const { call, argument } = open.at(-1) ?? { call: "", argument: 0 };
    const before = solid[at - 1];
    if (isOperator && value === "(") {
      open.push({ call: before?.type === "func" ? before.value.toUpperCase() : call, argument: 0 });
    } else if (isOperator && value === "{") open.push({ call: "{", argument: 0 });
    else if (isOperator && value === ",") {
      const inside = open.at(-1);
      if (inside) inside.argument++;
    }
    return {
      type,
      value,
      call,
      argument,
      before: isSolid ? (before?.value ?? "") : "",
      after: isSolid ? (solid[at + 1]?.value ?? "") : "",
    };
  });
};

/** Names that LET and LAMBDA give inside the formula, in lower case. */
export const innerNames = (tokens: readonly FormulaToken[]): ReadonlySet<string> =>
  new Set(
    tokens.flatMap(({ type, value, call, argument, before, after }) => {
      if (type !== "range_named" || after !== "," || (before !== "(" && before !== ",")) return [];
      const bare = call.replace(/^_xlfn\./i, "").toUpperCase();
      return bare === "LAMBDA" || (bare === "LET" && argument % 2 === 0) ? [value.toLowerCase()] : [];
    }),
  );
