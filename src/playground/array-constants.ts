// Univer splits an array constant at every comma and semicolon, those inside quotes included: {"miners","CORZ,WULF"} came
// to three cells, and a scenario of CORZ alone. Here texts are whole. (univer 0.25.1, ArrayValueObject._formatValue;
// https://github.com/dream-num/univer/blob/v0.25.1/packages/engine-formula/src/engine/value-object/array-value-object.ts)
import type { Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  Lexer,
  StringValueObject,
  ValueObjectFactory,
  type BaseValueObject,
} from "@univerjs/preset-sheets-core";

/** For a doubled quote, which the reader of formulas would make a single one before the text is looked at; of its length. */
const DOUBLED = "\uFDD0\uFDD0";
const TEXT_OR_BRACE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[{}]/g;
const PART = /"[^"]*"|[,;]|[^",;]+/g;

const markDoubledQuotes = (formula: string): string => {
  if (!formula.includes("{") || !formula.includes('""')) return formula;
  let isInside = false;
  return formula.replace(TEXT_OR_BRACE, (part) => {
    if (part === "{" || part === "}") isInside = part === "{";
    return isInside && part.length > 2 && part.startsWith('"')
      ? `"${part.slice(1, -1).replaceAll('""', DOUBLED)}"`
      : part;
  });
};

const elementOf = (part: string): BaseValueObject =>
  part.startsWith('"') && part.endsWith('"') && part.length > 1
    ? StringValueObject.create(part.slice(1, -1).replaceAll(DOUBLED, '"'))
    : ValueObjectFactory.create(part);

const arrayOf = (constant: string): ArrayValueObject => {
  const rows: string[][] = [[""]];
  for (const [part] of constant.slice(1, -1).matchAll(PART)) {
    const row = rows.at(-1) ?? [];
    if (part === ";") rows.push([""]);
    else if (part === ",") row.push("");
    else row.push(`${row.pop() ?? ""}${part}`);
  }
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map((part) => elementOf(part.trim()))),
    rowCount: rows.length,
    columnCount: Math.max(...rows.map((row) => row.length)),
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
};

export const keepTextsWhole = (injector: Injector): void => {
  const lexer = injector.get(Lexer);
  const read = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => read(markDoubledQuotes(formula), transformSuffix);
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  ValueObjectFactory.create = (value, isIgnoreNumberPattern) => {
    const constant = typeof value === "string" ? value.trim() : "";
    return constant.startsWith("{") && constant.endsWith("}")
      ? arrayOf(constant)
      : create(value, isIgnoreNumberPattern);
  };
};
