// How far two columns of a scenario are apart, relative to what the column measures.
import { COLUMNS, type ColumnName } from "../../src/model/scenario/columns";

/** The least size that a difference is held against, where a column may be nearly 0: shares, BTC, USD, MW. */
const LEAST: Partial<Record<ColumnName, number>> = {
  impact: 1e-3,
  worst_impact: 1e-3,
  idle_share: 1,
  underwater_share: 1,
  holdings: 1e-3,
  produced: 1e-3,
  production_sold: 1e-3,
  treasury_sold: 1e-3,
  raised: 1,
  unfunded: 1e6,
  ai_mw: 1,
};

export const relativeDifference = (column: ColumnName, got: readonly number[], expected: readonly number[]): number => {
  const size = Math.max(LEAST[column] ?? 0, ...expected.map(Math.abs)) || 1;
  return Math.max(...got.map((value, month) => Math.abs(value - (expected[month] ?? NaN)) / size));
};

export interface Difference {
  readonly column: string;
  readonly apart: number;
}

/** The column that is furthest apart; not-a-number counts as furthest of all. */
export const worstDifference = (
  got: (column: ColumnName) => readonly number[],
  expected: (column: ColumnName) => readonly number[],
  columns: readonly ColumnName[] = COLUMNS.map(({ name }) => name),
): Difference =>
  columns
    .map((column) => ({ column, apart: relativeDifference(column, got(column), expected(column)) }))
    .reduce((worst, one) => (one.apart <= worst.apart ? worst : one), { column: "none", apart: 0 });
