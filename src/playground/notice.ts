// What became of a file: over the sheet, until it is dismissed.
import { button, el, fill, type Child } from "../taskpane/dom";
import { count } from "../common/words";
import type { CellList } from "./kept-lists";

export interface Told {
  readonly title: string;
  readonly notes?: readonly string[];
  /** Each opens to its cells, which lead to the sheet. */
  readonly lists?: readonly CellList[];
  /** busy: goes by itself. error: is told at once. */
  readonly tone?: "busy" | "error";
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** More are not read one by one. */
const MOST_LISTED = 200;

const listItem = ({ title, cells }: CellList): HTMLElement => {
  const listed = cells
    .slice(0, MOST_LISTED)
    .map(({ address, says, go }) =>
      el("li", {}, button(address, { "aria-label": `Go to ${address}` }, go), ` ${says}`),
    );
  const more = cells.length - listed.length;
  return el(
    "li",
    {},
    el(
      "details",
      {},
      el("summary", {}, title),
      el("ul", { class: "cells" }, ...listed, more > 0 && el("li", {}, `and ${count(more)} more`)),
    ),
  );
};

export class Notice {
  constructor(private readonly root: HTMLElement) {}

  tell({ title, notes = [], lists = [], tone, actions = [] }: Told): void {
    const isBusy = tone === "busy";
    const buttons: Child[] = [
      ...actions.map(({ label, run }) => button(label, {}, run)),
      isBusy
        ? undefined
        : button("Dismiss", {}, () => {
            this.clear();
          }),
    ];
    this.root.dataset["tone"] = tone ?? "done";
    fill(
      this.root,
      el(
        "div",
        // A region that speaks must be there before its words are.
        { class: "words" },
        el("p", {}, el("strong", {}, title)),
        notes.length + lists.length > 0 &&
          el("ul", {}, ...lists.map(listItem), ...notes.map((note) => el("li", {}, note))),
        isBusy && el("progress", { "aria-label": title }),
      ),
      el("p", { class: "actions" }, ...buttons),
    );
    this.root.setAttribute("role", tone === "error" ? "alert" : "status");
    this.root.hidden = false;
  }

  clear(): void {
    this.root.hidden = true;
    fill(this.root);
  }
}
