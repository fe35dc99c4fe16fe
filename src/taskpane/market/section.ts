// The live market: off until it is asked for, shown with its time, gone with Excel or at the press of a button.
import type { MarketPoint } from "../../data/rows";
import type { Quote } from "../../refresh/quote";
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { button, definitions, el, fill, type Child } from "../dom";
import { recalculated } from "../updates/recalculated";
import { moment } from "../words";
import { Work } from "../work";

const SERIES: readonly (readonly [string, string, string, number])[] = [
  ["price", "Price", "USD", 0],
  ["hashrate", "Hash rate", "EH/s", 1],
  ["difficulty", "Difficulty", "", 0],
  ["fees_btc_per_day", "Fees", "BTC a day", 2],
];

const valueOf = (points: readonly MarketPoint[], series: string, unit: string, decimals: number): string => {
  const value = points.find((point) => point.series === series)?.value;
  if (value === undefined) return "";
  return `${value.toLocaleString("en-US", { maximumFractionDigits: decimals })} ${unit}`.trimEnd();
};

const shown = ({ takenAt, points, sentences }: Quote): readonly Child[] => [
  el("p", {}, `From mempool.space, ${moment(takenAt)} your time. Used as the newest market figures, never kept.`),
  definitions(
    { class: "facts" },
    SERIES.map(([series, label, unit, decimals]) => [label, valueOf(points, series, unit, decimals)]),
  ),
  ...sentences.map((sentence) => el("p", { class: "caption" }, sentence)),
];

export const liveMarket = (context: PaneContext, refresh: Refresh): readonly HTMLElement[] => {
  const state = el("div");
  const ask = button(
    "Ask now",
    { class: "small" },
    () =>
      void work.runCancellable("Asking mempool.space.", async ({ signal }) => {
        await refresh.askMarket(signal);
        if (!context.signal.aborted) await recalculated(context, work, "The live market is in use.");
      }),
  );
  const drop = button(
    "Drop the quote",
    { class: "small" },
    () =>
      void work.run("Dropping the quote.", async () => {
        ask.focus();
        refresh.dropMarket();
        await recalculated(context, work, "The record’s own market figures are in use again.");
      }),
  );
  const work = new Work(context, ask);
  const show = (): void => {
    const { quote } = refresh.state;
    fill(
      state,
      ...(quote
        ? shown(quote)
        : [
            el(
              "p",
              {},
              "Off. When asked, mempool.space gives today’s price, hash rate, difficulty and fees; until then nothing is sent there.",
            ),
          ]),
    );
    ask.textContent = quote ? "Ask again" : "Ask now";
    drop.hidden = !quote;
  };
  show();
  context.signal.addEventListener("abort", refresh.onChanged(show));
  return [el("h2", {}, "Live market"), state, el("p", { class: "actions" }, ask, drop), work.element];
};
