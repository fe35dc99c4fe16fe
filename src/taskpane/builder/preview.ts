// What the formula would answer, computed here by the code of the cells: its first rows and columns, or its error.
import { CellError, isRich, type Cell, type Table } from "../../functions";
import type { Workbook } from "../../workbook/port";
import { el, type Child } from "../dom";
import { readFormula } from "../formula/read";
import { readReferences } from "../formula/references";
import { trace } from "../formula/trace";
import { shownCell } from "../shown";

const MOST_ROWS = 4;
const MOST_COLUMNS = 5;

const isNumber = (cell: Cell): boolean => typeof cell === "number" || (typeof cell === "object" && isRich(cell));

const grid = (answer: Table): readonly Child[] => {
  const [rows, columns] = [answer.length, answer[0]?.length ?? 0];
  const shown = answer.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
  const isCut = rows > MOST_ROWS || columns > MOST_COLUMNS;
  return [
    el(
      "div",
      { class: "scrolls", tabindex: 0, role: "group", "aria-label": "First cells of the answer" },
      el(
        "table",
        { class: "preview" },
        el(
          "tbody",
          {},
          ...shown.map((row) =>
            el("tr", {}, ...row.map((cell) => el("td", { class: isNumber(cell) && "number" }, shownCell(cell)))),
          ),
        ),
      ),
    ),
    el("p", { class: "caption" }, `${rows} × ${columns} cells${isCut ? "; the first are shown" : ""}.`),
  ];
};

const error = ({ code, message }: CellError): Child =>
  el(
    "p",
    { class: "says", "data-tone": "error" },
    el("strong", {}, code),
    ` ${message || "An argument already has this error."}`,
  );

export const answerView = (answer: Table | undefined): readonly Child[] => {
  if (!answer) {
    const says = "Only Excel knows one of the arguments: the cell will show the answer.";
    return [el("p", { class: "says", "data-tone": "look" }, says)];
  }
  const cell = answer[0]?.[0] ?? "";
  if (cell instanceof CellError) return [error(cell)];
  const isOne = answer.length === 1 && answer[0]?.length === 1;
  return isOne ? [el("p", { class: "result" }, el("strong", {}, shownCell(cell)))] : grid(answer);
};

/** The answer of the last call in the formula; undefined where only Excel can tell. */
export const answerOf = async (call: string, workbook: Workbook, sheet: string): Promise<Table | undefined> => {
  const formula = readFormula(`=${call}`);
  if (!formula) return [[new CellError("#VALUE!", "This is not a complete formula: check brackets and quotes.")]];
  return trace(formula, await readReferences(formula, workbook, sheet)).at(-1)?.answer;
};
