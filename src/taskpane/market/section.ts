// The live market: off until it is asked for, shown with its time, gone with Excel or at the press of a button.
import type { MarketPoint } from "../../data/rows";
import type { Quote } from "../../refresh/market/quote";
import type { Refresh } from "../../refresh/refresh";
import type { PaneContext } from "../context";
import { button, definitions, el, fill, type Child } from "../dom";
import { recalculated } from "../updates/recalculated";
import { moment } from "../words";
import { Work } from "../work";

interface Line {
  readonly series: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** Of the unit, where that is not the series' own. */
  readonly per?: number;
}

const LINES: readonly Line[] = [
  { series: "price", label: "Price", unit: "USD", decimals: 0 },
  { series: "hashrate", label: "Hash rate", unit: "EH/s", decimals: 1 },
  // In trillions, as miners name it: all its digits do not fit a narrow pane.
  { series: "difficulty", label: "Difficulty", unit: "T", decimals: 2, per: 1e12 },
  { series: "fees_btc_per_day", label: "Fees", unit: "BTC a day", decimals: 2 },
];

const valueOf = (points: readonly MarketPoint[], { series, unit, decimals, per = 1 }: Line): string => {
  const value = points.find((point) => point.series === series)?.value;
  if (value === undefined) return "";
  return `${(value / per).toLocaleString("en-US", { maximumFractionDigits: decimals })} ${unit}`;
};

const shown = ({ takenAt, points, sentences }: Quote): readonly Child[] => [
  el("p", {}, `From mempool.space, ${moment(takenAt)} your time. Used as the newest market figures, never stored.`),
  definitions(
    { class: "facts" },
    LINES.map((line) => [line.label, valueOf(points, line)]),
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
              "Off. On request, mempool.space supplies today’s price, hash rate, difficulty and fees; until then nothing is sent there.",
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
