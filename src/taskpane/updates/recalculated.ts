// After the data have changed: the cells are calculated anew, and if they cannot be, that is said.
import type { PaneContext } from "../context";
import { button, el } from "../dom";
import { sentenceOf } from "../../common/words";
import type { Work } from "../work";

/** `done` is the change that has happened, whatever becomes of the cells. */
export const recalculated = async (context: PaneContext, work: Work, done: string): Promise<void> => {
  try {
    work.say("done", `${done} ${await context.calculation.recalculate()}`);
  } catch (error) {
    const again = button(
      "Recalculate",
      { class: "small" },
      () => void work.run("Recalculating.", () => recalculated(context, work, done)),
    );
    work.say(
      "look",
      `${done} The cells still show their former values: ${sentenceOf(error)}`,
      el("p", { class: "actions" }, again),
    );
  }
};
