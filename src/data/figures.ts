// Figures by their number, as arranging asks for them: where each belongs at once, the whole row only when it is needed.
import type { Day } from "../common/days";
import type { Observation } from "./rows";

/** Numbers of the miners and metrics in their tables, by ticker and id. */
export interface Places {
  readonly miners: ReadonlyMap<string, number>;
  readonly metrics: ReadonlyMap<string, number>;
}

export interface Figures {
  readonly length: number;
  /** The run of each row. A miner x metric has two: what was reported, then guidance. */
  readonly runs: (places: Places) => Int32Array;
  readonly periodEnd: (row: number) => Day;
  readonly at: (row: number) => Observation;
}

export const runOf = (miner: number, metric: number, metrics: number): number => (miner * metrics + metric) * 2;

/** Rows that are there already. */
export const figuresOf = (rows: readonly Observation[]): Figures => {
  const at = (row: number): Observation => {
    const found = rows[row];
    if (!found) throw new RangeError(`There is no figure ${row}.`);
    return found;
  };
  return { length: rows.length, runs: (places) => runsOf(rows, places), periodEnd: (row) => at(row).periodEnd, at };
};

const runsOf = (rows: readonly Observation[], places: Places): Int32Array => {
  const runs = new Int32Array(rows.length);
  // Figures of one miner and metric come together: their place is looked up once.
  let [ticker, metric, reported]: [string?, string?, number?] = [];
  rows.forEach((row, at) => {
    if (row.ticker !== ticker || row.metric !== metric) reported = reportedRun(row, places);
    ({ ticker, metric } = row);
    runs[at] = (reported ?? 0) + (row.period === "guidance" ? 1 : 0);
  });
  return runs;
};

const reportedRun = (row: Observation, { miners, metrics }: Places): number => {
  const miner = miners.get(row.ticker);
  const metric = metrics.get(row.metric);
  if (miner === undefined || metric === undefined) {
    throw new Error(`The record knows no ${miner === undefined ? `miner ${row.ticker}` : `metric ${row.metric}`}.`);
  }
  return runOf(miner, metric, metrics.size);
};
