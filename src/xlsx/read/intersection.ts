// Where a formula of an older file names many cells and means one: Excel took the cell of the formula's own row or column
// (implicit intersection), now written @. Whatever is not certain here is left as it is, and checked against the file.
import type { FormulaToken } from "../write/formula-tokens";

/** Functions that take each argument as one value. */
// prettier-ignore
const TAKE_ONE = new Set([
  "ABS", "ACOS", "ASIN", "ATAN", "ATAN2", "CEILING", "CHAR", "CODE", "COS", "DATE", "DATEVALUE", "DAY", "DAYS360",
  "DEGREES", "EDATE", "EOMONTH", "EVEN", "EXACT", "EXP", "FACT", "FIND", "FIXED", "FLOOR", "FV", "HOUR", "INT", "ISBLANK",
  "ISERR", "ISERROR", "ISLOGICAL", "ISNA", "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LN", "LOG", "LOG10", "LOWER", "MID",
  "MINUTE", "MOD", "MONTH", "MROUND", "NOT", "NPER", "ODD", "PMT", "POWER", "PROPER", "PV", "RADIANS", "RATE", "REPLACE",
  "REPT", "RIGHT", "ROUND", "ROUNDDOWN", "ROUNDUP", "SEARCH", "SECOND", "SIGN", "SIN", "SLN", "SQRT", "SUBSTITUTE", "TAN",
  "TEXT", "TIME", "TIMEVALUE", "TRIM", "TRUNC", "UPPER", "VALUE", "WEEKDAY", "WEEKNUM", "YEAR",
]);

/** Those arguments, counted from 0, that other functions take as one value. */
const TAKE_ONE_AS: Readonly<Record<string, readonly number[]>> = {
  COUNTIF: [1],
  HLOOKUP: [0, 2, 3],
  IF: [0],
  INDEX: [1, 2],
  LARGE: [1],
  MATCH: [0, 2],
  RANK: [0],
  SMALL: [1],
  SUMIF: [1],
  VLOOKUP: [0, 2, 3],
};

/** Functions that take whole ranges, but of a calculation with ranges only one value. */
const TAKE_RANGES = new Set(["AND", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "OR", "PRODUCT", "SUM"]);

/** Beside one of these a range is part of a calculation. Beside a colon or a space it is part of another reference. */
const CALCULATIONS = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>", "%"]);

const BEFORE = new Set(["", "(", ",", ...CALCULATIONS]);
const AFTER = new Set(["", ")", ",", ...CALCULATIONS]);

interface Call {
  readonly name: string;
  argument: number;
}

const bare = (name: string): string => name.replace(/^(?:_xlfn\.|_xlws\.)+/i, "").toUpperCase();

const isKnown = ({ name, argument }: Call): boolean =>
  name === "" || TAKE_ONE.has(name) || TAKE_RANGES.has(name) || (TAKE_ONE_AS[name] ?? []).includes(argument);

/** For each token, whether it stands where one value is meant. */
export const oneIsMeant = (tokens: readonly FormulaToken[]): readonly boolean[] => {
  const open: Call[] = [];
  let called = "";
  return tokens.map(({ type, value, before, after }) => {
    if (type === "operator") {
      if (value === "(") open.push({ name: bare(called), argument: 0 });
      else if (value === "{") open.push({ name: "{", argument: 0 });
      else if (value === ")" || value === "}") open.pop();
      else if (value === ",") {
        const inside = open.at(-1);
        if (inside) inside.argument++;
      }
    }
    if (type !== "whitespace" && type !== "newline") called = type === "func" ? value : "";
    const isReference = type === "range" || type === "range_beam" || type === "range_named";
    if (!isReference || !open.every(isKnown)) return false;
    if (!BEFORE.has(before) || !AFTER.has(after)) return false;
    if (CALCULATIONS.has(before) || CALCULATIONS.has(after)) return true;
    const inside = open.findLast(({ name }) => name !== "");
    return (
      inside === undefined || TAKE_ONE.has(inside.name) || (TAKE_ONE_AS[inside.name] ?? []).includes(inside.argument)
    );
  });
};
