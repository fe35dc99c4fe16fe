// The pane: head, tabs, and the voice for people who listen. It looks the same in Excel and beside the browser workbook.
import type { Workbook } from "../workbook/port";
import { aboutSection } from "./about/section";
import { watchActiveCell } from "./active-cell";
import type { PaneContext, PaneOptions, Section } from "./context";
import { dataSection } from "./data/section";
import { el, fill } from "./dom";
import { functionsSection } from "./functions/section";
import { header } from "./header";
import { inserter } from "./insert";
import { tabs } from "./tabs";
import { followTheme } from "./theme";
import { today } from "./words";

export type { PaneOptions } from "./context";

const SECTIONS: readonly Section[] = [dataSection, functionsSection, aboutSection];

/** Puts the pane into `root` and gives back the way to take it out again. */
export const mountPane = (root: HTMLElement, workbook: Workbook, options: PaneOptions = {}): (() => void) => {
  const stop = new AbortController();
  const voice = el("p", { class: "unseen", role: "status" });
  const { today: fixedToday } = options;
  const activeCell = watchActiveCell(workbook, stop.signal);
  const announce = (sentence: string): void => {
    // A new element each time: the same sentence twice is then heard twice.
    fill(voice, el("span", {}, sentence));
  };
  const context: PaneContext = {
    workbook,
    activeCell,
    insert: inserter(workbook, activeCell, announce),
    announce,
    today: fixedToday === undefined ? today : () => fixedToday,
    helpUrl: options.helpUrl ?? "help/",
    diagnostics: options.diagnostics ?? (() => []),
    signal: stop.signal,
  };
  root.classList.add("pane");
  followTheme(root, stop.signal);
  fill(root, header(context), ...tabs(SECTIONS, context), voice);
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
  return () => {
    stop.abort();
    fill(root);
  };
};
