// The templates, in the order in which menus show them.
import { COMPS } from "./comps";
import { OVERHANG } from "./overhang";
import { SCENARIO } from "./scenario";
import { SENSITIVITY } from "./sensitivity";
import { SKILL } from "./skill";
import type { Template } from "./template";
import { THESIS } from "./thesis";
import { VALUATION } from "./valuation";

export type { Template } from "./template";

export const templates: readonly Template[] = [COMPS, OVERHANG, SCENARIO, SENSITIVITY, VALUATION, THESIS, SKILL];
