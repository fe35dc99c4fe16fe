// A formula as a tree, and what is in it of ours.
import { parse, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { functionCalled, type WorksheetFunction } from "../../functions";
import { idOf, withoutPrefixes } from "../../sheets/prefixed-calls";

export interface ReadFormula {
  /** Without prefixes before our names; the positions in the tree are those of this text. */
  readonly text: string;
  readonly tree: AstExpression;
}

/** Undefined for what is no formula, and for one that the parser does not understand. */
export const readFormula = (formula: string): ReadFormula | undefined => {
  if (!formula.startsWith("=")) return undefined;
  const text = withoutPrefixes(formula);
  try {
    return { text, tree: parse(tokenize(text, { withLocation: true })) };
  } catch {
    return undefined;
  }
};

/** Our function that is called here; undefined for Excel's own and other people's. */
export const ours = ({ callee }: CallExpression): WorksheetFunction | undefined => functionCalled(callee.name);

/** An argument that was left out between commas is null, whatever the parser's types say. */
export const argumentsOf = (call: CallExpression): readonly (AstExpression | null)[] => call.arguments;

/** Whether a formula calls one of our functions: asked of every formula in a workbook, so without a tree. */
export const hasOurs = (formula: string): boolean =>
  formula.startsWith("=") && tokenize(formula).some(({ type, value }) => type === "func" && idOf(value) !== undefined);

/** The call that is the whole formula, perhaps after "@". */
export const onlyCall = ({ tree }: ReadFormula): CallExpression | undefined => {
  const inner = tree.type === "UnaryExpression" && tree.operator === "@" ? tree.arguments[0] : tree;
  return inner?.type === "CallExpression" && ours(inner) ? inner : undefined;
};

/** The reference in IF(B2="","",B2), which keeps empty cells empty. */
export const guarded = (node: AstExpression): AstExpression | undefined => {
  if (node.type !== "CallExpression" || node.callee.name.toUpperCase() !== "IF") return undefined;
  const [test, nothing, value, ...more] = argumentsOf(node);
  if (value?.type !== "ReferenceIdentifier" || more.length > 0) return undefined;
  if (test?.type !== "BinaryExpression" || test.operator !== "=" || !isNothing(nothing)) return undefined;
  const [reference, compared] = test.arguments;
  const isSame = reference?.type === "ReferenceIdentifier" && reference.value === value.value;
  return isSame && isNothing(compared) ? value : undefined;
};
const isNothing = (node: AstExpression | null | undefined): boolean => node?.type === "Literal" && node.value === "";

export const textOf = ({ text }: ReadFormula, { loc }: AstExpression): string =>
  loc ? text.slice(loc[0], loc[1]) : "";

const childrenOf = (node: AstExpression): readonly (AstExpression | null)[] => {
  switch (node.type) {
    case "CallExpression":
      return argumentsOf(node);
    case "UnaryExpression":
    case "BinaryExpression":
      return node.arguments;
    case "LetExpression":
      return [...node.declarations.map(({ init }) => init), node.body];
    case "LambdaExpression":
      return [node.body];
    default:
      return [];
  }
};

/** The node and everything under it, each after its own parts. */
export const partsOf = (node: AstExpression | undefined): readonly AstExpression[] =>
  node ? [...childrenOf(node).flatMap((child) => partsOf(child ?? undefined)), node] : [];
