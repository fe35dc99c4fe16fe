// The templates, in the order in which menus show them.
import { OVERHANG } from "./overhang";
import { SCENARIO } from "./scenario";
import { THESIS } from "./thesis";
import type { Template } from "./template";

export type { Template } from "./template";

export const templates: readonly Template[] = [OVERHANG, SCENARIO, THESIS];
