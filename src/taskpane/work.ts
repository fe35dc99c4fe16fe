// One piece of work at a time under the button that starts it: its progress, a way to cancel, and what became of it.
import { RefreshError } from "../refresh/faults";
import type { PaneContext } from "./context";
import { button, el, fill, type Child } from "./dom";
import { sentenceOf } from "../common/words";

export type Tone = "done" | "look" | "error";

export interface Steps {
  /** Aborted when the pane is taken down, and by Cancel where there is one. */
  readonly signal: AbortSignal;
  /** What is being done now; with how much of it, in the words' own unit, as a bar. */
  readonly progress: (says: string, done?: number, of?: number) => void;
}

export class Work {
  /** Stands under the button. */
  readonly element = el("div", { class: "work" });
  private stopper: AbortController | undefined;

  constructor(
    private readonly context: Pick<PaneContext, "announce" | "signal">,
    private readonly starter: HTMLButtonElement,
  ) {}

  /** As run, with a button that stops it: for what heeds the signal to its end. */
  runCancellable(says: string, steps: (steps: Steps) => Promise<void>): Promise<void> {
    return this.run(says, steps, true);
  }

  /** Does nothing while it is busy. Whatever fails is told as a sentence. */
  async run(says: string, steps: (steps: Steps) => Promise<void>, canCancel = false): Promise<void> {
    if (this.stopper || this.context.signal.aborted) return;
    const stopper = new AbortController();
    this.stopper = stopper;
    const stop = (): void => {
      stopper.abort();
    };
    this.context.signal.addEventListener("abort", stop);
    // Disabled for the keyboard's sake it would lose the focus.
    this.starter.setAttribute("aria-disabled", "true");
    const progress = this.showProgress(says, canCancel ? stop : undefined);
    this.context.announce(says);
    try {
      await steps({ signal: stopper.signal, progress });
    } catch (error) {
      const isCancelled = error instanceof RefreshError && error.fault === "cancelled";
      if (isCancelled) this.say("look", "Cancelled. Nothing was changed.");
      else this.say("error", sentenceOf(error));
    } finally {
      this.context.signal.removeEventListener("abort", stop);
      this.stopper = undefined;
      this.starter.removeAttribute("aria-disabled");
      if (this.element.querySelector("progress")) this.clear();
    }
  }

  /** What became of it, in place of the progress; what follows the sentence is shown and not said. */
  say(tone: Tone, sentence: string, ...more: readonly Child[]): void {
    if (this.context.signal.aborted) return;
    this.put(el("div", { class: "outcome", "data-tone": tone }, el("p", {}, sentence), ...more));
    this.context.announce(sentence);
  }

  clear(): void {
    this.put();
  }

  private showProgress(says: string, cancel: (() => void) | undefined): Steps["progress"] {
    const words = el("p", { class: "caption" }, says);
    const bar = el("progress", { "aria-label": says });
    const stop = cancel && button("Cancel", { class: "small" }, cancel);
    this.put(el("div", { class: "progress" }, words, el("div", { class: "row" }, bar, stop)));
    return (text, done, of) => {
      words.textContent = text;
      if (done === undefined || of === undefined) return;
      bar.max = of;
      bar.value = done;
    };
  }

  /** The focus is not left on something that goes: it returns to the button that began. */
  private put(...children: readonly Child[]): void {
    const hadFocus = this.element.contains(document.activeElement);
    fill(this.element, ...children);
    if (hadFocus) this.starter.focus();
  }
}
