// Your own rows: figures of the user's own that win over the record. Listed, exported, removed, and added by the intake.
import { idOf, type OwnPreview, type OwnRow } from "../../refresh/own-rows/own-rows";
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { button, el, fill, type Child } from "../dom";
import { recalculated } from "../updates/recalculated";
import { counted, listed } from "../../common/words";
import { Work } from "../work";
import { writeCsvText } from "./csv-part";
import { intake } from "./intake";
import { problemList, rowTable } from "./preview";
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
    const { ownCells, unreadableOwnText: unreadable } = refresh;
    const taken = [
      ...(ownCells.length > 0 ? textToTake("Your own rows", "own-rows.csv", await writeCsvText(ownCells)) : []),
      ...(unreadable === undefined ? [] : textToTake("Text that could not be read", "unreadable-rows.txt", unreadable)),
    ];
    const close = button("Close", { class: "small" }, closeBelow);
    fill(below, ...taken, el("p", { class: "actions" }, close));
  };

  const confirmRemoval = (): void => {
    const ids = refresh.ownCells.map(idOf);
    const isUnreadable = refresh.unreadableOwnText !== undefined;
    const what = [
      ...(ids.length > 0 ? [`${counted(ids.length, "row")} of your own`] : []),
      ...(isUnreadable ? ["the text that could not be read"] : []),
    ];
    const isOne = ids.length + Number(isUnreadable) === 1;
    const keep = button(isOne ? "Keep it" : "Keep them", { class: "small" }, closeBelow);
    const yes = button(isOne ? "Remove it" : "Remove them", { class: "small" }, () => {
      if (isUnreadable) refresh.discardUnreadableOwnText();
      if (ids.length > 0) void remove(ids);
      else closeBelow();
    });
    const kept = isOne ? "It is kept nowhere else: export it first." : "They are kept nowhere else: export them first.";
    fill(
      below,
      el(
        "div",
        { class: "outcome", "data-tone": "look" },
        el("p", {}, `Remove ${listed(what)}? ${kept}`),
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

  const tableOf = (rows: readonly OwnRow[]): readonly Child[] => {
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
    const { rows, problems, sentences } = refresh.state.own;
    const isAny = refresh.ownCells.length > 0 || refresh.unreadableOwnText !== undefined;
    fill(
      list,
      ...sentences.map((sentence) => el("div", { class: "outcome", "data-tone": "look" }, el("p", {}, sentence))),
      ...problemList(problems),
      // Where all of them rest, it has been said that there are some.
      ...(rows.length > 0 || !isAny ? tableOf(rows) : []),
    );
    takeOut.hidden = !isAny;
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
