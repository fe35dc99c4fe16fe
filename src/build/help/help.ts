// The help as the build writes it: an index, one page a function from the catalogue, and the hand-written guides.
import { catalogue } from "../../functions/catalogue";
import { bundledRecord } from "../../functions/session";
import { fileOf, functionBody } from "./function-page";
import { GUIDES, readGuides } from "./guides";
import { indexBody } from "./index-page";
import { helpPage, INDEX, type HelpPage } from "./page";
import { fillings } from "./tables";

export type { HelpPage } from "./page";

const PLACES = [INDEX, ...GUIDES];

export const helpPages = (): readonly HelpPage[] => {
  const guides = readGuides(fillings(bundledRecord()));
  return [
    helpPage(INDEX.file, "Miner Overhang: functions", PLACES, indexBody(guides)),
    ...catalogue.map((entry) =>
      helpPage(fileOf(entry.id), `${entry.id} – Miner Overhang`, PLACES, functionBody(entry)),
    ),
    ...guides.map(({ file, title, body }) => helpPage(file, `${title} – Miner Overhang`, PLACES, body)),
  ];
};
