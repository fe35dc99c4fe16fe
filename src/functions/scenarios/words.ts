// The words of a table of assumptions, for those who lay one out: names in their order, and what a cell may be set to.
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { PRESETS } from "../../model/scenario/presets";

/** As ASSUMPTIONS lists them. */
export const ASSUMPTION_NAMES: readonly string[] = ASSUMPTIONS.filter((one) => one.kind !== "figure").map(
  (one) => one.name,
);

/** The words that an assumption accepts; none where it is a number or a free text. */
export const wordsOf = (name: string): readonly string[] => {
  if (name === "preset") return PRESETS.map((preset) => preset.name);
  const one = ASSUMPTIONS.find((assumption) => assumption.name === name);
  return one?.kind === "word" ? one.words : one?.kind === "switch" ? ["TRUE", "FALSE"] : [];
};
