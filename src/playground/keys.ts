// The page without a mouse: F6 and Shift+F6 go round its parts, and the add-in's shortcuts do what they do in Excel. Tab
// goes from cell to cell while the sheet has the keys, as in any spreadsheet.
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

export interface PageParts {
  readonly bar: HTMLElement;
  readonly notice: HTMLElement;
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
}

/** By the letter that goes with Ctrl+Alt+Shift (Mac: Command+Option+Shift). */
export type PageCommands = Readonly<Record<"M" | "R" | "H", () => void>>;

const TAKES_KEYS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
const SHEET_TABS = "[data-u-comp='slide-tab-bar']";

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

const firstIn = (part: HTMLElement): HTMLElement | undefined => {
  const open = part.querySelector<HTMLElement>("[role='tab'][aria-selected='true']");
  return open ?? [...part.querySelectorAll<HTMLElement>(TAKES_KEYS)].find(isShown);
};

interface Stop {
  readonly holdsFocus: () => boolean;
  readonly focus: () => boolean;
}

/** Each place that F6 stops at; where there is nothing to focus it goes on to the next. */
const stopsOf = (grid: Grid, { bar, notice, grid: sheet, pane }: PageParts): readonly Stop[] => {
  const active = (): Element | null => document.activeElement;
  const part = (element: HTMLElement): Stop => ({
    holdsFocus: () => element.contains(active()),
    focus: () => {
      const first = isShown(element) ? firstIn(element) : undefined;
      first?.focus();
      return first !== undefined;
    },
  });
  const tabs = (): HTMLElement | null => sheet.querySelector<HTMLElement>(SHEET_TABS);
  const cells: Stop = {
    holdsFocus: () => sheet.contains(active()) && tabs()?.contains(active()) !== true,
    focus: () => {
      grid.injector.get(ILayoutService).focus();
      return true;
    },
  };
  const sheetTabs: Stop = {
    holdsFocus: () => tabs()?.contains(active()) === true,
    focus: () => {
      const tab = tabs()?.querySelector<HTMLElement>("[role='tab'][tabindex='0']");
      tab?.focus();
      return tab !== null && tab !== undefined;
    },
  };
  return [part(bar), part(notice), cells, sheetTabs, part(pane)];
};

export const takeKeys = (grid: Grid, parts: PageParts, commands: PageCommands): void => {
  const stops = stopsOf(grid, parts);
  const goOn = (step: 1 | -1): void => {
    const from = stops.findIndex((stop) => stop.holdsFocus());
    for (let gone = 1; gone <= stops.length; gone++) {
      const to = stops[(from + step * gone + stops.length * 2) % stops.length];
      if (to?.focus() === true) return;
    }
  };
  document.addEventListener(
    "keydown",
    (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.altKey && event.shiftKey;
      const letter = isCommand ? /^Key([MRH])$/.exec(event.code)?.[1] : undefined;
      const isRound = event.key === "F6" && !event.ctrlKey && !event.metaKey && !event.altKey;
      if ((letter === undefined && !isRound) || grid.workbook.isCellEditing()) return;
      event.preventDefault();
      event.stopPropagation();
      if (letter !== undefined) commands[letter as keyof PageCommands]();
      else goOn(event.shiftKey ? -1 : 1);
    },
    { capture: true },
  );
};
