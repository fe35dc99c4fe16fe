// The cells that will move, as a list: address, what stands there, what will.
import type { MinerRecord } from "../../data/record";
import { part } from "../../refresh/load-chunk";
import type { PaneContext } from "../context";
import { button, el, fill, type Child } from "../dom";
import { count, counted, sentenceOf } from "../../common/words";
import type { Moves } from "./value-changes";
import type { Move } from "./value-change";

/** More than these are counted and not listed. */
const MOST_SHOWN = 200;
const MOST_ADDRESSES = 12;

const row = ({ address, formula, old, now, moving, filled }: Move): HTMLElement =>
  el(
    "tr",
    {},
    el(
      "th",
      { scope: "row", title: formula },
      address,
      filled > 1 && el("span", { class: "caption" }, `${count(moving)} of ${counted(filled, "cell")}`),
    ),
    el("td", { class: "number" }, `${old} → ${now}`),
  );

const table = (moved: readonly Move[]): HTMLElement => {
  const heads = [el("th", { scope: "col" }, "Cell"), el("th", { scope: "col", class: "number" }, "Now → then")];
  const rows = moved.slice(0, MOST_SHOWN).map(row);
  return el("table", { class: "changes" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
};

const unknownSays = (unknown: readonly string[]): string => {
  const more = unknown.length - MOST_ADDRESSES;
  const named = unknown.slice(0, MOST_ADDRESSES).join(", ");
  const others = more > 0 ? ` and ${count(more)} more` : "";
  return `Will be recalculated, through other functions or cells: ${named}${others}.`;
};

const summary = ({ moved, unknown, unmoved }: Moves): string => {
  if (moved.length + unknown.length + unmoved === 0) return "This workbook has no formulas from this add-in.";
  if (moved.length === 0) return unknown.length === 0 ? "No cell in this workbook changes." : "No changes detected.";
  const stay = unmoved > 0 ? `, ${counted(unmoved, "stays as it is", "stay as they are")}` : "";
  return `${counted(moved.length, "formula changes", "formulas change")}${stay}.`;
};

const listed = (moves: Moves): readonly Child[] => [
  el("p", {}, summary(moves)),
  moves.moved.length > 0 && table(moves.moved),
  moves.moved.length > MOST_SHOWN &&
    el("p", { class: "caption" }, `The first ${MOST_SHOWN} of ${count(moves.moved.length)}.`),
  moves.unknown.length > 0 && el("p", { class: "caption" }, unknownSays(moves.unknown)),
  moves.notAsked > 0 &&
    el(
      "p",
      { class: "caption" },
      `${counted(moves.notAsked, "formula was", "formulas were")} not checked: only the first ${count(moves.asked)} are.`,
    ),
];

interface MovesViewOptions {
  /** The data that the cells would read. */
  readonly record: MinerRecord;
  readonly signal: AbortSignal;
  /** Hears in one sentence what was found, or why nothing could be. */
  readonly announce: (sentence: string) => void;
}

/** Fills itself; what the workbook refuses is told, with a button to look again. */
export const movesView = (context: PaneContext, { record, signal, announce }: MovesViewOptions): HTMLElement => {
  const root = el("div", { class: "moves" });
  const look = async (): Promise<void> => {
    fill(root, el("p", { class: "caption" }, "Looking through the workbook’s formulas…"));
    try {
      const isCalculated = context.calculation.difference === undefined;
      const { findMoves } = await part(() => import(/* webpackChunkName: "moves" */ "./value-changes"));
      const moves = await findMoves({ workbook: context.workbook, record, isCalculated, signal });
      if (signal.aborted) return;
      fill(root, ...listed(moves));
      announce(summary(moves));
    } catch (error) {
      if (signal.aborted) return;
      const again = button("Look again", { class: "small" }, () => void look());
      fill(
        root,
        el(
          "div",
          { class: "outcome", "data-tone": "look" },
          el("p", {}, sentenceOf(error)),
          el("p", { class: "actions" }, again),
        ),
      );
      announce(sentenceOf(error));
    }
  };
  void look();
  return root;
};
