// The section Models: templates to insert as new sheets, and what can be done to all formulas at once.
import { templates, type Template } from "../../workbook/templates";
import type { PaneContext, Section } from "../context";
import { el } from "../dom";
import { modelsIcon } from "../icons";
import { tool } from "./tool";
import { tools } from "./tools";
import { uniqueSheets } from "./unique";

/** Adds the template's sheets beside those that are there, and gives the name of the first. */
export const insertTemplate = async ({ workbook }: PaneContext, { sheets }: Template): Promise<string> => {
  const unique = uniqueSheets(sheets, await workbook.sheetNames());
  await workbook.insertSheets(unique);
  return unique[0]?.name ?? "";
};

const entry = (context: PaneContext, template: Template): HTMLElement => {
  const inserter = tool(context, {
    label: "Insert",
    says: template.sentence,
    run: async () => [`Inserted: the sheet ${await insertTemplate(context, template)} is open.`],
  });
  inserter.querySelector("button")?.setAttribute("aria-label", `Insert ${template.title}`);
  inserter.prepend(el("h3", {}, template.title));
  return inserter;
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  root.append(
    el("h2", {}, "Templates"),
    el("p", { class: "caption" }, "New sheets, never over what is there. Inputs are blue."),
    el("ul", { class: "tools" }, ...templates.map((template) => entry(context, template))),
    el("h2", {}, "In this workbook"),
    ...tools(context),
  );
};

export const modelsSection: Section = { id: "models", label: "Models", icon: modelsIcon, mount };
