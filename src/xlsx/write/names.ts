// The names of described sheets as a file has them: known on their own sheet only, so that templates never collide.
import { absolute, quoted } from "../../common/address";
import type { SheetDescription } from "../../sheets/sheet";
import type { ChartName } from "./chart-ranges";

interface DefinedName {
  readonly name: string;
  readonly ranges: string[];
  readonly localSheetId: number;
  readonly formulaExpression?: string;
}

/** Two charts may share a range, and so its name. */
const once = <T extends { readonly name: string; readonly sheet: string }>(names: readonly T[]): T[] => [
  ...new Map(names.map((one) => [`${one.sheet}!${one.name}`, one])).values(),
];

/** The names that charts need, each known on its own sheet of `sheets`. */
export const chartNamesOf = (names: readonly ChartName[], sheets: readonly string[]): DefinedName[] =>
  once(names).map(({ name, sheet, expression }) => ({
    name,
    ranges: [expression],
    formulaExpression: expression,
    localSheetId: sheets.indexOf(sheet),
  }));

export const definedNames = (
  sheets: readonly SheetDescription[],
  chartNames: readonly ChartName[] = [],
): DefinedName[] => [
  ...sheets.flatMap((sheet, index) =>
    (sheet.names ?? []).map(({ name, range }) => {
      const expression = `${quoted(sheet.name)}!${absolute(range)}`;
      return { name, ranges: [expression], formulaExpression: expression, localSheetId: index };
    }),
  ),
  ...chartNamesOf(
    chartNames,
    sheets.map(({ name }) => name),
  ),
];
