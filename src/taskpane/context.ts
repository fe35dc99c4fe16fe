// What every section of the pane gets, and what a section is.
import type { Day } from "../common/days";
import type { Workbook } from "../workbook/port";
import type { ActiveCell } from "./active-cell";
import type { Refresh } from "../refresh/refresh";
import type { Insert } from "./insert";
import type { Calculation } from "./updates/calculation";

export interface PaneOptions {
  /** The day from which ages are counted; the user's calendar day if left out. */
  readonly today?: Day;
  /** Folder of the help pages, with its last slash. */
  readonly helpUrl?: string;
  /** Facts about the host for the About section, each a term and what is said of it. */
  readonly diagnostics?: () => readonly (readonly [string, string])[];
  /** What each keyboard shortcut does, and its keys. */
  readonly shortcuts?: readonly (readonly [string, string])[];
  /** Brings newer data, own rows and the live market to the cells; without it the pane offers none of them. */
  readonly refresh?: Refresh;
}

export interface PaneContext extends Required<Omit<PaneOptions, "today" | "refresh">> {
  readonly workbook: Workbook;
  readonly refresh: Refresh | undefined;
  readonly calculation: Calculation;
  readonly today: () => Day;
  readonly activeCell: ActiveCell;
  /** Writes a formula into the active cell; what became of it is told at the end of `under`. */
  readonly insert: Insert;
  /** Opens the section with this id. */
  readonly open: (section: string) => void;
  /** Says a sentence to people who listen to the pane. What they see stands beside the button that caused it. */
  readonly announce: (sentence: string) => void;
  /** Aborted when the pane is taken down: every listener outside of a section's own elements goes with it. */
  readonly signal: AbortSignal;
}

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly icon: () => SVGElement;
  /** Puts the section on the page when it is first opened. Opened again, its root hears the event "shown". */
  readonly mount: (root: HTMLElement, context: PaneContext) => void;
}
