// Of each miner and quarter: what was told of its coins, and by whom at the least.
import { monthEnd, type Day } from "../../common/days";
import { overPeriod } from "../../data/flows";
import { HOLDINGS, type MinerRecord } from "../../data/record";
import { CONFIDENCES, type Confidence } from "../../data/schema";

/** What the coins of a quarter are made of, as the table heads it. */
export const MEASURES = [
  ["holdings", HOLDINGS],
  ["mined", "produced_btc"],
  ["sold", "sold_btc"],
  ["bought", "purchased_btc"],
  ["encumbered", "encumbered_btc"],
] as const;

const FIRST_YEAR = 2023;

export interface Quarter {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

/** From the quarter that ended last by the day back to 2023: the newest is what a reader looks for. */
export const quartersTo = (day: Day): readonly Quarter[] => {
  const quarters: Quarter[] = [];
  for (let number = 0; ; number++) {
    const [year, quarter] = [FIRST_YEAR + Math.floor(number / 4), (number % 4) + 1];
    const end = monthEnd(year, quarter * 3);
    if (end > day) return quarters.reverse();
    quarters.push({ name: `${year}Q${quarter}`, start: monthEnd(year, quarter * 3 - 3) + 1, end });
  }
};

/** The step of the weakest figure that it rests on; undefined where nothing was told. */
export type Told = Confidence | undefined;

export interface MinerCoverage {
  readonly ticker: string;
  /** For each of MEASURES one entry a quarter. */
  readonly told: readonly (readonly Told[])[];
}

/** Miners of which any quarter has anything, in the order of the record. */
export const coverageByQuarter = (record: MinerRecord, quarters: readonly Quarter[]): readonly MinerCoverage[] =>
  record.miners.flatMap(({ ticker }, miner) => {
    const told = MEASURES.map(([, id]) => {
      const metric = record.metricIndex(id);
      return quarters.map(({ start, end }): Told => {
        const figure = overPeriod(record, miner, metric, start, end);
        return figure && weakest(record, [...figure.parts, ...figure.less]);
      });
    });
    return told.flat().some((each) => each !== undefined) ? [{ ticker, told }] : [];
  });

const weakest = (record: MinerRecord, rows: readonly number[]): Told => {
  const steps = rows.map((row) => CONFIDENCES.indexOf(record.observation(row).confidence));
  return CONFIDENCES[Math.max(...steps)];
};
