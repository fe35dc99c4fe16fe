// The pane: head, tabs, and the voice for people who listen. It looks the same in Excel and beside the browser workbook.
import { BUILD, VERSION } from "../functions";
import type { Scope, Workbook } from "../workbook/port";
import { aboutSection } from "./about/section";
import { watchActiveCell } from "./active-cell";
import type { PaneContext, PaneOptions, Section } from "./context";
import { dataSection } from "./data/section";
import { button, el, fill } from "./dom";
import { explainSection } from "./explain/section";
import { functionsSection } from "./functions/section";
import { header } from "./header";
import { inserter } from "./insert";
import { modelsSection } from "./models/section";
import { tabs } from "./tabs";
import { followTheme } from "./theme";
import { otherDataBar } from "./updates/bar";
import { Calculation } from "./updates/calculation";
import { PANE, reloadNeeded } from "./updates/reload";
import { today } from "./words";

export type { PaneOptions } from "./context";

const SECTIONS: readonly Section[] = [dataSection, functionsSection, modelsSection, explainSection, aboutSection];

export interface Pane {
  /** Opens the section with this id. */
  readonly open: (section: string) => void;
  /** Shows a sentence over everything until it is closed: what a button outside of the pane could not do. */
  readonly tell: (sentence: string) => void;
  /** The cells in this scope have just been calculated anew, by a button outside of the pane. */
  readonly calculated: (scope: Scope) => Promise<void>;
  readonly unmount: () => void;
}

/** Puts the pane into `root`. */
export const mountPane = (root: HTMLElement, workbook: Workbook, options: PaneOptions = {}): Pane => {
  const stop = new AbortController();
  const voice = el("p", { class: "unseen", role: "status" });
  const { today: fixedToday } = options;
  const activeCell = watchActiveCell(workbook, stop.signal);
  const announce = (sentence: string): void => {
    // A new element each time: the same sentence twice is then heard twice.
    fill(voice, el("span", {}, sentence));
  };
  const notice = el("div", { role: "alert" });
  const tell = (sentence: string): void => {
    const close = button("Close", { class: "small" }, () => {
      fill(notice);
    });
    fill(
      notice,
      el(
        "div",
        { class: "outcome notice", "data-tone": "error" },
        el("p", {}, sentence),
        el("p", { class: "actions" }, close),
      ),
    );
  };
  let open: Pane["open"] = () => undefined;
  const context: PaneContext = {
    workbook,
    activeCell,
    insert: inserter(workbook, activeCell, announce),
    announce,
    refresh: options.refresh,
    calculation: new Calculation(workbook, options.refresh, stop.signal),
    open: (section) => {
      open(section);
    },
    today: fixedToday === undefined ? today : () => fixedToday,
    helpUrl: options.helpUrl ?? "help/",
    diagnostics: options.diagnostics ?? (() => []),
    shortcuts: options.shortcuts ?? [],
    signal: stop.signal,
  };
  root.classList.add("pane");
  followTheme(root, stop.signal);
  const sections = tabs(SECTIONS, context);
  open = sections.open;
  fill(root, header(context), notice, otherDataBar(context), ...sections.elements, voice);
  const reload = reloadNeeded({ addin: VERSION, build: BUILD }, PANE, workbook.host);
  if (reload !== undefined) tell(reload);
  // Coming from the sheet: another sheet may be open now, or the cell filled, which no selection event tells.
  const refresh = (): void => void activeCell.refresh();
  root.addEventListener("pointerenter", refresh, { signal: stop.signal });
  root.addEventListener(
    "focusin",
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) refresh();
    },
    { signal: stop.signal },
  );
  return {
    open,
    tell,
    calculated: (scope) => context.calculation.calculated(scope),
    unmount: () => {
      stop.abort();
      fill(root);
    },
  };
};
