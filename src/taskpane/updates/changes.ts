// What a release changes, as it is shown before it is applied: counts, then miner by miner.
import { isoOf } from "../../common/days";
import type { CoinMoves } from "../../refresh/fetch/coin-moves";
import { coinsSaid, totalsSaid } from "../../refresh/fetch/coin-words";
import type { Change, ChangeKind, Comparison, MinerChanges, Tally } from "../../refresh/fetch/compare";
import { definitions, el, type Child } from "../dom";
import { valueOf } from "../shown";
import { counted } from "../../common/words";

/** Of one miner; nobody reads on after that many. */
const MOST_ROWS = 60;

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ["new", "new"],
  ["revised", "revised"],
  ["removed", "removed"],
  ["resourced", "with another source"],
];

const tallied = (tally: Tally): string =>
  KINDS.flatMap(([kind, words]) => (tally[kind] > 0 ? [`${tally[kind].toLocaleString("en-US")} ${words}`] : [])).join(
    ", ",
  ) || "no change";

const kindsOf = ({ changes }: MinerChanges): Tally => {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  return { new: count("new"), revised: count("revised"), removed: count("removed"), resourced: count("resourced") };
};

const says = ({ kind, old, now, metric }: Change): string => {
  const before = old ? valueOf(old.value, metric) : "";
  const after = now ? valueOf(now.value, metric) : "";
  if (kind === "new") return after;
  if (kind === "revised") return `${before} → ${after}`;
  return kind === "removed" ? `removed, was ${before}` : `${after}, now from ${now?.source.title ?? "another source"}`;
};

const spanOf = (reading: Change["now"]): readonly Child[] => {
  if (!reading) return [];
  const end = el("span", { class: "nowrap" }, isoOf(reading.periodEnd));
  return reading.period === "instant" ? [end] : [`${reading.period.replace("_", " ")} to `, end];
};

const row = (change: Change): HTMLElement => {
  const { metric, old, now } = change;
  return el(
    "tr",
    {},
    el("td", {}, metric.name, el("span", { class: "caption" }, ...spanOf(now ?? old))),
    el("td", { class: "number" }, says(change)),
  );
};

const miner = (of: MinerChanges, coins: string | undefined): HTMLElement => {
  const more = of.changes.length - MOST_ROWS;
  const heads = [el("th", { scope: "col" }, "Figure"), el("th", { scope: "col", class: "number" }, "Value")];
  const rows = el("tbody");
  // Filled when it is first unfolded: a first update may bring a thousand figures.
  const details = el(
    "details",
    {},
    el(
      "summary",
      {},
      `${of.name}: ${tallied(kindsOf(of))}`,
      coins !== undefined && el("span", { class: "caption" }, coins),
    ),
    el("table", { class: "changes" }, el("thead", {}, el("tr", {}, ...heads)), rows),
    more > 0 && el("p", { class: "caption" }, `And ${counted(more, "more figure")} of ${of.ticker}.`),
  );
  details.addEventListener("toggle", () => {
    if (!rows.firstChild) rows.append(...of.changes.slice(0, MOST_ROWS).map(row));
  });
  return details;
};

const joinsAndLeaves = ({ minersAdded, minersRemoved }: Comparison): readonly string[] => [
  ...(minersAdded.length > 0 ? [`New miners: ${minersAdded.join(", ")}.`] : []),
  ...(minersRemoved.length > 0 ? [`No longer in the record: ${minersRemoved.join(", ")}.`] : []),
];

export const changesView = (comparison: Comparison, coins: CoinMoves): readonly Child[] => {
  if (comparison.isSame) return [el("p", {}, "Newer release, no changes.")];
  const { figures, events, market } = comparison;
  const coinsOf = new Map(coins.miners.map((move) => [move.ticker, coinsSaid(move)]));
  return [
    definitions({ class: "facts" }, [
      ["Figures", tallied(figures)],
      ["Events", tallied(events)],
      ["Market values", tallied(market)],
      ...totalsSaid(coins),
    ]),
    ...joinsAndLeaves(comparison).map((sentence) => el("p", {}, sentence)),
    ...comparison.miners.map((of) => miner(of, coinsOf.get(of.ticker))),
  ];
};
