// A worksheet function: what the catalogue says of it, and how its answer comes from its arguments.
import { attempt, CellError, isRich, unlessAllFailed, type Cell, type Table } from "./cells";
import { heightOf, readGrid, readSingle, type Input, type InputGrid } from "./inputs";
import type { AnyParameter, Parameter, ParameterInfo } from "./parameters";

export const GROUPS = ["record", "economics", "scenarios"] as const;
export type Group = (typeof GROUPS)[number];

export interface FunctionText {
  readonly id: string;
  readonly group: Group;
  /** One sentence: what it gives, in which unit, as of when. Shown by Excel while typing. */
  readonly summary: string;
  /** What it needs to be known, beyond the summary: definition, source, limits. For the help page. */
  readonly details: string;
  readonly result: string;
  readonly errors: readonly { readonly code: string; readonly when: string }[];
  /**
   * `shows`: the top left value as it was printed when this was written, which pane and help ask the record for anew;
   * empty where the answer is a table described by `says`.
   */
  readonly examples: readonly { readonly formula: string; readonly shows: string; readonly says: string }[];
}

export interface WorksheetFunction extends FunctionText {
  readonly parameters: readonly ParameterInfo[];
  /** Always a rectangle of at least one cell; errors are cells in it. Never throws. */
  readonly evaluate: (args: readonly unknown[]) => Table;
}

type Values<P extends readonly AnyParameter[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

const NOT_FINITE = new CellError("#NUM!", "The result is not a finite number: check the size of the arguments.");

/** Excel takes no answer without cells. */
const NOTHING = new CellError("#N/A", "Nothing to show for these arguments: ask for more miners or a longer time.");

const failure = (error: unknown): CellError =>
  error instanceof CellError
    ? error
    : new CellError("#VALUE!", `This should not happen: ${error instanceof Error ? error.message : "unknown error"}.`);

/** No NaN, Infinity, empty value or zero with a sign may reach a cell. */
const sound = (cell: Cell): Cell => {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell + 0 : NOT_FINITE;
  if (typeof cell === "object" && isRich(cell)) {
    if (Object.is(cell.value, -0)) return { ...cell, value: 0 };
    return Number.isFinite(cell.value) ? cell : NOT_FINITE;
  }
  return cell;
};

/** `height` is the range's own, of which `grid` has the rows down to the last filled one. */
const pick = (grid: InputGrid | undefined, height: number, row: number, column: number): Input | undefined => {
  if (!grid) return null;
  const line = grid[height === 1 ? 0 : row];
  if (!line) return row < height ? null : undefined;
  return line.length === 1 ? line[0] : line[column];
};

const gridOf = (parameter: AnyParameter, value: unknown): InputGrid | undefined =>
  readGrid(value, (cell) => (typeof cell === "object" ? cell === null : parameter.isLeftOut(cell as Input)));

const OUTSIDE = new CellError("#N/A", "The ranges have different sizes: this cell has no counterpart in one of them.");

/** Each cell of the ranges is one question; ranges are broadcast as Excel does. */
export const elementwise = <const P extends readonly AnyParameter[]>(
  text: FunctionText,
  parameters: P,
  compute: (...values: Values<P>) => Cell,
): WorksheetFunction => {
  const count = parameters.length;

  /** The answer to one question; `partOf` reads each argument's part in it. */
  const answer = (partOf: (place: number) => unknown): Cell => {
    try {
      const values: unknown[] = [];
      for (let place = 0; place < count; place++) values.push(partOf(place));
      return sound(compute(...(values as Values<P>)));
    } catch (error) {
      return failure(error);
    }
  };

  /** Most cells ask with single values: no ranges to lay beside each other. */
  const answerSingle = (args: readonly unknown[]): Table | undefined => {
    const cells: Input[] = [];
    for (let place = 0; place < count; place++) {
      const cell = readSingle(args[place]);
      if (cell === undefined) return undefined;
      cells.push(cell);
    }
    const read = (place: number): unknown => {
      const parameter = parameters[place];
      const cell = cells[place] ?? null;
      return parameter?.readGrid ? parameter.readGrid(cell === null ? undefined : [[cell]]) : parameter?.read(cell);
    };
    return [[answer(read)]];
  };

  const answerRanges = (args: readonly unknown[]): Table => {
    const grids = parameters.map((parameter, i) => gridOf(parameter, args[i]));
    let wholes: readonly unknown[];
    try {
      wholes = parameters.map((parameter, i) => parameter.readGrid?.(grids[i]));
    } catch (error) {
      return [[failure(error)]];
    }
    const asked = grids.filter((grid, i) => grid && !parameters[i]?.readGrid);
    const rows = Math.max(1, ...asked.map((grid) => grid?.length ?? 1));
    const columns = Math.max(1, ...asked.map((grid) => grid?.[0]?.length ?? 1));
    const read = (place: number, row: number, column: number): unknown => {
      const parameter = parameters[place];
      if (parameter?.readGrid) return wholes[place];
      const cell = pick(grids[place], heightOf(args[place]), row, column);
      if (cell === undefined) throw OUTSIDE;
      return parameter?.read(cell);
    };
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => answer((place) => read(place, row, column))),
    );
  };

  return { ...text, parameters, evaluate: (args) => answerSingle(args) ?? answerRanges(args) };
};

