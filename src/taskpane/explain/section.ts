// The section Explain: the formula behind the active cell, call by call, as the cell follows the selection.
import { onRecordReplaced } from "../../functions";
import { WorkbookError, type FormulaBehind } from "../../workbook/port";
import { splitAddress } from "../../common/address";
import type { PaneContext, Section } from "../context";
import { el, fill, type Child } from "../dom";
import { hasOurs, onlyCall, readFormula } from "../formula/read";
import { readReferences, unknownNames } from "../formula/references";
import { trace } from "../formula/trace";
import { explainIcon } from "../icons";
import { explain, numberAt } from "./explanation";
import { callView } from "./view";

const empty = (says: string): HTMLElement =>
  el(
    "div",
    { class: "empty" },
    el("p", {}, says),
    el(
      "p",
      {},
      "Select a cell that does to see its arguments as they were read, its result or what its error means, and the sources behind the value.",
    ),
  );

const head = ({ address, formula, row, column }: FormulaBehind, active: string): readonly Child[] => [
  el("h2", {}, active),
  (row > 0 || column > 0) &&
    el(
      "p",
      { class: "caption" },
      `Row ${row + 1}, column ${column + 1} of the range that the formula in ${address} fills.`,
    ),
  el("code", { class: "formula" }, formula),
];

/** #NAME? is not ours to explain: a text lacks its quotes, or Excel did not know the function when it was entered. */
const shownByCell = (
  text: string,
  computed: number | undefined,
  inCell: unknown,
  [unknown]: readonly string[],
): string => {
  if (text === "#NAME?" && unknown !== undefined) {
    return `${unknown} has no quotes, so it is read as a name, and this workbook has no such name. For text, write "${unknown}".`;
  }
  if (text === "#NAME?") {
    return "The cell shows #NAME?: Excel did not know the function when the formula was entered. Repair, under Models, re-enters it.";
  }
  if (typeof inCell !== "number" || computed === undefined) return "";
  if (Math.abs(inCell - computed) <= 1e-9 * Math.max(1, Math.abs(computed))) return "";
  return `The cell shows ${text}: it was calculated before the record or an input changed. Refresh, under Models, recalculates it.`;
};

const explained = async (context: PaneContext, behind: FormulaBehind, active: string): Promise<readonly Child[]> => {
  const formula = readFormula(behind.formula);
  if (!formula) {
    return [
      ...head(behind, active),
      el("p", { class: "says", "data-tone": "look" }, "This formula could not be read."),
    ];
  }
  const { sheet = "" } = splitAddress(behind.address);
  const references = await readReferences(formula, context.workbook, sheet);
  const calls = trace(formula, references);
  const whole = onlyCall(formula);
  const at = { row: behind.row, column: behind.column };
  const last = calls.at(-1);
  const computed = whole && last ? numberAt(last, at.row, at.column) : undefined;
  const [inCell] = (await context.workbook.read(splitAddress(active).cells, sheet).catch(() => [])).flat();
  const note = shownByCell(behind.text, computed, inCell, unknownNames(formula, references));
  return [
    ...head(behind, active),
    note !== "" && el("p", { class: "says", "data-tone": "look" }, note),
    !whole && el("p", { class: "caption" }, `The whole formula gives ${behind.text || "nothing"}. Innermost first:`),
    ...calls.map((call, i) => callView(explain(call, call.node === whole ? at : undefined), i + 1, calls.length)),
  ];
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  let asked = 0;

  const show = async (): Promise<void> => {
    if (root.hidden) return;
    const turn = ++asked;
    const active = context.activeCell.now()?.address;
    let says = active === undefined ? "No cell is selected." : `${active} calls no function of this add-in.`;
    const behind = await context.workbook.formulaBehind().catch((error: unknown) => {
      if (error instanceof WorkbookError && error.reason === "old") says = error.message;
      return undefined;
    });
    const isOurs = behind !== undefined && active !== undefined && hasOurs(behind.formula);
    const children = isOurs ? await explained(context, behind, active) : [empty(says)];
    // The selection moved on while the sheet was read: the answer to the last question counts.
    if (turn === asked && !context.signal.aborted) fill(root, ...children);
  };

  context.activeCell.onChange(() => void show());
  context.signal.addEventListener(
    "abort",
    onRecordReplaced(() => void show()),
  );
  root.addEventListener("shown", () => void show());
  void show();
};

export const explainSection: Section = { id: "explain", label: "Explain", icon: explainIcon, mount };
