// Names of described sheets in a workbook that knows each name once: where one is taken, formulas use the cell addresses instead.
import { tokenize } from "@borgar/fx";
import { absolute, splitAddress } from "../common/address";
import type { SheetDescription } from "./sheet";

/** The sheets with only those names that are free, on the first sheet that has them. */
export const withFreeNames = (
  sheets: readonly SheetDescription[],
  taken: readonly string[],
): readonly SheetDescription[] => {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const cellsOf = new Map<string, string>();
  const free = sheets.map((sheet) => ({
    ...sheet,
    names: (sheet.names ?? []).filter(({ name, range }) => {
      const isFree = !known.has(name.toLowerCase());
      known.add(name.toLowerCase());
      if (!isFree) cellsOf.set(`${sheet.name}!${name.toLowerCase()}`, absolute(range));
      return isFree;
    }),
  }));
  if (cellsOf.size === 0) return free;

  const inFormula = (formula: string, home: string): string => {
    let sheet = home;
    return tokenize(formula, { mergeRefs: false })
      .map(({ type, value }) => {
        if (type === "context" || type === "context_quote") sheet = splitAddress(`${value}!`).sheet ?? home;
        else if (value !== "!") {
          const cells = type === "range_named" ? cellsOf.get(`${sheet}!${value.toLowerCase()}`) : undefined;
          sheet = home;
          return cells ?? value;
        }
        return value;
      })
      .join("");
  };
  return free.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      "formula" in cell ? { ...cell, formula: inFormula(cell.formula, sheet.name) } : cell,
    ),
  }));
};
