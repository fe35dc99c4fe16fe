// A formula as it stands in a file: without its equals sign, newer functions of Excel with the prefix that files use.
import { catalogue } from "../../functions";
import { formulaTokens, innerNames, type FormulaToken } from "./formula-tokens";
import { nameInFile } from "./future-functions";

/** A reference that may be more than one cell: a range, or a name that can stand for one. */
const isMany = ({ type, value }: Pick<FormulaToken, "type" | "value">): boolean =>
  type === "range_named" ||
  type === "range_beam" ||
  type === "range_ternary" ||
  (type === "range" && value.includes(":"));

const OURS = new Set(catalogue.map(({ id }) => id));

/**
 * In a file Excel binds to an add-in only what carries this mark (OfficeDev/Excel-Custom-Functions issue 108); a plain
 * name is #NAME? until it is entered anew (office-js issue 6395; "First hour in Excel", check 14). Files that have plain
 * names are read as well.
 */
export const markedName = (id: string): string => `_xldudf_${id}`;

export const fileFormula = (formula: string): string => {
  const tokens = formulaTokens(formula);
  const inner = innerNames(tokens);
  return tokens
    .map(({ type, value, before, after }) => {
      if (type === "fx_prefix") return "";
      const isInner = (type === "range_named" || type === "func") && inner.has(value.toLowerCase());
      if (isInner) return `_xlpm.${value}`;
      if (type === "func") return OURS.has(value.toUpperCase()) ? markedName(value.toUpperCase()) : nameInFile(value);
      // What is written A1# and @A1 in a cell are functions in a file ([MS-XLSX] 2.2.3).
      if (type === "operator" && (value === "#" || value === "@")) return "";
      if (type === "range" && after === "#") return `_xlfn.ANCHORARRAY(${value})`;
      if (isMany({ type, value }) && before === "@") return `_xlfn.SINGLE(${value})`;
      return value;
    })
    .join("");
};

/** Functions that take ranges as ranges; any other would be asked cell by cell. */
// prettier-ignore
const TAKE_RANGES = new Set([
  "AGGREGATE", "AND", "AREAS", "AVERAGE", "AVERAGEA", "AVERAGEIF", "AVERAGEIFS", "COLUMNS", "CONCAT", "CORREL", "COUNT",
  "COUNTA", "COUNTBLANK", "COUNTIF", "COUNTIFS", "HLOOKUP", "INDEX", "INTERCEPT", "IRR", "LARGE", "LOOKUP", "MATCH",
  "MAX", "MAXA", "MAXIFS", "MEDIAN", "MIN", "MINA", "MINIFS", "MIRR", "MODE.SNGL", "NPV", "OFFSET", "OR", "PERCENTILE",
  "PERCENTILE.EXC", "PERCENTILE.INC", "PERCENTRANK.INC", "PRODUCT", "QUARTILE", "QUARTILE.INC", "RANK", "RANK.AVG",
  "RANK.EQ", "ROWS", "RSQ", "SLOPE", "SMALL", "STDEV", "STDEV.P", "STDEV.S", "SUBTOTAL", "SUM", "SUMIF", "SUMIFS",
  "SUMPRODUCT", "SUMSQ", "TEXTJOIN", "VAR", "VAR.P", "VAR.S", "VLOOKUP", "XIRR", "XNPV", "XOR",
]);
const BESIDE_A_WHOLE_RANGE = new Set(["(", ",", ")", ""]);

/**
 * Whether Excel would read the formula otherwise if it did not stand in the file as a dynamic array: it writes an @
 * before what could give more than one cell. `isManyCells` tells of a name whether it stands for more than one cell.
 */
export const needsArray = (formula: string, isManyCells: (name: string) => boolean): boolean =>
  formulaTokens(formula).some((token) => {
    const { type, value, call, before, after } = token;
    if (type === "func") return OURS.has(value.toUpperCase()) || nameInFile(value).startsWith("_xlfn._xlws.");
    if (type === "operator" && (value === "{" || value === "#")) return true;
    if (!isMany(token) || (type === "range_named" && !isManyCells(value))) return false;
    if (before === "@") return false;
    return !TAKE_RANGES.has(call) || !BESIDE_A_WHOLE_RANGE.has(before) || !BESIDE_A_WHOLE_RANGE.has(after);
  });
