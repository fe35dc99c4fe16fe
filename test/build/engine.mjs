// One engine of JavaScript as a host of the built functions: evaluates formulas where there is nothing but the language
// itself, and prints a hash of each answer. Run by engines.test.ts under other time zones, locales and versions of Node.
// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stdout, version } from "node:process";
import { runInNewContext, runInThisContext } from "node:vm";

/**
 * @typedef {{ type: string, value?: unknown, operator?: string, callee?: { name: string }, arguments?: (Tree | null)[], elements?: Tree[][] }} Tree
 * @typedef {{ script: string, formulas: { text: string, tree: Tree }[] }} Question
 */

/** @type {Map<string, (...args: unknown[]) => unknown>} */
const functions = new Map();
const CustomFunctions = {
  associate: (/** @type {string} */ id, /** @type {(...args: unknown[]) => unknown} */ evaluate) =>
    void functions.set(id, evaluate),
  Error: class {
    constructor(/** @type {string} */ code, /** @type {string} */ message) {
      this.error = code;
      this.message = message;
    }
  },
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!", divisionByZero: "#DIV/0!" },
};
/** Data types are known, so that what stands behind each value is in the hash too. */
const Office = { context: { requirements: { isSetSupported: () => true } }, actions: { associate: () => undefined } };
/** The page's own: commands wait for what loads after the functions, which never does here. */
const addEventListener = () => undefined;

/** @param {unknown} cell */
const bare = (cell) => (typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell);

/**
 * @param {Tree | null} tree
 * @returns {unknown} a table, or null for an argument that was left out
 */
const evaluate = (tree) => {
  if (tree === null) return null;
  if (tree.type === "Literal") return [[tree.value]];
  if (tree.type === "ArrayExpression") return tree.elements?.map((row) => row.map(({ value }) => value));
  const parts = tree.arguments?.map(evaluate) ?? [];
  if (tree.type === "CallExpression") {
    const call = functions.get(tree.callee?.name ?? "");
    if (!call) throw new Error(`There is no function ${tree.callee?.name}.`);
    return call(...parts, { address: "Sheet1!A1" });
  }
  if (tree.type === "BinaryExpression" && tree.operator === "-") {
    const [left, right] = parts.map((part) => Number(bare(/** @type {unknown[][]} */ (part)[0]?.[0])));
    return [[(left ?? NaN) - (right ?? NaN)]];
  }
  throw new Error(`No example of the catalogue has a ${tree.type} so far: teach it to this file.`);
};

/** @param {Tree} tree */
const answerOf = (tree) => {
  try {
    return evaluate(tree);
  } catch (error) {
    if (error instanceof CustomFunctions.Error) return error;
    throw error;
  }
};

/** @type {Question} */
const { script, formulas } = JSON.parse(readFileSync(0, "utf8"));
const source = readFileSync(script, "utf8");
// Stripped of what Node adds, rather than a context of its own: there, every look-up of Math costs a hundred times as much.
const language = new Set(runInNewContext("Object.getOwnPropertyNames(globalThis)"));
for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (!language.has(name)) Reflect.deleteProperty(globalThis, name);
}
Object.assign(globalThis, { CustomFunctions, Office, addEventListener });
runInThisContext(source);
const answers = formulas.map(({ text, tree }) => {
  const hash = createHash("sha256").update(JSON.stringify(answerOf(tree)));
  return [text, hash.digest("hex")];
});
stdout.write(
  JSON.stringify({
    node: version,
    minutesBehind: new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset(),
    decimal: (0.5).toLocaleString(),
    answers: Object.fromEntries(answers),
  }),
);
