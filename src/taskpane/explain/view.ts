// An explained call on the page.
import type { UsedAssumption } from "../../functions";
import { definitions, el, link, type Child } from "../dom";
import { shownCell } from "../shown";
import { counted } from "../../common/words";
import type { ExplainedArgument, ExplainedCall, Outcome } from "./explanation";
import { MOST_SOURCES, type Source } from "./sources";

/** Only web addresses become links: the record is text, wherever it came from. */
export const webLink = (label: string, address: string): Child =>
  /^https?:\/\//i.test(address) ? link(label, address) : label;

const outcome = (of: Outcome): HTMLElement => {
  if (of.kind === "unknown") return el("p", { class: "says", "data-tone": "look" }, of.sentence);
  if (of.kind === "error") {
    return el("p", { class: "says", "data-tone": "error" }, el("strong", {}, of.code), ` ${of.sentence}`);
  }
  const place = of.place && el("span", { class: "caption" }, ` ${of.place}`);
  return el("p", { class: "result" }, el("strong", {}, of.text), place || undefined);
};

const argument = ({ name, written, read }: ExplainedArgument): readonly [Child, Child] => [
  el("code", {}, name),
  el(
    "span",
    {},
    written ? el("code", {}, written) : el("span", { class: "quiet" }, "left out: "),
    written && read ? el("span", { class: "quiet" }, " = ") : undefined,
    read,
  ),
];

const ABOUT_SOURCE = ["Source", "Link"];

const provenance = (call: ExplainedCall): HTMLElement | undefined => {
  const pairs = Object.entries(call.provenance).filter(([name]) => !ABOUT_SOURCE.includes(name));
  if (pairs.length === 0) return undefined;
  return definitions(
    { class: "facts" },
    pairs.map(([name, value]) => [name, shownCell(value)]),
  );
};

const source = ({ title, link: address, says }: Source): HTMLElement =>
  el("li", {}, webLink(title, address), el("p", { class: "caption" }, says));

const sources = (all: readonly Source[]): readonly Child[] => {
  if (all.length === 0) return [];
  const more = all.length - MOST_SOURCES;
  return [
    el("h4", {}, all.length === 1 ? "Source" : "Sources"),
    el("ul", { class: "sources" }, ...all.slice(0, MOST_SOURCES).map(source)),
    more > 0 && el("p", { class: "caption" }, `And ${more} more: MINERSOURCE lists them all in the sheet.`),
  ];
};

const assumption = ({ name, value, about: { unit, source, meaning } }: UsedAssumption): readonly [Child, Child] => [
  el("code", { title: meaning }, name),
  `${shownCell(value)}${/^(word|date|text|TRUE)/.test(unit) ? "" : ` ${unit}`}${source === undefined ? "" : ` (${source})`}`,
];

const assumptionsFrom = (label: string, used: readonly UsedAssumption[], open: boolean): Child =>
  used.length > 0 &&
  el(
    "details",
    { open },
    el("summary", {}, `${label} (${used.length})`),
    definitions({ class: "facts" }, used.map(assumption)),
  );

const assumptions = (used: readonly UsedAssumption[]): readonly Child[] => {
  if (used.length === 0) return [];
  const from = (where: UsedAssumption["from"]): readonly UsedAssumption[] => used.filter((each) => each.from === where);
  return [
    el("h4", {}, "Assumptions"),
    assumptionsFrom("Set by the argument", from("set"), true),
    assumptionsFrom("Set by the preset", from("preset"), true),
    assumptionsFrom("Left as they are", from("standard"), false),
  ];
};

/** `step` and `steps`: its place in a formula with several calls. */
export const callView = (call: ExplainedCall, step: number, steps: number): HTMLElement =>
  el(
    "section",
    { class: "call" },
    el("h3", {}, steps > 1 ? `${step} of ${counted(steps, "call")}: ${call.id}` : call.id),
    steps > 1 && el("code", { class: "formula" }, call.text),
    outcome(call.outcome),
    call.arguments.length > 0 && el("h4", {}, "Arguments"),
    call.arguments.length > 0 && definitions({ class: "terms" }, call.arguments.map(argument)),
    provenance(call) && el("h4", {}, "Behind it"),
    provenance(call),
    ...sources(call.sources),
    ...assumptions(call.assumptions),
  );
