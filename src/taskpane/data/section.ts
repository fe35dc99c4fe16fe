// The section Data: what the record holds, and who holds what.
import { functionCalled, onRecordReplaced, record } from "../../functions";
import { dayOfSerial } from "../../common/days";
import type { Layer } from "../../data/schema";
import { numberIn, textIn } from "../answers";
import type { PaneContext, Section } from "../context";
import { button, definitions, el, fill } from "../dom";
import { dataIcon } from "../icons";
import { liveMarket } from "../market/section";
import { ownRows } from "../own-rows/section";
import { newerData } from "../updates/newer";
import { count, longDay } from "../../common/words";
import { reportCount } from "../words";

const TABLE = "=MINERLIST()";

const LAYERS: Readonly<Record<Layer, string>> = {
  bundled: "as it came with the add-in",
  release: "as last updated",
  market: "with live market data",
  own: "with your own rows",
};

const facts = (): HTMLElement => {
  const { version, layer, counts, firstReport, newestReport, newestPublished } = record();
  return definitions({ class: "facts" }, [
    ["Version", `${version}, ${LAYERS[layer]}`],
    ["Reports", `${count(reportCount(record()))} with ${count(counts.reports)} figures`],
    ["Period ends", `${longDay(firstReport)} to ${longDay(newestReport)}`],
    ["Last published", longDay(newestPublished)],
    ["Other facts", count(counts.facts)],
    ["Events", count(counts.events)],
    ["Market data", `${count(counts.market)} values`],
    ["Sources", count(counts.sources)],
  ]);
};

/** The rows that =MINERLIST() would spill; its first cell is an error when there is nothing to list. */
const holders = (): HTMLElement => {
  const rows = functionCalled("MINERLIST")?.evaluate([null, null, false]) ?? [];
  const lines = rows.flatMap(([ticker, name, btc, , reported]) => {
    const held = numberIn(btc);
    const on = numberIn(reported);
    if (held === undefined || on === undefined) return [];
    return [
      el(
        "tr",
        {},
        el("th", { scope: "row", title: textIn(name) }, textIn(ticker)),
        el("td", { class: "number" }, count(held)),
        el("td", { class: "number" }, longDay(dayOfSerial(on))),
      ),
    ];
  });
  if (lines.length === 0) return el("p", { class: "empty" }, "The record has no reports to list.");
  const heads = el(
    "tr",
    {},
    el("th", { scope: "col" }, "Miner"),
    el("th", { scope: "col", class: "number" }, "BTC"),
    el("th", { scope: "col", class: "number" }, "Reported for"),
  );
  return el("table", {}, el("thead", {}, heads), el("tbody", {}, ...lines));
};

const mount = (root: HTMLElement, context: PaneContext): void => {
  const aboutRecord = el("div");
  const table = el("div");
  const show = (): void => {
    fill(aboutRecord, facts());
    fill(table, holders());
  };
  show();
  context.signal.addEventListener("abort", onRecordReplaced(show));
  const { refresh } = context;
  const action = el("div", { class: "action" });
  // One button of the section is the main one: where newer data can be had, that is the one for it.
  action.append(
    button(
      "Insert this table",
      { class: refresh ? "small" : "primary", title: TABLE },
      () => void context.insert(TABLE, action),
    ),
  );
  root.append(
    ...(refresh ? newerData(context, refresh) : []),
    el("h2", {}, "Who holds what"),
    action,
    table,
    el("p", { class: "caption" }, "The newest report of each miner, the largest treasury first."),
    el("h2", {}, "The record"),
    aboutRecord,
    ...(refresh ? [...liveMarket(context, refresh), ...ownRows(context, refresh)] : []),
  );
};

export const dataSection: Section = { id: "data", label: "Data", icon: dataIcon, mount };
