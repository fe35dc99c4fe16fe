// One function in the list: its name and sentence, an Insert button, and what unfolds under it.
import type { WorksheetFunction } from "../../functions";
import type { PaneContext } from "../context";
import { button, definitions, el, icon, link } from "../dom";
import { printed } from "../formula/printed";
import { signature, starterFormula } from "./formula";

export interface Entry {
  readonly of: WorksheetFunction;
  readonly element: HTMLElement;
  readonly formButton: HTMLButtonElement;
  readonly insertButton: HTMLButtonElement;
  readonly unfoldButton: HTMLButtonElement;
  readonly insert: () => void;
  readonly unfold: (open: boolean) => void;
}

type Info = WorksheetFunction["parameters"][number];

const parameterText = ({ description, unit, values, default: fallback }: Info): string =>
  [
    unit ? `${description.replace(/\.$/, "")} (${unit}).` : description,
    values ? `One of ${values.join(", ")}.` : "",
    fallback === undefined ? "" : `If left out: ${fallback}.`,
  ]
    .filter(Boolean)
    .join(" ");

const parameters = (of: WorksheetFunction): HTMLElement | undefined =>
  of.parameters.length === 0
    ? undefined
    : definitions(
        { class: "terms" },
        of.parameters.map((info) => [
          el("span", {}, el("code", {}, info.name), info.optional ? " optional" : ""),
          parameterText(info),
        ]),
      );

const example = (
  context: PaneContext,
  { formula, shows, says }: WorksheetFunction["examples"][number],
): HTMLElement => {
  const result = printed({ formula, shows });
  const item = el(
    "li",
    {},
    el("code", { class: "formula" }, formula),
    el("p", { class: "caption" }, result ? `${result} – ${says}` : says),
    button("Insert example", { class: "small", "aria-label": `Insert example ${formula}` }, () => {
      void context.insert(formula, item);
    }),
  );
  return item;
};

const details = (context: PaneContext, of: WorksheetFunction): readonly (HTMLElement | undefined)[] => [
  el("p", {}, el("code", { class: "formula" }, signature(of))),
  el("p", {}, of.details),
  parameters(of) && el("h4", {}, "Arguments"),
  parameters(of),
  el("h4", {}, "Result"),
  el("p", {}, of.result),
  el("h4", {}, "Errors"),
  definitions(
    { class: "terms" },
    of.errors.map(({ code, when }) => [el("code", {}, code), when]),
  ),
  el("h4", {}, "Examples"),
  el("ul", { class: "examples" }, ...of.examples.map((each) => example(context, each))),
  el("p", {}, link(`Help page of ${of.id}`, `${context.helpUrl}${of.id.toLowerCase()}.html`)),
];

/** `openForm` opens the builder with this call. */
export const entry = (
  context: PaneContext,
  of: WorksheetFunction,
  openForm: (of: WorksheetFunction, call: string) => void,
): Entry => {
  const more = el("div", { class: "details", id: `pane-about-${of.id}`, hidden: true });
  const starter = starterFormula(of);
  const element = el("li", { class: "function" });
  const insert = (): void => void context.insert(starter, element);
  const insertButton = button(
    "Insert",
    { class: "small insert", "aria-label": `Insert ${starter}`, title: starter },
    insert,
  );
  const formButton = button(
    // A pencil: the word would leave no room for long names at 300 px.
    icon("M4 16l.8-3.4L13.6 3.8a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2Z"),
    { class: "small pencil", "aria-label": `Fill in ${of.id}`, title: "Fill in" },
    () => {
      openForm(of, starter.slice(1));
    },
  );
  const unfold = (open: boolean): void => {
    if (open && !more.firstChild) more.append(...details(context, of).filter((part) => part !== undefined));
    more.hidden = !open;
    unfoldButton.setAttribute("aria-expanded", String(open));
  };
  const unfoldButton = button(
    icon("M7.5 5l5 5-5 5"),
    { class: "unfold", "aria-expanded": "false", "aria-controls": more.id },
    () => {
      unfold(more.hasAttribute("hidden"));
    },
    el("span", {}, of.id),
  );
  element.append(
    el("div", { class: "row" }, unfoldButton, formButton, insertButton),
    el("p", { class: "summary" }, of.summary),
    more,
  );
  return { of, element, formButton, insertButton, unfoldButton, insert, unfold };
};
