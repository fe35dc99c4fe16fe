// Formulas to begin with, made from what the catalogue says of a function.
import type { WorksheetFunction } from "../../functions";

/** The arguments of "=NAME(…)" as written; undefined if the formula is not this one call. */
const argumentsOf = (formula: string, id: string): readonly string[] | undefined => {
  const start = `=${id}(`;
  if (!formula.startsWith(start) || !formula.endsWith(")")) return undefined;
  const found: string[] = [];
  let current = "";
  let depth = 0;
  let quoted = false;
  for (const letter of formula.slice(start.length, -1)) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && "({".includes(letter)) depth++;
    if (!quoted && ")}".includes(letter)) depth--;
    if (depth < 0) return undefined;
    if (letter === "," && depth === 0 && !quoted) {
      found.push(current);
      current = "";
    } else current += letter;
  }
  return [...found, current];
};

/** The shortest formula that answers: required arguments as in the first example, the others left out. */
export const starterFormula = ({ id, parameters, examples }: WorksheetFunction): string => {
  const required = Math.max(0, ...parameters.map(({ optional }, i) => (optional ? 0 : i + 1)));
  if (required === 0) return `=${id}()`;
  const example = examples[0]?.formula ?? "";
  const given = argumentsOf(example, id)?.slice(0, required);
  return given?.length === required ? `=${id}(${given.join(",")})` : example;
};

/** "MINERHOLDINGS(miners, [date])": optional arguments in brackets. */
export const signature = ({ id, parameters }: WorksheetFunction): string =>
  `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;
