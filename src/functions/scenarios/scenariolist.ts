// SCENARIOLIST: the presets and what each means.
import { PRESETS } from "../../model/scenario/presets";
import { spilling } from "../define";
import { headers } from "../record/common";

export const SCENARIOLIST = spilling(
  {
    id: "SCENARIOLIST",
    group: "scenarios",
    summary: "The presets that come with the add-in: what each assumes and what it asks.",
    details: "Use a name with SCENARIO, or spill its table with ASSUMPTIONS and edit a copy.",
    result: "One row a preset: name, what happens, what it asks.",
    errors: [{ code: "#VALUE!", when: "headers is not TRUE or FALSE" }],
    examples: [
      { formula: "=SCENARIOLIST()", shows: "Preset", says: "All presets." },
      { formula: "=SCENARIOLIST(FALSE)", shows: "hold", says: "Without the first row." },
    ],
  },
  [headers],
  (withHeaders) => {
    const rows = PRESETS.map(({ name, sentences }) => [name, ...sentences]);
    return withHeaders ? [["Preset", "What happens", "What it asks"], ...rows] : rows;
  },
);
