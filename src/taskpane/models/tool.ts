// A button that does something to the whole workbook, and what became of it under the button.
import { button, el, fill, type Child } from "../dom";
import type { PaneContext } from "../context";
import { sentenceOf } from "../../common/words";

export interface Tool {
  readonly label: string;
  readonly says: string;
  readonly primary?: boolean;
  /** Gives what to tell: a sentence, and perhaps a button. */
  readonly run: (context: PaneContext) => Promise<readonly Child[]>;
}

/** The button, its sentence and its outcome. Only one run at a time. */
export const tool = (context: PaneContext, { label, says, primary = false, run }: Tool): HTMLElement => {
  const message = el("div", { class: "outcome" });
  let busy = false;

  const tell = (tone: string, ...children: readonly Child[]): void => {
    message.dataset["tone"] = tone;
    fill(message, ...children);
    context.announce(message.textContent);
  };

  const start = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    tell("busy", `${label}: reading the workbook…`);
    try {
      tell("done", ...(await run(context)));
    } catch (error) {
      tell("error", sentenceOf(error));
    } finally {
      busy = false;
    }
    await context.activeCell.refresh();
  };

  const act = button(label, { class: primary ? "small primary" : "small" }, () => void start());
  return el("li", { class: "tool" }, el("div", { class: "row" }, el("p", { class: "caption" }, says), act), message);
};
