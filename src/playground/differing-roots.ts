// Which of the cells that differ from the file do so by themselves: the others may only refer to them.
import { tokenize } from "@borgar/fx";
import { splitAddress } from "../common/address";
import { rangeOf } from "../xlsx/read/references";
import type { Differing } from "./differing";
import type { Grid } from "./grid";

interface Reach {
  readonly sheet: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

const reachesOf = (formula: string, home: string, nameOf: (name: string) => string | undefined): Reach[] =>
  tokenize(formula).flatMap(({ type, value }): Reach[] => {
    if (type === "range_named") {
      const refersTo = nameOf(value.toLowerCase());
      return refersTo === undefined ? [] : reachesOf(`=${refersTo.replace(/^=/, "")}`, home, () => undefined);
    }
    if (type !== "range" && type !== "range_beam") return [];
    const { sheet = home, cells } = splitAddress(value);
    const range = rangeOf(cells);
    if (!range) return [];
    const { top, left, bottom, right } = range;
    return [
      {
        sheet,
        rows: [top ?? 0, bottom ?? top ?? Infinity],
        columns: [left ?? 0, right ?? left ?? Infinity],
      },
    ];
  });

const lies = (at: number, [first, last]: readonly [number, number]): boolean => first <= at && at <= last;

const refersTo = (reaches: readonly Reach[], { of }: Differing): boolean => {
  const { first, last } = of.fills ?? { first: of, last: of };
  return reaches.some(
    ({ sheet, rows, columns }) =>
      sheet.toLowerCase() === of.sheet.toLowerCase() &&
      (lies(first.row, rows) || lies(rows[0], [first.row, last.row])) &&
      (lies(first.column, columns) || lies(columns[0], [first.column, last.column])),
  );
};

/** Those that refer to none of the others; where all go in circles, those that others refer to. */
export const rootsOf = (grid: Grid, differing: readonly Differing[]): readonly Differing[] => {
  const names = new Map(
    grid.workbook.getDefinedNames().map((name) => [name.getName().toLowerCase(), name.getFormulaOrRefString()]),
  );
  const others = new Map(
    differing.map((one) => {
      const reaches = reachesOf(one.of.formula, one.of.sheet, (name) => names.get(name));
      return [one, differing.filter((other) => other !== one && refersTo(reaches, other))];
    }),
  );
  const roots = differing.filter((one) => others.get(one)?.length === 0);
  if (roots.length > 0) return roots;
  let circles = differing;
  for (let before = Infinity; circles.length < before;) {
    before = circles.length;
    const inner = new Set(circles.flatMap((one) => others.get(one) ?? []));
    circles = circles.filter((one) => inner.has(one));
  }
  return circles;
};