const readWhole = (parameter: AnyParameter, grid: InputGrid | undefined): unknown => {
  if (parameter.readGrid) return parameter.readGrid(grid);
  if (parameter.shape === "list") {
    const cells = (grid ?? []).flat().filter((cell) => !parameter.isLeftOut(cell));
    if (cells.length === 0) return parameter.optional ? parameter.ifEmpty : [parameter.read(null)];
    if (parameter.keepsErrors) return unlessAllFailed(cells.map((cell) => attempt(() => parameter.read(cell))));
    return cells.map((cell) => parameter.read(cell));
  }
  if (grid && (grid.length > 1 || (grid[0]?.length ?? 0) > 1)) {
    throw new CellError("#VALUE!", `${parameter.name} takes one cell here, not a range.`);
  }
  return parameter.read(grid?.[0]?.[0] ?? null);
};

const one = <T>(parameter: Parameter<T>): Parameter<T> => ({ ...parameter, shape: "one" });

/** One answer from all arguments together: a table that spills, or a single value of a whole range. */
export const spilling = <const P extends readonly AnyParameter[]>(
  text: FunctionText,
  parameters: P,
  compute: (...values: Values<P>) => Table,
): WorksheetFunction => ({
  ...text,
  parameters: parameters.map((parameter) => (parameter.shape === "each" ? one(parameter) : parameter)),
  evaluate: (args) => {
    try {
      const values = parameters.map((parameter, i) => readWhole(parameter, gridOf(parameter, args[i])));
      const table = compute(...(values as Values<P>)).map((row) => row.map(sound));
      return table[0]?.length ? table : [[NOTHING]];
    } catch (error) {
      return [[failure(error)]];
    }
  },
});

/** The parameter as a list: all cells of a range, blanks skipped; `ifEmpty` when nothing was given. */
export const listOf = <T>(parameter: Parameter<T>, ifEmpty?: readonly T[]): Parameter<readonly T[]> =>
  ({ ...parameter, shape: "list", ...(ifEmpty ? { optional: true, ifEmpty } : {}) }) as unknown as Parameter<
    readonly T[]
  >;

/** The same, but each cell is a question of its own: one that cannot be read is an error among the others. */
export const questionsOf = <T>(
  parameter: Parameter<T>,
  ifEmpty?: readonly T[],
): Parameter<readonly (T | CellError)[]> => ({ ...listOf<T | CellError>(parameter, ifEmpty), keepsErrors: true });
