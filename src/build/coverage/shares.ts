// The record in a few numbers: from whom its counts of coins are, how new the newest is, and how old the sum.
import { isoOf, type Day } from "../../common/days";
import { dayOfVersion } from "../../common/version";
import { coinAgeOf, countsOfAll } from "../../data/coin-age";
import { HOLDINGS, type MinerRecord } from "../../data/record";
import type { Observation } from "../../data/rows";
import { CONFIDENCES, type Confidence } from "../../data/schema";

export interface Shares {
  readonly figures: number;
  readonly counts: number;
  /** Shares of all figures, and of the counts of coins, by step. */
  readonly ofFigures: Readonly<Record<Confidence, number>>;
  readonly ofCounts: Readonly<Record<Confidence, number>>;
  readonly newestCount: Day;
  readonly newestAgeDays: number;
  readonly weightedAgeDays: number;
}

export const sharesOf = (record: MinerRecord): Shares => {
  const figures = [...record.tables.reports, ...record.tables.facts];
  const counts = figures.filter(({ metric }) => metric === HOLDINGS);
  const today = dayOfVersion(record.version) ?? record.newestReport;
  return {
    figures: figures.length,
    counts: counts.length,
    ofFigures: byStep(figures),
    ofCounts: byStep(counts),
    newestCount: record.newestReport,
    newestAgeDays: today - record.newestReport,
    weightedAgeDays: coinAgeOf(countsOfAll(record, today), today)?.weightedDays ?? NaN,
  };
};

const byStep = (rows: readonly Observation[]): Record<Confidence, number> =>
  Object.fromEntries(
    CONFIDENCES.map((step) => [step, rows.filter(({ confidence }) => confidence === step).length / rows.length]),
  ) as Record<Confidence, number>;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const count = (value: number): string => value.toLocaleString("en-US");

/** In two sentences, for README and the command. */
export const sentencesOf = (record: MinerRecord): string => {
  const { figures, counts, ofCounts, newestCount, newestAgeDays, weightedAgeDays } = sharesOf(record);
  const fromCompany = ofCounts.filing + ofCounts.company;
  return (
    `The record of ${record.version} holds ${count(figures)} figures of ${count(record.miners.length)} companies. ` +
    `Of its ${count(counts)} counts of coins ${percent(fromCompany)} come from the company itself ` +
    `(${percent(ofCounts.filing)} from filings, ${percent(ofCounts.company)} from releases), the rest from press and ` +
    `lists that cite one; the newest is of ${isoOf(newestCount)}, ${newestAgeDays} days before, and the coins of ALL ` +
    `were counted ${Math.round(weightedAgeDays)} days before by weight.`
  );
};
