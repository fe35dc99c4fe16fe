// What really happened on a day, as the record knows it now, for whoever holds a scenario against it.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { monthEnd, partsOf, type Day } from "../../common/days";
import { hashprice } from "../../model/economics/economics";
import { HOLDINGS } from "../../data/record";
import { record } from "../session";
import type { Run } from "./run";

/** The newest figure of the day's month; difficulty holds until the next retarget. */
export const inMonth = (series: string, day: Day): number | undefined => {
  const found = record().market(series, day);
  return found && found.day > monthEnd(partsOf(day).year, partsOf(day).month - 1) ? found.value : undefined;
};

export const exactly = (series: string, day: Day): number | undefined => {
  const found = record().market(series, day);
  return found?.day === day ? found.value : undefined;
};

/** With the subsidy of the day and the fees that the scenario assumes. */
export const hashpriceOn = (run: Run, day: Day, priceUsd?: number, difficulty?: number): number | undefined => {
  const subsidy = record().market("subsidy", day)?.value;
  if (priceUsd === undefined || difficulty === undefined || subsidy === undefined) return undefined;
  return hashprice(difficulty, subsidy + run.inputs.feesBtcPerDay / BLOCKS_PER_DAY, priceUsd);
};

/** The row of a miner's newest count at or before a day, as known by another; -1 when there is none. */
export const countOf = (ticker: string, day: Day, knownBy?: Day): number =>
  record().asOf(record().minerIndex(ticker), record().metricIndex(HOLDINGS), day, knownBy);

/** Miners of the scenario that had a count at its start: only what they held can be held against what it said. */
export const countedAtStart = ({ inputs: { miners, startDay } }: Run): readonly string[] =>
  miners.flatMap(({ ticker = "" }) => (countOf(ticker, startDay, startDay) < 0 ? [] : [ticker]));
