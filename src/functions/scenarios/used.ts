// The assumptions that a scenario really runs on, each with where its value comes from: for whoever explains a cell.
import { ASSUMPTIONS } from "../../model/assumptions";
import { CellError, type Cell } from "../cells";
import { readGrid } from "../inputs";
import { valueOf } from "./assumptions";
import { runOf } from "./run";
import { readRows } from "./table";

export interface UsedAssumption {
  readonly name: string;
  readonly value: Cell;
  readonly unit: string;
  readonly meaning: string;
  /** set: in the argument. preset: by the preset. standard: what it is when nobody sets it; `source` says from where. */
  readonly from: "set" | "preset" | "standard";
  readonly source?: string;
}

/** For an argument `assumptions` as a cell would give it; empty where it cannot be read. */
export const assumptionsUsed = (argument: unknown): readonly UsedAssumption[] => {
  try {
    const run = runOf(readRows(readGrid(argument)));
    const set = new Map(run.rows.map(({ name, value }) => [name, value ?? ""]));
    const byPreset = run.preset.rows(run.inputs.startDay);
    const common = ASSUMPTIONS.filter(({ kind }) => kind !== "figure").map((one): UsedAssumption => {
      const { name, unit, meaning, source } = one;
      const from = set.has(name) ? "set" : name in byPreset ? "preset" : "standard";
      const shown = valueOf(one, run);
      // Rows for all miners are spread over them: what was set is in the row itself.
      const value = one.kind === "each" ? (set.get(name) ?? shown) : shown;
      return { name, value, unit, meaning, from, ...(source === undefined ? {} : { source }) };
    });
    const ofOneMiner = [...set].flatMap(([name, value]): UsedAssumption[] => {
      const [ticker = "", figure] = name.split(".");
      const one = figure === undefined ? undefined : ASSUMPTIONS.find((each) => each.name === figure);
      return one ? [{ name, value, unit: one.unit, meaning: `${one.meaning} For ${ticker} only.`, from: "set" }] : [];
    });
    return [...common, ...ofOneMiner];
  } catch (error) {
    if (error instanceof CellError) return [];
    throw error;
  }
};
