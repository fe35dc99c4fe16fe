// A text that the user takes along: a link that saves it, and the text itself where a host saves no files.
import { button, el, fill, type Child } from "../dom";

/**
 * Excel on the Mac does nothing when such a link is chosen in a pane (office-js issues 4681 and 3385; "First hour in
 * Excel", check 18).
 */
const savesFiles = (): boolean => typeof Office === "undefined" || Office.context.platform !== Office.PlatformType.Mac;

/** By this mark Excel sees that a file is in UTF-8; without it, it takes é for two letters. */
const MARK = "\uFEFF";

/** In the address itself: no script of ours has to make or forget a file. */
const addressOf = (text: string): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(MARK + text.replace(/\p{Surrogate}/gu, "\uFFFD"))}`;

const saveLink = (label: string, name: string, text: string): HTMLAnchorElement =>
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
    savesFiles() && el("p", { class: "actions" }, saveLink("Save as a file", name, text)),
  ];
};

/** A link that saves the text; where none would, a button that shows it in `place`. */
export const saveOrShow = (label: string, name: string, text: string, place: HTMLElement): HTMLElement =>
  savesFiles()
    ? saveLink(label, name, text)
    : button(label, { class: "small" }, () => {
        fill(place, ...textToTake(`${label}: copy it`, name, text));
      });
