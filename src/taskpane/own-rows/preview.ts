// What the brought-in rows say, before they are taken: what is wrong by line, and the valid ones.
import { record } from "../../functions";
import type { MinerRecord } from "../../data/record";
import type { Problem } from "../../data/row-reader";
import type { OwnPreview, OwnRow } from "../../refresh/own-rows/own-rows";
import { button, el, type Child } from "../dom";
import { valueOf } from "../shown";
import { count, counted } from "../../common/words";

const MOST_PROBLEMS = 50;
const MOST_ROWS = 20;

export const problemList = (problems: readonly Problem[]): readonly Child[] => {
  if (problems.length === 0) return [];
  const items = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ line, sentence }) => el("li", {}, el("strong", {}, `Line ${count(line)}: `), sentence));
  const more = problems.length - MOST_PROBLEMS;
  return [
    el("div", { class: "outcome", "data-tone": "error" }, el("ul", {}, ...items)),
    more > 0 && el("p", { class: "caption" }, `And ${counted(more, "more problem")}.`),
  ];
};

/** What the cells read for that figure now; undefined where there is nothing. A level counts for its day, whatever the report. */
const standingOf = (now: MinerRecord, { metric, observation }: OwnRow): number | undefined => {
  const { ticker, period, periodEnd, scope } = observation;
  const [miner, index] = [now.minerIndex(ticker), now.metricIndex(metric.id)];
  const { start, end } = period === "guidance" ? now.guidanceRows(miner, index) : now.rows(miner, index);
  for (let row = end - 1; row >= start; row--) {
    const other = now.observation(row);
    const isSameFigure = metric.kind === "stock" || other.period === period;
    if (other.periodEnd === periodEnd && other.scope === scope && isSameFigure) return other.value;
  }
  return undefined;
};

const cellsOf = ({ cells, metric, observation }: OwnRow): HTMLElement[] => [
  el(
    "th",
    { scope: "row" },
    cells["ticker"],
    el("span", { class: "caption" }, `${metric.name}, `, el("span", { class: "nowrap" }, cells["period_end"])),
  ),
  el("td", { class: "number" }, valueOf(observation.value, metric)),
];

const comparedCells = (row: OwnRow): HTMLElement[] => {
  const [figure] = cellsOf(row);
  const standing = standingOf(record(), row);
  const value = valueOf(row.observation.value, row.metric);
  const says = standing === undefined ? `none → ${value}` : `${valueOf(standing, row.metric)} → ${value}`;
  return [...(figure ? [figure] : []), el("td", { class: "number" }, says)];
};

/** Before the rows are taken: what stands for each figure now, and what would. */
const comparedTable = (rows: readonly OwnRow[]): HTMLElement => {
  const heads = [el("th", { scope: "col" }, "Figure"), el("th", { scope: "col", class: "number" }, "Now → then")];
  const lines = rows.map((row) => el("tr", {}, ...comparedCells(row)));
  return el("table", { class: "changes" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...lines));
};

/** `last` stands at the end of each row, under a head of its own. */
export const rowTable = (rows: readonly OwnRow[], last?: (row: OwnRow) => HTMLElement): HTMLElement => {
  const heads = [
    el("th", { scope: "col" }, "Figure"),
    el("th", { scope: "col", class: "number" }, "Value"),
    last && el("th", { scope: "col" }, el("span", { class: "unseen" }, "Remove")),
  ];
  const lines = rows.map((row) => el("tr", {}, ...cellsOf(row), last && el("td", { class: "number" }, last(row))));
  return el("table", { class: "changes" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...lines));
};

export const summary = ({ rows, problems, total }: OwnPreview): string => {
  if (problems.length === 0) return `${counted(total, "row")}, all valid. Nothing is added yet.`;
  return `${counted(total, "row")}, ${counted(rows.length, "valid row")}, ${counted(problems.length, "problem")}. Nothing is added yet.`;
};

export const previewView = (preview: OwnPreview, take: (validOnly: boolean) => void): readonly Child[] => {
  const { rows, problems } = preview;
  const isSound = problems.length === 0;
  const label = isSound
    ? rows.length === 1
      ? "Add it"
      : `Add all ${count(rows.length)}`
    : rows.length === 1
      ? "Take the valid one"
      : `Take the ${count(rows.length)} valid ones`;
  const act = button(label, { class: isSound ? "primary" : "small" }, () => {
    take(!isSound);
  });
  return [
    el("p", {}, summary(preview)),
    ...problemList(problems),
    rows.length > 0 && comparedTable(rows.slice(0, MOST_ROWS)),
    rows.length > MOST_ROWS && el("p", { class: "caption" }, `And ${counted(rows.length - MOST_ROWS, "more row")}.`),
    rows.length > 0 && el("p", { class: "actions" }, act),
  ];
};
