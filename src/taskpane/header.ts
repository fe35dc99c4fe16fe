// The head of the pane: which record the cells read, how old it is, how much is in it.
import { onRecordReplaced, record } from "../functions";
import { dayOfIso } from "../data/days";
import { answer, numberIn } from "./answers";
import type { PaneContext } from "./context";
import { el, fill } from "./dom";
import { count, counted, longDay } from "./words";

export const header = (context: PaneContext): HTMLElement => {
  const age = el("p", { class: "age" });
  const size = el("p", { class: "caption" });
  const show = (): void => {
    const now = record();
    const version = dayOfIso(now.version.slice(0, 10));
    const days = context.today() - now.newestReport;
    fill(
      age,
      `Record of ${version === undefined ? now.version : longDay(version)} · `,
      `newest report ${longDay(now.newestReport)} · `,
      el("span", { class: "nowrap" }, days >= 0 ? `${counted(days, "day")} old` : "ahead of this computer’s date"),
    );
    const btc = numberIn(answer("MINERHOLDINGS", "ALL"));
    fill(
      size,
      [
        counted(now.counts.miners, "miner"),
        counted(now.counts.reports, "report"),
        btc === undefined ? "no holdings to add up" : `${count(btc)} BTC`,
      ].join(" · "),
    );
  };
  show();
  context.signal.addEventListener("abort", onRecordReplaced(show));
  return el("header", { class: "head" }, el("h1", {}, "Miner Overhang"), age, size);
};
