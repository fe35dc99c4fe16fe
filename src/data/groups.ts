// Groups of miners that a formula may name, and the rule that no coin is counted twice.
import type { Day } from "../common/days";
import type { Miner } from "./rows";
import { HOLDINGS, type MinerRecord } from "./record";

export const GROUPS = ["ALL", "PIVOT", "HOLDERS"] as const;
export type Group = (typeof GROUPS)[number];

/** Had a signed AI/HPC lease or GPU contract by the day, as known by `knownBy`. Letters and plans do not count. */
export const hasPivoted = (record: MinerRecord, ticker: string, day: Day, knownBy = Infinity): boolean =>
  record.events.some(
    (event) =>
      event.ticker === ticker &&
      (event.kind === "hpc_lease" || event.kind === "gpu_contract") &&
      event.commitment === "signed" &&
      event.day <= Math.min(day, knownBy),
  );

/** Whether it was a listed miner on the day, as known by `knownBy`: an end counts only once it was told. */
export const isThere = ({ firstDay, lastDay, endKnown }: Miner, day: Day, knownBy = Infinity): boolean => {
  if (firstDay !== undefined && day < firstDay) return false;
  return lastDay === undefined || day <= lastDay || (endKnown ?? -Infinity) > knownBy;
};

/** Numbers of the miners in a group on a day. A parent and its subsidiary may both be in it. */
export const membersOf = (record: MinerRecord, group: Group, day: Day, knownBy = Infinity): number[] => {
  const holdings = record.metricIndex(HOLDINGS);
  const isMember = (ticker: string, miner: number): boolean => {
    if (group === "ALL") return true;
    if (group === "PIVOT") return hasPivoted(record, ticker, day, knownBy);
    const row = record.asOf(miner, holdings, day, knownBy);
    return row >= 0 && record.value(row) > 0;
  };
  return record.miners.flatMap((about, miner) =>
    about.inAll && isThere(about, day, knownBy) && isMember(about.ticker, miner) ? [miner] : [],
  );
};

/** The miners without those whose coins are already inside the consolidated count of a parent in the same list. */
export const withoutSubsidiaries = (
  record: MinerRecord,
  miners: readonly number[],
  day: Day,
  knownBy = Infinity,
): number[] => {
  const holdings = record.metricIndex(HOLDINGS);
  return miners.filter((miner) => {
    const parent = record.minerIndex(record.miners[miner]?.parent ?? "");
    if (!miners.includes(parent)) return true;
    const row = record.asOf(parent, holdings, day, knownBy);
    return row < 0 || record.observation(row).scope !== "consolidated";
  });
};
