// What became of a file: over the sheet, until it is dismissed.
import { button, el, fill, type Child } from "../taskpane/dom";

export interface Told {
  readonly title: string;
  readonly notes?: readonly string[];
  /** busy: goes by itself. error: is told at once. */
  readonly tone?: "busy" | "error";
  readonly action?: { readonly label: string; readonly run: () => void };
}

export class Notice {
  constructor(private readonly root: HTMLElement) {}

  tell({ title, notes = [], tone, action }: Told): void {
    const isBusy = tone === "busy";
    const buttons: Child[] = [
      action ? button(action.label, {}, action.run) : undefined,
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
        notes.length > 0 && el("ul", {}, ...notes.map((note) => el("li", {}, note))),
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
