// The function builder: one function as a form, with its formula and its answer as they will stand in the cell.
import type { WorksheetFunction } from "../../functions";
import { splitAddress } from "../../common/address";
import type { CellAt, Separators } from "../../workbook/port";
import type { PaneContext } from "../context";
import { button, el, fill, icon, link } from "../dom";
import { callOf, fieldsOf } from "./arguments";
import { field } from "./field";
import { localFormula } from "./local";
import { answerOf, answerView } from "./preview";

/** A call that stands in a cell: the cell, and the formula before and behind it. */
export interface Standing {
  readonly cell: CellAt;
  readonly call: string;
  readonly before: string;
  readonly behind: string;
}

/** Typing goes on: the answer is asked for when it pauses. */
const PAUSE_MS = 150;
const EN_US: Separators = { decimal: ".", argument: "," };

export interface Builder {
  readonly element: HTMLElement;
  /** Where the focus belongs when the form opens. */
  readonly first: HTMLElement;
  /** The active cell is another one now. */
  readonly moved: () => void;
}

/** `start`: the call that the form begins with. `standing`: where it came from, and what Replace replaces. */
export const builder = (
  context: PaneContext,
  of: WorksheetFunction,
  start: string,
  standing: Standing | undefined,
  back: () => void,
): Builder => {
  const values = fieldsOf(of, start);
  const fields = of.parameters.map((info, i) => field(info, values[i] ?? ""));
  const formulaText = el("code", { class: "formula" });
  const local = el("p", { class: "caption" });
  const preview = el("div", { class: "answer" });
  const act = el("button", { type: "submit", class: "primary" });
  const action = el("div", { class: "action" }, act);
  /** The cell that holds this formula now; it is replaced without a question. */
  let held = standing?.cell;
  let separators = EN_US;
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const call = (): string =>
    callOf(
      of,
      fields.map(({ input }) => input.value),
    );
  const formula = (): string => (standing ? `${standing.before}${call()}${standing.behind}` : `=${call()}`);

  const showAction = (): void => {
    const cell = context.activeCell.now();
    const does = held && cell?.address === held.address ? "Replace" : "Insert";
    act.textContent = cell ? `${does} in ${cell.address}` : does;
  };

  const showAnswer = async (): Promise<void> => {
    const turn = ++asked;
    const at = standing?.cell.address ?? context.activeCell.now()?.address ?? "";
    const answer = await answerOf(call(), context.workbook, splitAddress(at).sheet ?? "");
    if (turn !== asked || context.signal.aborted) return;
    fill(preview, ...answerView(answer));
  };

  const insert = async (): Promise<void> => {
    const now = formula();
    await context.insert(now, action, held);
    const cell = context.activeCell.now();
    if (cell?.formula === now) held = cell;
    showAction();
  };

  const show = (): void => {
    const now = formula();
    const inLocal = localFormula(now, separators);
    fill(formulaText, now);
    if (inLocal === undefined) fill(local);
    else if ("typed" in inLocal) fill(local, "Typed by hand in this Excel: ", el("code", {}, inLocal.typed));
    else fill(local, inLocal.unknown);
    clearTimeout(pause);
    pause = setTimeout(() => void showAnswer(), PAUSE_MS);
  };

  const form = el(
    "form",
    { class: "builder", "aria-label": `Formula with ${of.id}` },
    el(
      "div",
      { class: "row" },
      button(icon("M12.5 5l-5 5 5 5"), { class: "unfold back" }, back, el("span", {}, "All functions")),
    ),
    el("h2", {}, of.id),
    el("p", { class: "summary" }, of.summary, " ", link("Help", `${context.helpUrl}${of.id.toLowerCase()}.html`)),
    standing && el("p", { class: "caption" }, `Read back from ${standing.cell.address}.`),
    ...fields.map(({ element }) => element),
    of.parameters.length > 0 && el("p", { class: "caption" }, "Words, numbers, cells (B2:B9), or any formula after =."),
    el("h3", {}, "Answer"),
    preview,
    el("div", { class: "commit" }, formulaText, local, action),
  );
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void insert();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    back();
  });
  context.workbook.separators().then(
    (told) => {
      separators = told;
      show();
    },
    // Then the en-US notation stands alone, which Insert uses anyway.
    () => undefined,
  );
  showAction();
  show();
  return { element: form, first: fields[0]?.input ?? act, moved: showAction };
};
