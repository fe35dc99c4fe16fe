// Between what a person writes into a field and the argument in the formula: words get their quotes, cells and numbers
// stay as they are, "=" before anything else means: take it as it is.
import type { ParameterInfo, WorksheetFunction } from "../../functions";
import { argumentsOf, guarded, onlyCall, readFormula, textOf } from "../formula/read";
import { suggestionsFor } from "./suggestions";

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?$/i;
/** Excel's days since 1927 have five digits; "2025" and "202506" are meant as words. */
const SERIAL = /^\d{5}$/;

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const isNumber = (info: ParameterInfo, text: string): boolean =>
  info.kind === "date" ? SERIAL.test(text) : NUMBER.test(text);

/** A cell, a range, a call or an array, which nobody means as a word. */
const isExpression = (info: ParameterInfo, text: string): boolean => {
  const tree = readFormula(`=${text}`)?.tree;
  if (!tree) return false;
  if (tree.type === "ReferenceIdentifier") return tree.kind !== "name" || info.kind === "number";
  if (tree.type === "BinaryExpression") return info.kind === "number";
  if (tree.type === "UnaryExpression") return tree.operator === "#" || info.kind === "number";
  return tree.type !== "Literal";
};

const isSuggested = (info: ParameterInfo, text: string): boolean =>
  suggestionsFor(info).some(({ value }) => value.toUpperCase() === text.toUpperCase());

/**
 * Where 0 has a meaning, an empty cell must not arrive as one ("First hour in Excel", check 4). Whole columns stay as
 * they are: guarded they would be a million cells long.
 */
const withGuard = (info: ParameterInfo, text: string): string => {
  const mayBeEmpty = info.shape === "grid" || (info.optional && !info.isLeftOut(0));
  if (!mayBeEmpty || WHOLE.test(text)) return text;
  return readFormula(`=${text}`)?.tree.type === "ReferenceIdentifier" ? `IF(${text}="","",${text})` : text;
};
const WHOLE = /(^|!)\$?([a-z]{1,3}:\$?[a-z]{1,3}|\d+:\$?\d+)$/i;

/** The argument as it stands in a formula; "" for a field that was left empty. */
export const argumentOf = (info: ParameterInfo, written: string): string => {
  const text = written.trim();
  if (text.startsWith("=")) return text.slice(1).trim();
  if (text === "" || /^"([^"]|"")*"$/.test(text) || isNumber(info, text)) return text;
  if (/^(true|false)$/i.test(text)) return text.toUpperCase();
  if (isSuggested(info, text)) return quoted(text);
  return isExpression(info, text) ? withGuard(info, text) : quoted(text);
};

/** What to write into the field so that this argument comes out. */
export const fieldOf = (info: ParameterInfo, argument: string): string => {
  const tree = readFormula(`=${argument}`)?.tree;
  const inside = tree && guarded(tree);
  const literal = tree?.type === "Literal" && typeof tree.value === "string" ? tree.value : undefined;
  const word = literal ?? (inside?.loc ? `=${argument}`.slice(inside.loc[0], inside.loc[1]) : argument);
  if (argumentOf(info, word) === argument) return word;
  return argumentOf(info, argument) === argument ? argument : `=${argument}`;
};

/** The call with these fields; empty ones at the end fall away. */
export const callOf = ({ id, parameters }: WorksheetFunction, fields: readonly string[]): string => {
  const args = parameters.map((info, i) => argumentOf(info, fields[i] ?? ""));
  return `${id}(${args.join(",").replace(/,+$/, "")})`;
};

/** The fields from which this call came: "MINERHOLDINGS("MARA")". Empty ones where it cannot be read. */
export const fieldsOf = ({ parameters }: WorksheetFunction, call: string): readonly string[] => {
  const formula = readFormula(`=${call}`);
  const node = formula && onlyCall(formula);
  const given = node ? argumentsOf(node) : [];
  return parameters.map((info, i) => {
    const argument = given[i];
    return formula && argument ? fieldOf(info, textOf(formula, argument)) : "";
  });
};
