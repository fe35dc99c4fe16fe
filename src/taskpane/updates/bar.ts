// The quiet bar under the head: the workbook was calculated with other data than the cells would read now.
import { record } from "../../functions";
import type { PaneContext } from "../context";
import { button, el, fill } from "../dom";
import { Work } from "../work";
import { basisNow } from "./data-stamp";
import { movesView } from "./value-changes-view";

export const otherDataBar = (context: PaneContext): HTMLElement => {
  const { calculation } = context;
  const says = el("p");
  const moves = el("div");
  let looking: AbortController | undefined;
  /** The difference that the user chose to live with; asked again when it becomes another. */
  let kept = "";

  const recalculate = button(
    "Recalculate",
    { class: "small" },
    () =>
      void work.run("Recalculating the workbook.", async () => {
        const said = await calculation.recalculate("workbook");
        work.clear();
        context.announce(said);
      }),
  );
  const work = new Work(context, recalculate);
  const unfold = button("Show what would change", { class: "small", "aria-expanded": "false" }, () => {
    if (looking) fold();
    else {
      looking = new AbortController();
      fill(moves, movesView(context, { record: record(), signal: looking.signal, announce: context.announce }));
      unfold.setAttribute("aria-expanded", "true");
    }
  });
  const fold = (): void => {
    looking?.abort();
    looking = undefined;
    fill(moves);
    unfold.setAttribute("aria-expanded", "false");
  };
  const keep = button("Keep", { class: "small" }, () => {
    kept = pair();
    show();
  });
  const root = el(
    "section",
    { class: "other-data", "aria-label": "Data of this workbook", hidden: true },
    says,
    el("p", { class: "actions" }, recalculate, unfold, keep),
    work.element,
    moves,
  );

  const pair = (): string => `${calculation.difference ?? ""} ${basisNow(context.refresh)}`;
  const show = (): void => {
    const { difference } = calculation;
    fold();
    const hadFocus = root.contains(document.activeElement);
    root.hidden = difference === undefined || pair() === kept;
    // The bar goes with the button that was pressed: the open tab is next.
    if (root.hidden && hadFocus) {
      root.parentElement?.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
    }
    says.textContent = difference ?? "";
  };
  calculation.onChanged(show);
  show();
  return root;
};
