// A scenario's result: one row of nineteen columns per month, flat, with the way to read it.
import { addMonths } from "../../common/days";
import { AT, COLUMN_COUNT, type ColumnName } from "./columns";

export interface ScenarioPath {
  readonly months: number;
  /** Days of the rows: the start and each month's anniversary. */
  readonly days: readonly number[];
  /** Rows one after another, columns in the order of COLUMNS. */
  readonly table: Float64Array;
  /** Each miner's coins by row, by ticker. */
  readonly coins: ReadonlyMap<string, readonly number[]>;
  /** Sentences that belong beside the numbers. */
  readonly notes: readonly string[];
}

/** One number of a scenario; month 0 is the start. Undefined where there is no such row. */
export const valueAt = (path: ScenarioPath, column: ColumnName, month: number): number | undefined =>
  path.table[month * COLUMN_COUNT + AT[column]];

/** The start and each month's anniversary, counted always from the start. */
export const rowDays = (startDay: number, months: number): number[] =>
  Array.from({ length: months + 1 }, (_, month) => addMonths(startDay, month));
