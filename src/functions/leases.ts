// AI megawatts of a miner on a day: one rule for everybody who shows or reckons with them.
import type { Day } from "../common/days";
import { builtLevel } from "./built-levels";
import { record } from "./session";

/** Critical IT megawatts under signed contracts, as reported and signed since; undefined where none is known. */
export const contractedMw = (miner: number, day: Day, knownBy: Day = Infinity): number | undefined =>
  builtLevel("hpc_contracted_mw", miner, day, knownBy)?.value;

/** Megawatts that run for AI: those the tenant pays for, else those energized; undefined where neither was told. */
export const liveMw = (miner: number, day: Day, knownBy: Day): number | undefined => {
  for (const metric of ["hpc_billing_mw", "hpc_energized_mw"]) {
    const row = record().asOf(miner, record().metricIndex(metric), day, knownBy);
    if (row >= 0) return record().value(row);
  }
  return undefined;
};
