// The choice of what is calculated anew after the data have changed.
import type { Scope } from "../../workbook/port";
import type { PaneContext } from "../context";
import { el } from "../dom";

const SCOPES: readonly (readonly [Scope, string])[] = [
  ["workbook", "the workbook"],
  ["sheet", "this sheet"],
  ["selection", "the selection"],
];

/** The browser's workbook calculates everything whenever the data change. */
export const scopeField = ({ calculation, workbook }: PaneContext): HTMLElement | undefined => {
  if (workbook.host === "browser") return undefined;
  const id = "pane-recalculate";
  const choice = el(
    "select",
    { id },
    ...SCOPES.map(([value, label]) => el("option", { value, selected: value === calculation.scope }, label)),
  );
  choice.addEventListener("change", () => {
    calculation.scope = SCOPES[choice.selectedIndex]?.[0] ?? "workbook";
  });
  return el("div", { class: "field" }, el("label", { for: id }, "Then recalculate"), choice);
};
