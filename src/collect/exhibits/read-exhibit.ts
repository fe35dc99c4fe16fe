// One exhibit of a release: which period it speaks of, and the figures of that period.
import type { Miner } from "../../data/rows";
import { isoOf } from "../../common/days";
import { cut, NOTHING, onlyFound, printed, type Candidate, type Found, type Paper } from "../candidate";
import { monthsIn, namesMonth } from "../dates";
import type { Filer } from "../filers";
import { periodOfLevel } from "../place";
import { isApproximate, isHashRate, namedBy, type Named } from "./labels";
import { readPage } from "./page";
import { isOtherPart, partsProblem } from "./parts";
import { figuresIn } from "./sentence-figures";
import { figuresOf, type PrintedFigure } from "./table-figures";
import { speaksOf, type Speaks } from "./title";

/** Undefined when the exhibit is neither a month's update nor a quarter's results. */
export const readExhibit = (
  html: string,
  filer: Filer,
  miner: Miner,
  paperOf: (speaks: Speaks) => Paper,
): Found | undefined => {
  const page = readPage(html);
  const speaks = speaksOf(page.sentences, miner.fiscalYearEnd);
  if (!speaks) return undefined;
  const paper = paperOf(speaks);
  const body = page.sentences.filter((sentence) => sentence !== speaks.title);
  const tables = page.tables.map((table) => {
    const figures = figuresOf(table, speaks.periodEnd);
    return onlyFound(figures.map((figure) => readFigure(figure, figures, speaks, filer, paper)));
  });
  const sentences = body.map((sentence) => {
    const figures = figuresIn(sentence);
    const found = onlyFound(figures.map((figure) => readFigure(figure, figures, speaks, filer, paper)));
    const isAlone = figures.length === 1;
    return { ...found, candidates: found.candidates.map((each) => ({ ...each, isSure: each.isSure && isAlone })) };
  });
  return onlyFound([...tables, ...sentences]);
};

const readFigure = (
  figure: PrintedFigure,
  around: readonly PrintedFigure[],
  speaks: Speaks,
  filer: Filer,
  paper: Paper,
): Found => {
  const named = namedBy(figure.label, figure.around, filer.labels, filer.allowsApproximate);
  if (!named || (named.kind === "metric" && isOtherPart(figure, around, named.metric, filer.countsOwnPart === true)))
    return NOTHING;
  const evidence = { printed: figure.printed, around: cut(figure.around), label: cut(figure.label) };
  const refused = (reason: string): Found => ({
    ...NOTHING,
    refusals: [{ ticker: filer.ticker, paper, evidence, reason }],
  });
  const problem = problemOf(named, figure, around, speaks);
  if (named.kind === "refused") return refused(named.reason);
  if (problem !== undefined) return refused(problem);
  const { metric } = named;
  const isLevel = !/^(produced|sold|purchased|avg)/.test(metric);
  const candidate: Candidate = {
    ticker: filer.ticker,
    metric,
    period: isLevel ? periodOfLevel(metric, speaks.period) : speaks.period,
    periodEnd: speaks.periodEnd,
    value: Math.abs(figure.number.value),
    basis: "stated",
    note: noteOf(figure, metric, filer),
    paper,
    evidence,
    standing: "report",
    isScaled: false,
    isSure: true,
    remarks: [`period by the title: ${cut(speaks.title)}`],
  };
  return { ...NOTHING, candidates: [candidate] };
};

const noteOf = ({ label }: PrintedFigure, metric: string, filer: Filer): string =>
  isApproximate(label) ? "approximate" : filer.countsOwnPart && metric === "produced_btc" ? "self-mining only" : "";

/** Why the figure is not of the period or not of coins, though its label is known. */
const problemOf = (
  named: Named,
  figure: PrintedFigure,
  around: readonly PrintedFigure[],
  { period, periodEnd }: Speaks,
): string | undefined => {
  if (named.kind === "refused") return named.reason;
  const months = monthsIn(figure.around);
  const other = months.find((month) => month !== periodEnd);
  if (other !== undefined) return `its row or sentence speaks of ${isoOf(other)}`;
  if (period === "quarter" && namesMonth(figure.around) && months.length === 0) {
    return "a month is named in a document on a quarter";
  }
  const unit = /EH\/s|exahash/i.test(figure.around);
  if (isHashRate(named.metric) !== unit) {
    return isHashRate(named.metric) ? "no EH/s stands beside it" : "it stands beside EH/s";
  }
  if (!isHashRate(named.metric) && !/btc|bitcoin/i.test(figure.around))
    return "neither BTC nor bitcoin stands beside it";
  const parts = partsProblem(around, named.metric);
  return parts === undefined
    ? undefined
    : `own and customers' coins add up to ${printed(parts)}, which is not the total`;
};
