// Over which time a question about a flow is asked: the period that its date names, or the newest of the length wanted.
import { isoOf, type Day } from "../common/days";
import { flowIn, type PeriodFigure } from "../data/flows";
import { LENGTHS, stretchesBetween, type Length, type Stretch } from "../data/lengths";
import type { PeriodSpan } from "../data/periods";
import { partsOf } from "../data/tiles";
import { CellError } from "./cells";
import { spanAsked } from "./fiscal";
import { metricAt } from "./metrics";
import { choice, optional, type AskedDate } from "./parameters";
import { latestDay, record } from "./session";

export const WANTED_PERIODS = [...LENGTHS, "REPORTED"] as const;
export type WantedPeriod = (typeof WANTED_PERIODS)[number];

export const period = optional(
  choice(
    {
      name: "period",
      description:
        "Length for figures that run over time: a month, quarter, half, year, the last twelve months or the year to date. REPORTED: the newest of any length.",
      default: "the quarter, or what the date names",
    },
    WANTED_PERIODS,
  ),
  undefined,
);

/** What is asked of a metric, beside whose and which. */
export interface Question {
  readonly date?: AskedDate | undefined;
  readonly period?: WantedPeriod | undefined;
  readonly knownBy?: Day | undefined;
  /** Days; an older figure counts as none. */
  readonly maxAge?: number | undefined;
}

export const LENGTH_WORDS: Readonly<Record<Length, string>> = {
  M: "month",
  Q: "quarter",
  H: "half year",
  Y: "year",
  LTM: "twelve months",
  YTD: "year to date",
};

const NAMED: Readonly<Partial<Record<PeriodSpan["period"], Length>>> = {
  month: "M",
  quarter: "Q",
  half: "H",
  year: "Y",
};

/** The period that the date names, in a company's own year; a `period` that says otherwise is refused. */
export const namedSpan = ({ date, period: length }: Question, yearEnd: number): PeriodSpan | undefined => {
  const span = date && spanAsked(date, yearEnd);
  if (!span || length === undefined || length === "REPORTED" || NAMED[span.period] === length) return span;
  throw new CellError(
    "#VALUE!",
    `The date names a ${span.period}, but period says ${length}: leave period out, or give the day ("${isoOf(span.end)}").`,
  );
};

export const lengthOf = ({ period: length }: Question): Length | "REPORTED" => length ?? "Q";

interface Found {
  readonly stretch: Stretch;
  /** Of each miner, in their order; undefined where it has none of that time. */
  readonly figures: readonly (PeriodFigure | undefined)[];
}

/**
 * The newest stretch of one length, the same for all, of which enough of the miners have the metric: all of them, or
 * half of those that ever report it.
 */
export const newestStretch = (
  miners: readonly number[],
  metric: number,
  length: Length,
  question: Question,
  yearEnd: number,
  need: "all" | "half",
): Found | undefined => {
  const about = metricAt(metric);
  const until = question.date?.day ?? latestDay();
  const parts = miners.map((miner) => partsOf(record(), miner, metric, question.knownBy));
  const tellers = parts.filter((each) => each.length > 0).length;
  const needed = need === "all" ? miners.length : Math.max(1, tellers / 2);
  if (tellers < needed) return undefined;
  const oldest = until - (question.maxAge ?? Infinity);
  const since = Math.max(oldest, Math.min(...parts.flatMap(([first]) => (first ? [first.end] : []))));
  for (const stretch of stretchesBetween(length, since, until, yearEnd)) {
    const figures = parts.map((each) => flowIn(record(), about, each, stretch.start, stretch.end));
    if (figures.filter((figure) => figure !== undefined).length >= needed) return { stretch, figures };
  }
  return undefined;
};
