// Small codings that make columns of a table short before they are gzipped, and back.

export type Cell = string | number | boolean | null | readonly string[];
export type Columns = Readonly<Record<string, readonly Cell[]>>;

/** A table as one list per column: names of columns are written once, like values lie together. */
export const toColumns = <Row extends object>(rows: readonly Row[], keys: readonly (keyof Row & string)[]): Columns =>
  Object.fromEntries(keys.map((key) => [key, rows.map((row) => (row[key] as Cell | undefined) ?? null)]));

/** The rows again; a null was a property that the row did not have. */
export const fromColumns = <Row extends object>(columns: Columns): Row[] => {
  const entries = Object.entries(columns);
  const length = entries[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, index) => {
    const row: Record<string, Cell> = {};
    for (const [key, column] of entries) {
      const cell = column[index] ?? null;
      if (cell !== null) row[key] = cell;
    }
    return row as Row;
  });
};

/** Each number as its step from the one before. */
export const toSteps = (numbers: readonly number[]): number[] => numbers.map((n, i) => n - (numbers[i - 1] ?? 0));

export const fromSteps = (steps: readonly number[]): number[] => {
  let sum = 0;
  const numbers: number[] = [];
  // Called for tens of thousands of steps while Excel starts, before anything is compiled: a plain loop is far quicker.
  for (const step of steps) numbers.push((sum += step));
  // Whatever else than a number stood among the steps has made a text or NaN of all that follow.
  if (!Number.isFinite(sum)) throw new Error("A column of numbers in the packed record holds something else.");
  return numbers;
};

/** Texts by number, in the order in which they are first met. */
export class TextNumbers {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** What is made when it is first asked for, and then kept. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
