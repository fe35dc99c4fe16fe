// Templates and opening sheets with the empty cells of every Excel: what an input that was emptied means does not hang
// on how its cell arrives.
import { parse, tokenize, type AstExpression } from "@borgar/fx";
import { afterEach, describe, expect, it, vi } from "vitest";
import { calculated } from "../../src/build/templates/calculate";
import { catalogue, functionCalled } from "../../src/functions";
import { OPENING } from "../../src/sheets/opening";
import type { SheetDescription } from "../../src/sheets/sheet";
import { templates } from "../../src/sheets/templates";
import { arriving, EMPTY_AS, type EmptyAs } from "../functions/empty-cells";

/** Every function is handed its empty cells so; a skipped argument or a single cell stays null where 0 would count. */
const arrive = (emptyAs: EmptyAs): void => {
  for (const entry of catalogue) {
    const evaluate = entry.evaluate;
    const arrived = (arg: unknown, place: number): unknown => {
      if (Array.isArray(arg)) return arriving(arg as unknown[][], emptyAs);
      const mayBeZero = ["number", "flag"].includes(entry.parameters[place]?.kind ?? "");
      return arg === null && !mayBeZero ? emptyAs : arg;
    };
    vi.spyOn(entry, "evaluate").mockImplementation((args) => evaluate(args.map(arrived)));
  }
};
afterEach(() => {
  vi.restoreAllMocks();
});

/** The template with its optional inputs emptied, as a user does. */
const emptied = (sheets: readonly SheetDescription[], addresses: readonly string[]): readonly SheetDescription[] =>
  sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.filter(({ address }) => !addresses.includes(`${sheet.name}!${address}`)),
  }));

const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  comps: ["Comps!C4"],
  overhang: ["Overhang!C5", "Overhang!C6", "Overhang!C7", "Overhang by month!E6"],
  scenario: ["Scenario fan!C4", "Scenario fan!C5", "Scenario fan!C6"],
  sensitivity: ["Sensitivity!E12", "Sensitivity!F13"],
  thesis: ["Thesis scenario!C8"],
  valuation: ["Valuation!B21"],
  skill: ["How good was it!G7", "How good was it!D8"],
};

const values = (sheets: readonly SheetDescription[], emptyAs: EmptyAs): string => {
  arrive(emptyAs);
  const found = [...calculated(sheets)].map(([sheet, cells]) => [sheet, ...cells]);
  vi.restoreAllMocks();
  return JSON.stringify(found);
};

describe.each(templates)("the template $id", ({ id, sheets }) => {
  it("shows the same, as it comes, however an empty cell arrives", () => {
    const expected = values(sheets, null);
    expect(expected.includes(`"value":{"error"`)).toBe(false);
    for (const emptyAs of EMPTY_AS) expect(values(sheets, emptyAs) === expected, JSON.stringify(emptyAs)).toBe(true);
  });

  it("shows the same when inputs are emptied that may be", () => {
    const cut = emptied(sheets, OPTIONAL[id] ?? []);
    expect(cut).not.toEqual(sheets);
    const expected = values(cut, null);
    expect(expected.includes(`"value":{"error"`)).toBe(false);
    for (const emptyAs of EMPTY_AS) expect(values(cut, emptyAs) === expected, JSON.stringify(emptyAs)).toBe(true);
  });
});

/** References that a formula hands straight to an argument in which 0 has a meaning. */
const unguarded = (formula: string): string[] => {
  const found: string[] = [];
  const walk = (node: AstExpression | null): void => {
    if (!node) return;
    if (node.type === "CallExpression") {
      const of = functionCalled(node.callee.name);
      node.arguments.forEach((argument: AstExpression | null, place) => {
        const kind = of?.parameters[place]?.kind ?? "";
        if (
          argument?.type === "ReferenceIdentifier" &&
          ["number", "assumptions", "values", "scenarios"].includes(kind)
        ) {
          found.push(`${node.callee.name} ${of?.parameters[place]?.name ?? ""}: ${argument.value}`);
        }
        walk(argument);
      });
    } else if ("arguments" in node) for (const argument of node.arguments) walk(argument);
  };
  walk(parse(tokenize(formula, { withLocation: true })));
  return found;
};

it("guards every cell that may be empty where 0 would count", () => {
  const sheets = [...templates.flatMap((template) => template.sheets), ...OPENING];
  const formulas = sheets.flatMap(({ cells }) => cells.flatMap((cell) => ("formula" in cell ? [cell.formula] : [])));
  expect(formulas.flatMap(unguarded)).toEqual([]);
  expect(unguarded("=OVERHANG(Miners,Method,ShareSold)")).toEqual(["OVERHANG share: ShareSold"]);
});
