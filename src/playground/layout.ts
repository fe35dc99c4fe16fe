// The pane beside the sheet: open where there is room, else behind its button.
import type { Workbook } from "../workbook/port";
import { mountPane, type Pane, type PaneOptions } from "../taskpane/pane";

/** Below this width the sheet needs all the room. */
const ROOM_FOR_BOTH = "(min-width: 1400px)";

export interface LaidOutPane {
  readonly pane: Pane;
  readonly show: () => void;
}

export const layOutPane = (
  pane: HTMLElement,
  button: HTMLElement,
  workbook: Workbook,
  options: PaneOptions = {},
): LaidOutPane => {
  const mounted = mountPane(pane, workbook, options);
  const show = (open: boolean): void => {
    pane.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Hide pane" : "Show pane";
  };
  button.addEventListener("click", () => {
    show(pane.hasAttribute("hidden"));
  });
  const room = window.matchMedia(ROOM_FOR_BOTH);
  room.addEventListener("change", () => {
    show(room.matches);
  });
  show(room.matches);
  button.hidden = false;
  return {
    pane: mounted,
    show: () => {
      show(true);
    },
  };
};
