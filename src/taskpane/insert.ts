// Writes a formula into the active cell and tells what became of it. A filled cell is never overwritten unasked.
import { WorkbookError, type CellAt, type Workbook } from "../workbook/port";
import { readActiveCell, type ActiveCell } from "./active-cell";
import { button, el, fill } from "./dom";
import { sentenceOf } from "../common/words";

/** `over` is a cell as it was read: while it is still the active one and unchanged, it is replaced unasked. */
export type Insert = (formula: string, under: HTMLElement, over?: CellAt) => Promise<void>;

const LONGEST_SHOWN = 48;
const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;

const isFilled = (error: unknown): boolean => error instanceof WorkbookError && error.reason === "filled";

export const inserter = (workbook: Workbook, activeCell: ActiveCell, announce: (sentence: string) => void): Insert => {
  const message = el("div", { class: "outcome" });
  let busy = false;
  /** The formula that waits for a free cell or for leave to replace, and the cell that was shown then. */
  let waiting: { readonly formula: string; cell: CellAt; readonly show: (cell: CellAt) => void } | undefined;

  const done = (formula: string, address: string): void => {
    message.dataset["tone"] = "done";
    fill(message, el("p", {}, `Inserted in ${address}: `, el("code", {}, formula)));
    announce(`${formula} inserted in ${address}.`);
  };

  const fail = (error: unknown): void => {
    message.dataset["tone"] = "error";
    fill(message, el("p", {}, sentenceOf(error)));
    announce(`Nothing was inserted. ${sentenceOf(error)}`);
  };

  const refuse = (formula: string, filled: CellAt): void => {
    const says = el("p");
    const act = button("", { class: "small primary" }, () => void confirm());
    const show = (cell: CellAt): void => {
      const isFree = cell.formula === "";
      fill(
        says,
        ...(isFree
          ? [`${cell.address} is empty.`]
          : [
              `${cell.address} holds `,
              el("code", {}, shortened(cell.formula)),
              ". Replace it, or pick an empty cell.",
            ]),
      );
      fill(act, isFree ? `Insert in ${cell.address}` : "Replace");
    };
    show(filled);
    const keep = button("Cancel", { class: "small" }, () => {
      close();
    });
    message.dataset["tone"] = "look";
    fill(message, says, el("p", { class: "actions" }, act, keep));
    waiting = { formula, cell: filled, show };
    announce(`${filled.address} is not empty; nothing was inserted. Replace it, or pick an empty cell.`);
  };

  const close = (): void => {
    waiting = undefined;
    message.remove();
  };

  const isStill = async ({ address, formula }: CellAt): Promise<boolean> => {
    const now = await readActiveCell(workbook);
    return now?.address === address && now.formula === formula;
  };

  /** Replaces only the cell that the sentence named: if the selection has moved since, it is asked again. */
  const confirm = async (): Promise<void> => {
    if (!waiting) return;
    const { formula, cell } = waiting;
    await write(formula, cell.formula !== "" && (await isStill(cell)));
  };

  const write = async (formula: string, replace: boolean): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const address = await workbook.writeFormula(formula, { replace });
      waiting = undefined;
      done(formula, address);
    } catch (error) {
      waiting = undefined;
      const filled = isFilled(error) ? await readActiveCell(workbook) : undefined;
      if (filled) refuse(formula, filled);
      else fail(error);
    } finally {
      busy = false;
    }
    await activeCell.refresh();
  };

  activeCell.onChange(() => {
    const cell = activeCell.now();
    if (!waiting || !cell) return;
    waiting.cell = cell;
    waiting.show(cell);
  });

  return async (formula, under, over) => {
    if (busy) return;
    close();
    under.append(message);
    fill(message);
    delete message.dataset["tone"];
    await write(formula, over !== undefined && (await isStill(over)));
  };
};
