// One field of the form: a parameter with its name, what it takes, and what it suggests.
import type { ParameterInfo } from "../../functions";
import { el } from "../dom";
import { suggestionsFor } from "./suggestions";

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLSelectElement;
}

const choice = (info: ParameterInfo, id: string, value: string): HTMLSelectElement => {
  const words = suggestionsFor(info).map((suggestion) => suggestion.value);
  const isKnown = value === "" || words.some((word) => word.toUpperCase() === value.toUpperCase());
  const option = (word: string, label = word): HTMLOptionElement =>
    el("option", { value: word, selected: word.toUpperCase() === value.toUpperCase() }, label);
  return el(
    "select",
    { id },
    option("", info.optional ? `left out: ${info.default ?? "none"}` : "choose"),
    ...words.map((word) => option(word)),
    // A cell that decides, from a formula that was read back: it must survive.
    !isKnown && option(value),
  );
};

const text = (info: ParameterInfo, id: string, value: string): readonly HTMLElement[] => {
  const list = suggestionsFor(info);
  const suggested = list.map(({ value: word, says }) => el("option", { value: word, label: says || undefined }));
  const input = el("input", {
    id,
    type: "text",
    value,
    autocomplete: "off",
    spellcheck: "false",
    "aria-required": info.optional ? undefined : "true",
    "aria-describedby": `${id}-says`,
    placeholder: info.optional ? `left out: ${info.default ?? "none"}` : undefined,
    list: list.length > 0 ? `${id}-list` : undefined,
  });
  return list.length > 0 ? [input, el("datalist", { id: `${id}-list` }, ...suggested)] : [input];
};

export const field = (info: ParameterInfo, value: string): Field => {
  const id = `pane-field-${info.name}`;
  const parts = info.values ? [choice(info, id, value)] : text(info, id, value);
  const [input] = parts as readonly [Field["input"]];
  input.setAttribute("aria-describedby", `${id}-says`);
  const unit = info.unit ? `${info.description.replace(/\.$/, "")} (${info.unit}).` : info.description;
  return {
    input,
    element: el(
      "div",
      { class: "field" },
      el("label", { for: id }, info.name, info.optional ? el("span", { class: "quiet" }, " optional") : undefined),
      ...parts,
      el("p", { class: "caption", id: `${id}-says` }, unit),
    ),
  };
};
