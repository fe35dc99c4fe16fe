// The assumptions that a scenario really runs on, each with where its value comes from: for whoever explains a cell.
import type { Assumption } from "../../model/scenario/assumption";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { isMinerAssumption } from "../../model/scenario/check";
import { CellError, type Cell } from "../cells";
import { readGrid } from "../inputs";
import { valueOf } from "./assumptions";
import { runOf } from "./run";
import { readRows } from "./table";

export interface UsedAssumption {
  readonly name: string;
  readonly value: Cell;
  readonly about: Assumption;
  /** set: in the argument. preset: by the preset. standard: what it is when nobody sets it. */
  readonly from: "set" | "preset" | "standard";
}

/** For an argument `assumptions` as a cell would give it; empty where it cannot be read. */
export const assumptionsUsed = (argument: unknown): readonly UsedAssumption[] => {
  try {
    const run = runOf(readRows(readGrid(argument)));
    const set = new Map(run.rows.map(({ name, value }) => [name, value ?? ""]));
    const byPreset = run.preset.rows(run.inputs.startDay);
    return ASSUMPTIONS.flatMap((about): UsedAssumption[] => {
      const { name, kind } = about;
      const from = set.has(name) ? "set" : name in byPreset ? "preset" : "standard";
      const shown = valueOf(about, run);
      // Rows for all miners are spread over them: what was set is in the row itself.
      const value = kind === "each" ? (set.get(name) ?? shown) : shown;
      // "hashrate" alone is the network's, "MARA.hashrate" that of another assumption with the same name.
      const ofOneMiner = isMinerAssumption(about) ? [...set].filter(([key]) => key.endsWith(`.${name}`)) : [];
      return [
        ...(kind === "figure" ? [] : [{ name, value, about, from } as const]),
        ...ofOneMiner.map(([key, own]) => ({ name: key, value: own, about, from: "set" }) as const),
      ];
    });
  } catch (error) {
    if (error instanceof CellError) return [];
    throw error;
  }
};
