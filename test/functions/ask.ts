// Asks a worksheet function as a cell would, and gives back what the cell would show.
import { bare, CellError, functionCalled } from "../../src/functions";

export type Shown = number | string | boolean;

const shown = (cell: ReturnType<typeof bare>): Shown => (cell instanceof CellError ? cell.code : cell);

/** The whole answer as plain values; errors as their code. */
export const table = (id: string, ...args: unknown[]): Shown[][] => {
  const entry = functionCalled(id);
  if (!entry) throw new Error(`${id} is not in the catalogue`);
  return entry.evaluate(args).map((row) => row.map((cell) => shown(bare(cell))));
};

/** The top left value. */
export const ask = (id: string, ...args: unknown[]): Shown => table(id, ...args)[0]?.[0] ?? "nothing";

/** The sentence of the error in the top left cell. */
export const sentence = (id: string, ...args: unknown[]): string => {
  const cell = functionCalled(id)?.evaluate(args)[0]?.[0];
  if (cell instanceof CellError) return `${cell.code} ${cell.message}`;
  throw new Error(`${id} gave no error but ${JSON.stringify(cell)}`);
};
