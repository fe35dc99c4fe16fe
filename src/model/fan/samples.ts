// What a fan keeps of its paths: for each asked column and month one value per path, and their percentiles.
import type { ColumnName } from "../scenario/columns";
import { percentiles } from "../numerics/percentile";

export class Samples {
  private readonly values: readonly (readonly Float64Array[])[];

  constructor(
    readonly columns: readonly ColumnName[],
    months: number,
    paths: number,
  ) {
    this.values = columns.map(() => Array.from({ length: months + 1 }, () => new Float64Array(paths)));
  }

  /** The values of one column in one month, by path. */
  of(column: number, month: number): Float64Array {
    return this.values[column]?.[month] ?? new Float64Array(0);
  }

  /** Rows by month, one number per share. Reorders the samples, so that they serve once. */
  percentilesOf(column: number, shares: readonly number[]): number[][] {
    return (this.values[column] ?? []).map((values) => percentiles(values, shares));
  }
}
