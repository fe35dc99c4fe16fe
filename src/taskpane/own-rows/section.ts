// Your own rows: figures of the user's own that win over the record. Listed, exported, removed, and added by the intake.
import { idOf, type OwnPreview, type OwnRow } from "../../refresh/own-rows";
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { button, el, fill, type Child } from "../dom";
import { recalculated } from "../updates/recalculated";
import { counted } from "../words";
import { Work } from "../work";
import { writeCsvText } from "./csv-part";
import { intake } from "./intake";
import { rowTable } from "./preview";
import { textToTake } from "./text-file";

/** The others are in the export. */
const MOST_ROWS = 100;

export const ownRows = (context: PaneContext, refresh: Refresh): readonly HTMLElement[] => {
  const list = el("div");
  const below = el("div");
  const add = button("Add rows", { class: "small" }, () => {
    const form = intake(context, refresh, work, take, closeBelow);
    fill(below, form.element);
    form.first.focus();
  });
  const takeOut = button("Export", { class: "small" }, () => void work.run("Writing the rows.", exportAll));
  const removeAll = button("Remove all", { class: "small" }, () => {
    confirmRemoval();
  });
  const work = new Work(context, add);

  const closeBelow = (): void => {
    fill(below);
    add.focus();
  };

  const take = (preview: OwnPreview, validOnly: boolean): void => {
    void work.run("Adding the rows.", async () => {
      refresh.addOwnRows(preview, validOnly);
      closeBelow();
      await recalculated(context, work, `${counted(preview.rows.length, "row was", "rows were")} added.`);
    });
  };

  const remove = (ids: readonly string[]): Promise<void> =>
    work.run("Removing.", async () => {
      refresh.removeOwnRows(ids);
      closeBelow();
      await recalculated(context, work, `${counted(ids.length, "row was", "rows were")} removed.`);
    });

  const exportAll = async (): Promise<void> => {
    const { ownCells, unreadableOwnText } = refresh;
    const text = ownCells.length > 0 ? await writeCsvText(ownCells) : (unreadableOwnText ?? "");
    fill(below, ...textToTake("Your own rows", "own-rows.csv", text, closeBelow));
  };

  const confirmRemoval = (): void => {
    const ids = refresh.ownCells.map(idOf);
    const keep = button("Keep them", { class: "small" }, closeBelow);
    const yes = button("Remove them", { class: "small" }, () => void remove(ids));
    fill(
      below,
      el(
        "div",
        { class: "outcome", "data-tone": "look" },
        el("p", {}, `Remove ${counted(ids.length, "row")} of your own? They are kept nowhere else: export them first.`),
        el("p", { class: "actions" }, yes, keep),
      ),
    );
    keep.focus();
  };

  const removal = (row: OwnRow): HTMLElement =>
    button(
      "Remove",
      {
        class: "small",
        "aria-label": `Remove ${row.metric.name} of ${row.cells["ticker"] ?? ""}, ${row.cells["period_end"] ?? ""}`,
      },
      () => void remove([row.id]),
    );

  const listed = (rows: readonly OwnRow[]): readonly Child[] => {
    if (rows.length === 0) {
      return [
        el(
          "p",
          { class: "empty" },
          "None. Figures that you add here win over the record’s, with the status “own”, and stay in this browser.",
        ),
      ];
    }
    return [
      rowTable(rows.slice(0, MOST_ROWS), removal),
      rows.length > MOST_ROWS &&
        el("p", { class: "caption" }, `And ${counted(rows.length - MOST_ROWS, "more row")}: export them to see all.`),
    ];
  };

  const show = (): void => {
    const { rows } = refresh.state.own;
    fill(list, ...listed(rows));
    const isAny = refresh.ownCells.length > 0;
    takeOut.hidden = !isAny && refresh.unreadableOwnText === undefined;
    removeAll.hidden = !isAny;
  };
  show();
  context.signal.addEventListener("abort", refresh.onChanged(show));
  return [
    el("h2", {}, "Your own rows"),
    list,
    el("p", { class: "actions" }, add, takeOut, removeAll),
    work.element,
    below,
  ];
};
