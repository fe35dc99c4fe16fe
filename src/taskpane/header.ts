// The head of the pane: which record the cells read, how many coins it adds up to, how old they are, and whose.
import { latestDay, onRecordReplaced, record } from "../functions";
import { coinAgeOf, countsOfAll } from "../data/coin-age";
import { coverageOf } from "../data/coverage";
import type { MinerRecord } from "../data/record";
import type { PaneContext } from "./context";
import { el, fill, type Child } from "./dom";
import { count, counted, longDay, versionDay } from "../common/words";
import { ageSaid, coverageSaid, reportCount } from "./words";

/** Joined by points; lines break between the parts only, after the point. */
const parts = (...texts: readonly string[]): readonly Child[] =>
  texts.flatMap((text, i) => [el("span", { class: "nowrap" }, i < texts.length - 1 ? `${text} ·` : text), " "]);

/** The sum of the formula for ALL, seen today: its coins grow older while the record stays. */
const coinsSaid = (now: MinerRecord, today: number): string => {
  const day = latestDay(now);
  const counts = countsOfAll(now, day);
  const age = coinAgeOf(counts, Math.max(today, day));
  if (!age) return "No coins to add up.";
  const coins = `${count(age.btc)} BTC`;
  return today < now.newestReport
    ? `${coins}. The reports are dated later than this computer’s clock, so their age is unknown.`
    : `${coins}, ${ageSaid(age)}.`;
};

export const header = (context: PaneContext): HTMLElement => {
  const which = el("p", { class: "age" });
  const coins = el("p", { class: "age" });
  const whose = el("p", { class: "caption" });
  const show = (): void => {
    const now = record();
    fill(which, ...parts(`Record of ${versionDay(now.version)}`, `newest report ${longDay(now.newestReport)}`));
    fill(coins, coinsSaid(now, context.today()));
    const miners = counted(now.counts.miners, "miner");
    fill(whose, `${miners}: ${coverageSaid(coverageOf(now, latestDay(now)))}. ${counted(reportCount(now), "report")}.`);
  };
  show();
  context.signal.addEventListener("abort", onRecordReplaced(show));
  return el("header", { class: "head" }, el("h1", {}, "Miner Overhang"), which, coins, whose);
};
