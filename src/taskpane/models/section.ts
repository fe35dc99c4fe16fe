// The section Models: templates to insert as new sheets, and what can be done to all formulas at once.
import type { Template } from "../../sheets/templates";
import type { Workbook } from "../../workbook/port";
import type { PaneContext, Section } from "../context";
import { el, fill } from "../dom";
import { modelsIcon } from "../icons";
import { sentenceOf } from "../../common/words";
import { tool } from "./tool";
import { tools } from "./tools";
import { uniqueSheets } from "../../sheets/rename-sheets";

/** Their texts are as large as the rest of the pane: they come when Models is opened. */
export const loadTemplates = async (): Promise<readonly Template[]> =>
  (await import(/* webpackChunkName: "templates" */ "../../sheets/templates")).templates;

/** Adds the template's sheets beside those that are there, and gives the name of the first. */
export const insertTemplate = async (workbook: Workbook, { sheets }: Template): Promise<string> => {
  const unique = uniqueSheets(sheets, await workbook.sheetNames());
  await workbook.insertSheets(unique);
  return unique[0]?.name ?? "";
};

const entry = (context: PaneContext, template: Template): HTMLElement => {
  const inserter = tool(context, {
    label: "Insert",
    says: template.sentence,
    run: async () => [`Inserted: the sheet ${await insertTemplate(context.workbook, template)} is open.`],
  });
  inserter.querySelector("button")?.setAttribute("aria-label", `Insert ${template.title}`);
  inserter.prepend(el("h3", {}, template.title));
  return inserter;
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  const list = el("ul", { class: "tools" });
  loadTemplates().then(
    (templates) => {
      fill(list, ...templates.map((template) => entry(context, template)));
    },
    (error: unknown) => {
      fill(list, el("li", { class: "says", "data-tone": "error" }, `The templates did not load: ${sentenceOf(error)}`));
    },
  );
  root.append(
    el("h2", {}, "Templates"),
    el("p", { class: "caption" }, "New sheets, never over what is there. Inputs are blue."),
    list,
    el("h2", {}, "In this workbook"),
    ...tools(context),
  );
};

export const modelsSection: Section = { id: "models", label: "Models", icon: modelsIcon, mount };
