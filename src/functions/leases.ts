// Contracted AI megawatts of a miner on a day: what it last reported, plus what it has signed since.
import type { Day } from "../common/days";
import type { MinerEvent } from "../data/rows";
import { memo, record } from "./session";

export interface Contracted {
  readonly mw: number;
  /** Row of the reported total that it begins with; undefined if only announcements are known. */
  readonly row: number | undefined;
  /** Megawatts announced after that report. */
  readonly announced: number;
}

const announcements = memo<readonly MinerEvent[]>();
/** The events of a miner that add to its contracted megawatts. */
const announcedBy = (ticker: string): readonly MinerEvent[] =>
  announcements(ticker, () => record().events.filter((event) => event.ticker === ticker && event.mwAdded));

/** Critical IT megawatts under signed contracts; undefined where none is known. */
export const contractedMw = (miner: number, day: Day, knownBy: Day = Infinity): Contracted | undefined => {
  const now = record();
  const row = now.asOf(miner, now.metricIndex("hpc_contracted_mw"), day, knownBy);
  const since = row >= 0 ? now.periodEnd(row) : -Infinity;
  const announced = announcedBy(now.miners[miner]?.ticker ?? "")
    .filter((event) => event.day > since && event.day <= Math.min(day, knownBy))
    .reduce((sum, event) => sum + (event.mwAdded ?? 0), 0);
  if (row < 0 && announced === 0) return undefined;
  return { mw: (row >= 0 ? now.value(row) : 0) + announced, row: row >= 0 ? row : undefined, announced };
};
