// A formula of a file as it is typed here, or why it cannot be calculated here.
import { splitAddress, withSheet } from "../../common/address";
import { functionCalled } from "../../functions";
import { withoutPrefixes } from "../../sheets/prefixed-calls";
import { formulaTokens, innerNames, type FormulaToken } from "../write/formula-tokens";
import { withoutFilePrefix } from "../write/future-functions";
import { oneIsMeant } from "./intersection";
import { isManyCells, rangeOf, sizeOf, type Piece, type Reference } from "./references";

/** What a formula needs to know of its file. */
export interface Surroundings {
  /** Whether a function of this name calculates here. */
  isKnown(name: string): boolean;
  /** The name of a sheet here, by its name in the file. */
  sheetHere(name: string): string | undefined;
  /** What a name means in a formula on the sheet `home`, or on the sheet that stands before it. */
  named(name: string, home: string, sheet: string | undefined): NamedIn | undefined;
}

/** What becomes of a name in a formula: it stays, or what it refers to stands in its place. */
export interface NamedIn {
  readonly stays?: string;
  readonly formula: FormulaIn;
}

export type FormulaIn =
  | {
      readonly pieces: readonly Piece[];
      /** Its value is not what it was when the file was saved: it asks the record, the clock or for chance. */
      readonly isLive: boolean;
      /** How many pieces it has when all names in it, and names in those, are replaced. */
      readonly size: number;
    }
  | { readonly why: string };

/** How the formula stands in its cell: alone, or as one that may fill others. */
export type Standing = "alone" | "filling";

const CLOCK_AND_CHANCE = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "INFO", "CELL"]);
/** Excel's own limit. */
const LONGEST = 8192;
/** Names of names of names grow beyond what can be calculated. */
const LARGEST = 20_000;
/** Cells of one range: all sixteen thousand million of a sheet keep a browser busy for ever. */
const MOST_REFERRED = 10_000_000;
const FIRST_CELL = { row: 0, column: 0 };
const OTHER_FILE = /\[[^\]]+\]/;

const isReference = ({ type }: FormulaToken): boolean => type === "range" || type === "range_beam";

const referenceOf = (value: string, isOne: boolean, around: Surroundings): Reference | { readonly why: string } => {
  const { sheet, cells } = splitAddress(value);
  if (sheet !== undefined && OTHER_FILE.test(sheet)) return { why: "other files" };
  if (sheet?.includes(":")) return { why: "several sheets at once" };
  const range = rangeOf(cells);
  if (!range) return { why: `the reference ${value}` };
  if (!isOne && sizeOf(range) > MOST_REFERRED) return { why: "a range over a whole sheet" };
  if (sheet === undefined) return { sheet: "", range, text: cells, isOne };
  const here = around.sheetHere(sheet) ?? sheet;
  const isRenamed = here.toLowerCase() !== sheet.toLowerCase();
  const before = isRenamed ? withSheet(here, "") : value.slice(0, value.length - cells.length);
  return { sheet: before, range, text: cells, isOne };
};

/** A name's own formula in the place of the name. */
const inPlace = (pieces: readonly Piece[], isOne: boolean): readonly Piece[] => {
  const own = pieces.map((piece) => (typeof piece === "string" ? piece : { from: FIRST_CELL, ...piece }));
  const [only] = own;
  if (own.length === 1 && typeof only === "object") return [{ ...only, isOne: isOne && isManyCells(only.range) }];
  return ["(", ...own, ")"];
};

const onlyReference = (named: NamedIn): Reference | undefined => {
  const [only, ...others] = "pieces" in named.formula ? named.formula.pieces : [];
  return typeof only === "object" && others.length === 0 ? only : undefined;
};

/** Reads a formula on the sheet `home`; Surroundings may read the formulas of names in the same way. */
export const formulaIn = (inFile: string, home: string, standing: Standing, around: Surroundings): FormulaIn => {
  if (inFile.length > LONGEST) return { why: "more letters than Excel allows" };
  // Our own functions go without whatever stands before them (FUNCRES.XLAM!_xldudf_…).
  const tokens = formulaTokens(withoutPrefixes(`=${inFile.replace(/^=/, "")}`));
  const inner = innerNames(tokens);
  const isOneMeant = oneIsMeant(tokens);
  let why: string | undefined;
  let isLive = false;
  let size = tokens.length;

  const nameIn = (value: string, isOne: boolean): readonly Piece[] => {
    const { sheet, cells: name } = splitAddress(value);
    const bare = withoutFilePrefix(name);
    if (sheet !== undefined && OTHER_FILE.test(sheet)) why ??= "other files";
    if (sheet === undefined && inner.has(value.toLowerCase())) return [bare];
    const named = around.named(bare, home, sheet);
    if (!named) return [sheet === undefined ? bare : withSheet(around.sheetHere(sheet) ?? sheet, bare)];
    if ("why" in named.formula) {
      why ??= `the name ${bare}`;
      return [];
    }
    isLive ||= named.formula.isLive;
    size += named.formula.size;
    if (size > LARGEST) why ??= "too many names in names";
    if (why !== undefined) return [];
    const cells = isOne ? onlyReference(named) : undefined;
    const isMany = cells !== undefined && isManyCells(cells.range);
    return named.stays === undefined || isMany ? inPlace(named.formula.pieces, isOne) : [named.stays];
  };

  const pieceOf = (token: FormulaToken, index: number): readonly Piece[] => {
    const { type, value, before, after, call } = token;
    if (type === "structured") why ??= "tables";
    if (type === "range_ternary") why ??= `the reference ${value}`;
    if (type === "unknown" && value === "[") why ??= "other files";
    if (type === "operator" && (value === "#" || value === "@")) why ??= `the sign ${value}`;
    // "!A1" is the formula's own sheet, Sheet1!#REF! no sheet any more.
    if ((type === "operator" && value === "!") || type.startsWith("context")) return [];
    if (type === "fx_prefix") return [];
    const isSingle = withoutFilePrefix(call).toUpperCase() === "SINGLE" && before === "(" && after === ")";
    if (isReference(token)) {
      const isOne = isSingle || (standing === "alone" && isOneMeant[index] === true);
      const found = referenceOf(value, isOne, around);
      if (!("why" in found)) return [found];
      why ??= found.why;
      return [];
    }
    if (type === "range_named") return nameIn(value, isSingle || (standing === "alone" && isOneMeant[index] === true));
    if (type !== "func") return [value];
    const name = withoutFilePrefix(value);
    const upper = name.toUpperCase();
    if (inner.has(value.toLowerCase())) return [name];
    if (upper === "SINGLE" && isSingled(tokens, index)) return [];
    if (CLOCK_AND_CHANCE.has(upper) || functionCalled(name)) isLive = true;
    if (!around.isKnown(upper)) why ??= upper;
    return [name];
  };

  const pieces = joined(tokens.flatMap(pieceOf));
  return why === undefined ? { pieces, isLive, size } : { why };
};

/** Whether exactly one reference stands between the brackets of this call. */
const isSingled = (tokens: readonly FormulaToken[], index: number): boolean => {
  const [open, argument, close] = tokens.slice(index + 1).filter(({ type }) => type !== "whitespace");
  return (
    open?.value === "(" &&
    argument !== undefined &&
    (isReference(argument) || argument.type === "range_named") &&
    close?.value === ")"
  );
};

/** Neighbouring texts as one: a shared formula is written out for each of its cells. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (typeof piece === "string" && typeof last === "string") found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
};
