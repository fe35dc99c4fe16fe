// Any reported figure of a miner, a list or a group: which rows answer a question, and their sum.
import { isoOf, type Day } from "../common/days";
import { sumOf } from "../common/sum";
import { overPeriod, type PeriodFigure } from "../data/flows";
import type { Stretch } from "../data/lengths";
import type { PeriodSpan } from "../data/periods";
import type { MinerEvent } from "../data/rows";
import type { Period } from "../data/schema";
import { membersAt, type Basket } from "./baskets";
import { builtLevel, isBuilt } from "./built-levels";
import { CellError } from "./cells";
import { yearEndOf, yearEndOfAll } from "./fiscal";
import { addsUp, metricAt } from "./metrics";
import { noCommonFigure, noFigure } from "./no-figure";
import { latestDay, record } from "./session";
import { lengthOf, namedSpan, newestStretch, type Question } from "./spans";

export interface Figure {
  readonly miner: number;
  readonly value: number;
  readonly status: PeriodFigure["status"];
  /** One row as reported, or the parts of a sum. */
  readonly rows: readonly number[];
  /** Rows that were taken away from these. */
  readonly less: readonly number[];
  /** What a flow runs over, where it is not just that of its row. */
  readonly stretch?: Stretch;
  /** Signed since the report, and added to it. */
  readonly events?: readonly MinerEvent[];
  /** What belongs to it and nobody told: then the value is at least this. */
  readonly lacks?: readonly string[];
}

const ofRow = (miner: number, row: number): Figure => ({
  miner,
  value: record().value(row),
  status: record().observation(row).basis === "derived" ? "derived" : "reported",
  rows: [row],
  less: [],
});

const ofPeriod = (miner: number, { value, status, parts, less }: PeriodFigure, stretch: Stretch): Figure => ({
  miner,
  value,
  status,
  rows: parts,
  less,
  stretch,
});

/** Of several flows that end together, whatever their length, the quarter is shown. */
const PREFERRED: readonly Period[] = ["quarter", "month", "half", "nine_months", "year", "instant"];

const newestFlow = (miner: number, metric: number, day: Day, knownBy: Day): number => {
  const newest = record().asOf(miner, metric, day, knownBy);
  if (newest < 0) return -1;
  const end = record().periodEnd(newest);
  for (const period of PREFERRED) {
    const row = record().inPeriod(miner, metric, period, end, knownBy);
    if (row >= 0) return row;
  }
  return newest;
};

/** A rate told on a day inside the period (a rent per megawatt, say) speaks for the period too. */
const toldWithin = (miner: number, metric: number, span: PeriodSpan, knownBy: Day): Figure | undefined => {
  const row = record().asOf(miner, metric, span.end, knownBy);
  const isTold = row >= 0 && record().periodEnd(row) >= span.start && record().observation(row).period === "instant";
  return isTold ? ofRow(miner, row) : undefined;
};

const overSpan = (miner: number, metric: number, span: PeriodSpan, knownBy: Day): Figure | undefined => {
  const over = overPeriod(record(), miner, metric, span.start, span.end, knownBy);
  return over ? ofPeriod(miner, over, span) : toldWithin(miner, metric, span, knownBy);
};

const ofBuilt = (miner: number, metric: number, day: Day, knownBy: Day, maxAge: number): Figure | undefined => {
  const built = builtLevel(metricAt(metric).id, miner, day, knownBy);
  if (!built || day - built.end > maxAge) return undefined;
  const { value, rows, events, lacks } = built;
  const [row = -1] = rows;
  const isOne = rows.length === 1 && events.length === 0 && lacks.length === 0;
  if (isOne && record().metricIndex(record().observation(row).metric) === metric) return ofRow(miner, row);
  return { miner, value, status: "derived", rows, less: [], events, lacks };
};

/** The figure of one miner, or undefined when nothing was reported. `yearEnd`: of its own year unless said. */
export const figureOf = (
  miner: number,
  metric: number,
  question: Question = {},
  yearEnd = yearEndOfAll([miner]),
): Figure | undefined => {
  const { date, knownBy = Infinity, maxAge = Infinity } = question;
  const span = namedSpan(question, yearEnd);
  const length = lengthOf(question);
  const day = span?.end ?? date?.day ?? latestDay();
  const isLevel = metricAt(metric).kind === "stock";
  if (!isLevel && span) return overSpan(miner, metric, span, knownBy);
  if (!isLevel && length !== "REPORTED") {
    const found = newestStretch([miner], metric, length, question, yearEnd, "all");
    const [figure] = found?.figures ?? [];
    return found && figure ? ofPeriod(miner, figure, found.stretch) : undefined;
  }
  if (isBuilt(metricAt(metric).id)) return ofBuilt(miner, metric, day, knownBy, maxAge);
  const row = isLevel ? record().asOf(miner, metric, day, knownBy) : newestFlow(miner, metric, day, knownBy);
  return row < 0 || day - record().periodEnd(row) > maxAge ? undefined : ofRow(miner, row);
};

export interface Figures {
  readonly metric: number;
  readonly figures: readonly Figure[];
  /** Members of a group that have none of that time. */
  readonly without: readonly number[];
}

/** One and the same stretch for all: nothing is added up over different ones. */
const commonFigures = (
  basket: Basket,
  members: readonly number[],
  metric: number,
  question: Question,
): Figures | undefined => {
  const length = lengthOf(question);
  if (basket.kind === "single" || metricAt(metric).kind === "stock" || length === "REPORTED") return undefined;
  const yearEnd = yearEndOf(basket);
  if (namedSpan(question, yearEnd)) return undefined;
  const need = basket.kind === "group" ? "half" : "all";
  const found = newestStretch(members, metric, length, question, yearEnd, need);
  if (!found) throw noCommonFigure(basket, members, metric, length, question);
  const figures = found.figures.map((figure, at) => {
    const miner = members[at] ?? -1;
    return figure ? ofPeriod(miner, figure, found.stretch) : miner;
  });
  return {
    metric,
    figures: figures.filter((one): one is Figure => typeof one !== "number"),
    without: figures.filter((one): one is number => typeof one === "number"),
  };
};

/** Figures of a basket, one a miner. Members of a list must have one; of a group those that do. */
export const figuresOf = (basket: Basket, metric: number, question: Question = {}): Figures => {
  const about = metricAt(metric);
  if (basket.kind !== "single" && !addsUp(about)) {
    throw new CellError(
      "#VALUE!",
      `${about.id} (${about.unit}) of several miners does not add up: ask for one miner at a time.`,
    );
  }
  const day = question.date?.day ?? latestDay();
  const members = membersAt(basket, day, question.knownBy);
  const common = commonFigures(basket, members, metric, question);
  if (common) return common;
  const figures: Figure[] = [];
  const without: number[] = [];
  for (const miner of members) {
    const figure = figureOf(miner, metric, question, yearEndOf(basket));
    if (figure) figures.push(figure);
    else if (basket.kind === "group") without.push(miner);
    else throw noFigure(miner, metric, question, yearEndOf(basket));
  }
  if (figures.length === 0) {
    const age = question.maxAge === undefined ? "" : ` and at most ${question.maxAge} days old`;
    const when = question.date ? `for ${isoOf(day)}${age}` : `for that time${age}`;
    throw new CellError("#N/A", `No miner of ${basket.label} has a ${about.id} ${when} in the record.`);
  }
  return { metric, figures, without };
};

export const totalOf = (figures: readonly Figure[]): number => sumOf(figures.map((figure) => figure.value));
