// Computes what a formula asks of our functions, part by part, with the same code as the cells. Excel's own functions
// it leaves to Excel: what depends on them stays unknown, and is said to be so.
import { dayOf, serialOf } from "../../common/days";
import type { AstExpression, CallExpression } from "@borgar/fx";
import { bare, tooMany, type Table, type WorksheetFunction } from "../../functions";
import type { CellTable } from "../../workbook/port";
import { argumentsOf, guarded, ours, textOf, type ReadFormula } from "./read";

/** A value as a function takes it: rows of cells. Undefined where only Excel knows. */
export type Value = readonly (readonly unknown[])[] | undefined;

export interface TracedArgument {
  readonly text: string;
  readonly value: Value;
}

export interface TracedCall {
  readonly of: WorksheetFunction;
  readonly node: CallExpression;
  readonly text: string;
  /** Undefined for an argument that was left out. */
  readonly given: readonly (TracedArgument | undefined)[];
  /** Undefined when an argument is known to Excel alone. */
  readonly answer: Table | undefined;
}

/** What stands in a reference, by its text; a reference that could not be read is not in it. */
export type References = ReadonlyMap<string, CellTable>;
type Names = ReadonlyMap<string, Value>;

const numbersIn = (values: readonly Value[]): number[] | undefined => {
  const numbers = values.map((value) => value?.[0]?.[0]);
  return numbers.every((each) => typeof each === "number") ? numbers : undefined;
};

/** DATE is how most people write a date argument. */
const dateCalled = (values: readonly Value[]): Value => {
  const [year, month, day, ...more] = numbersIn(values) ?? [];
  if (year === undefined || month === undefined || day === undefined || more.length > 0 || year < 1900)
    return undefined;
  const serial = serialOf(dayOf(year, month, day));
  // Right for all days after February 1900.
  return serial >= 61 ? [[serial]] : undefined;
};

const signed = (operator: string, value: Value): Value => {
  if (operator === "@") return value?.length === 1 && value[0]?.length === 1 ? value : undefined;
  const number = value?.length === 1 && value[0]?.length === 1 ? value[0][0] : undefined;
  if (typeof number !== "number") return undefined;
  if (operator === "-") return [[-number]];
  if (operator === "%") return [[number / 100]];
  return operator === "+" ? value : undefined;
};

/** CHOOSECOLS(table, 1, 3) passes on answers of ours in most tables of more than one function. */
const chosenColumns = ([table, ...columns]: readonly Value[]): Value => {
  const numbers = numbersIn(columns);
  const width = table?.[0]?.length ?? 0;
  const places = numbers?.map((one) => (one < 0 ? width + one : one - 1));
  if (!table || !places?.length || places.some((one) => one < 0 || one >= width)) return undefined;
  return table.map((row) => places.map((one) => row[one]));
};

/** Every call of ours in the formula, innermost first. */
export const trace = (formula: ReadFormula, references: References): readonly TracedCall[] => {
  const calls: TracedCall[] = [];

  const called = (of: WorksheetFunction, node: CallExpression, values: readonly Value[]): Value => {
    const given = argumentsOf(node).map((argument, i) =>
      argument ? { text: textOf(formula, argument), value: values[i] } : undefined,
    );
    const isKnown = given.every((each) => each === undefined || each.value !== undefined);
    const refused = tooMany(of, given.length);
    const known = isKnown ? of.evaluate(given.map((each) => each?.value ?? null)) : undefined;
    const answer = refused ? [[refused]] : known;
    calls.push({ of, node, text: textOf(formula, node), given, answer });
    return answer?.map((row) => row.map(bare));
  };

  const valueOf = (node: AstExpression | null, names: Names): Value => {
    if (!node) return undefined;
    switch (node.type) {
      case "Literal":
        return [[node.value]];
      case "ErrorLiteral":
        return [[{ code: node.value }]];
      case "ArrayExpression":
        return node.elements.map((row) => row.map((element) => valueOf(element, names)?.[0]?.[0] ?? null));
      case "ReferenceIdentifier": {
        const name = node.value.toLowerCase();
        return names.has(name) ? names.get(name) : references.get(node.value);
      }
      case "UnaryExpression": {
        const [argument = null] = node.arguments;
        if (node.operator === "#") return references.get(`${argument ? textOf(formula, argument) : ""}#`);
        return signed(node.operator, valueOf(argument, names));
      }
      case "CallExpression": {
        const values = argumentsOf(node).map((argument) => valueOf(argument, names));
        const of = ours(node);
        if (guarded(node)) return values[2]?.map((row) => row.map((cell) => cell ?? ""));
        if (of) return called(of, node, values);
        const name = node.callee.name.toUpperCase();
        if (name === "CHOOSECOLS") return chosenColumns(values);
        return name === "DATE" ? dateCalled(values) : undefined;
      }
      case "LetExpression": {
        const inside = new Map(names);
        for (const { id, init } of node.declarations) inside.set(id.name.toLowerCase(), valueOf(init, inside));
        return valueOf(node.body, inside);
      }
      case "LambdaExpression": {
        const inside = new Map(names);
        for (const { name } of node.params) inside.set(name.toLowerCase(), undefined);
        valueOf(node.body, inside);
        return undefined;
      }
      case "BinaryExpression":
        for (const argument of node.arguments) valueOf(argument, names);
        return undefined;
    }
  };

  valueOf(formula.tree, new Map());
  return calls;
};
