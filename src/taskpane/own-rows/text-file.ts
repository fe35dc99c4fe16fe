// A text that the user takes along: a link that saves it, and the text itself where a host saves no files.
import { el, type Child } from "../dom";

/** In the address itself: no script of ours has to make or forget a file. */
const addressOf = (text: string): string => `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;

export const saveLink = (label: string, name: string, text: string): HTMLAnchorElement =>
  el("a", { href: addressOf(text), download: name }, label);

export const textToTake = (label: string, name: string, text: string): readonly Child[] => {
  const id = `pane-${name.replace(/\W+/g, "-")}`;
  const field = el("textarea", { id, readonly: true, rows: 5, spellcheck: "false" });
  field.value = text;
  field.addEventListener("focus", () => {
    field.select();
  });
  return [
    el("div", { class: "field" }, el("label", { for: id }, label), field),
    el("p", { class: "actions" }, saveLink("Save as a file", name, text)),
  ];
};
