// Single cells joined to rectangles: every cell once, in its place.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocks } from "../../src/workbook/blocks";

const cells = fc.uniqueArray(
  fc.record({ row: fc.nat(8), column: fc.nat(8), item: fc.integer({ min: 0, max: 2 }) }),
  { selector: ({ row, column }) => `${row},${column}` },
); // prettier-ignore

const spread = (found: ReturnType<typeof blocks<number>>): string[] =>
  found.flatMap(({ row, column, items }) =>
    items.flatMap((line, r) => line.map((item, c) => `${row + r},${column + c}=${item}`)),
  );

describe("joining cells", () => {
  it("gives every cell once, in its place", () => {
    fc.assert(
      fc.property(cells, (placed) => {
        const wanted = placed.map(({ row, column, item }) => `${row},${column}=${item}`).sort();
        expect(spread(blocks(placed)).sort()).toEqual(wanted);
      }),
    );
  });

  it("gives rectangles of cells that fit together", () => {
    fc.assert(
      fc.property(cells, (placed) => {
        for (const { items } of blocks(placed, (a, b) => a === b)) {
          expect(new Set(items.map((line) => line.length)).size).toBe(1);
          expect(new Set(items.flat()).size).toBe(1);
        }
      }),
    );
  });

  it("writes a full table in one step", () => {
    const table = [0, 1, 2].flatMap((row) => [0, 1].map((column) => ({ row, column, item: row * 2 + column })));
    expect(blocks(table)).toEqual([{ row: 0, column: 0, items: [[0, 1], [2, 3], [4, 5]] }]); // prettier-ignore
  });
});
