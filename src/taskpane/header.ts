// The head of the pane: which record the cells read, how old it is, how much is in it.
import { onRecordReplaced, record } from "../functions";
import { dayOfIso } from "../common/days";
import { answer, numberIn } from "./answers";
import type { PaneContext } from "./context";
import { el, fill, type Child } from "./dom";
import { count, counted, longDay } from "../common/words";
import { reportCount } from "./words";

/** Joined by points; lines break between the parts only, after the point. */
const parts = (...texts: readonly string[]): readonly Child[] =>
  texts.flatMap((text, i) => [el("span", { class: "nowrap" }, i < texts.length - 1 ? `${text} ·` : text), " "]);

export const header = (context: PaneContext): HTMLElement => {
  const age = el("p", { class: "age" });
  const size = el("p", { class: "caption" });
  const show = (): void => {
    const now = record();
    const version = dayOfIso(now.version.slice(0, 10));
    const days = context.today() - now.newestReport;
    fill(
      age,
      ...parts(
        `Record of ${version === undefined ? now.version : longDay(version)}`,
        `newest report ${longDay(now.newestReport)}`,
        days >= 0 ? `${counted(days, "day")} old` : "ahead of this computer’s date",
      ),
    );
    const btc = numberIn(answer("MINERHOLDINGS", "ALL"));
    fill(
      size,
      ...parts(
        counted(now.counts.miners, "miner"),
        counted(reportCount(now), "report"),
        btc === undefined ? "no holdings to add up" : `${count(btc)} BTC`,
      ),
    );
  };
  show();
  context.signal.addEventListener("abort", onRecordReplaced(show));
  return el("header", { class: "head" }, el("h1", {}, "Miner Overhang"), age, size);
};
