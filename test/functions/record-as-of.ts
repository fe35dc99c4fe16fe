// The record as it stood on a day: everything published later taken out, so that nothing can leak from it.
import { publishedDay, spanOf } from "../../src/data/published";
import { MinerRecord } from "../../src/data/record";
import type { Miner, Observation } from "../../src/data/rows";
import type { Day } from "../../src/common/days";
import { bundledRecord } from "../../src/functions";
import { withRecord as underRecord } from "../../src/functions/session";

export const recordAt = (day: Day, whole: MinerRecord = bundledRecord()): MinerRecord => {
  const known = (row: Observation): boolean => publishedDay(spanOf(row.published), row.period, row.periodEnd) <= day;
  const { tables } = whole;
  return new MinerRecord({
    ...tables,
    miners: tables.miners.map((miner) =>
      miner.endKnown !== undefined && miner.endKnown > day ? withoutEnd(miner) : miner,
    ),
    reports: tables.reports.filter(known),
    facts: tables.facts.filter(known),
    events: tables.events.filter((event) => event.day <= day),
    market: tables.market.filter((point) => point.day <= day),
  });
};

const withoutEnd = (miner: Miner): Miner => {
  const open = { ...miner };
  delete open.lastDay;
  delete open.end;
  delete open.endKnown;
  return open;
};

/** Runs with another record behind the cells. */
export const withRecord = <T>(other: MinerRecord, run: () => T): T => underRecord(other, "test", run);
