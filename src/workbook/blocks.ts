// Joins single cells to rectangles, so that a sheet of thousands of cells is written in a few steps.

export interface Placed<T> {
  readonly row: number;
  readonly column: number;
  readonly item: T;
}

export interface Block<T> {
  readonly row: number;
  readonly column: number;
  /** Rows of equal length. */
  readonly items: readonly (readonly T[])[];
}

interface Run<T> {
  readonly row: number;
  readonly column: number;
  readonly items: T[];
}

const runs = <T>(cells: readonly Placed<T>[], fits: (a: T, b: T) => boolean): readonly Run<T>[] => {
  const found: Run<T>[] = [];
  for (const { row, column, item } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = found.at(-1);
    const before = last?.items.at(-1);
    const follows = last?.row === row && last.column + last.items.length === column;
    if (last && follows && before !== undefined && fits(before, item)) last.items.push(item);
    else found.push({ row, column, items: [item] });
  }
  return found;
};

/** Cells that lie side by side or below each other, and whose items fit together. */
export const blocks = <T>(
  cells: readonly Placed<T>[],
  fits: (a: T, b: T) => boolean = () => true,
): readonly Block<T>[] => {
  const found: { row: number; column: number; items: T[][] }[] = [];
  const open = new Map<string, { row: number; column: number; items: T[][] }>();
  for (const { row, column, items } of runs(cells, fits)) {
    const place = `${column},${items.length}`;
    const above = open.get(place);
    const [first] = items;
    const top = above?.items[0]?.[0];
    const follows = above && above.row + above.items.length === row;
    if (follows && first !== undefined && top !== undefined && fits(top, first)) {
      above.items.push(items);
      continue;
    }
    const block = { row, column, items: [items] };
    found.push(block);
    open.set(place, block);
  }
  return found;
};
