// What must hold for a row of each table, typed: asked of the lines of the CSV files and of the rows of a release alike.
// Each function makes the rule for a whole table; figure-rules.ts has that of the figures.
import { isoOf } from "../common/days";
import { SOURCE_ID } from "./pack-names";
import { isEmpty, noRepeatedRows, noRepeats, type Place, type Rule } from "./place";
import { spanOf } from "./published";
import type { AggregateFigure, MarketPoint, Metric, Miner, MinerEvent, Series, Source } from "./rows";
import { plain } from "./text";

export interface Names {
  has(name: string): boolean;
}

export const notAVersion = (version: string): string =>
  `version is "${version}": write the day of the data as YYYY-MM-DD, with .2 for a second release of that day.`;

const requireText = (text: string, column: string, at: Place): void => {
  if (text === "") at.complain(isEmpty(column));
};

/** A name that another table must know. */
export const requireKnown = (name: string, names: Names, column: string, table: string, at: Place): void => {
  if (name === "") at.complain(isEmpty(column));
  else if (!names.has(name)) at.complain(`${column} "${name}" is not in ${table}: add it there or correct it here.`);
};

const requireDate = (text: string, at: Place): void => {
  requireText(text, "date", at);
  if (!spanOf(text)) at.complain(`date is "${text}": write YYYY-MM-DD, YYYY-MM or YYYY.`);
};

export const minerRule = (tickers: Names, sources: Names): Rule<Miner> => {
  const noRepeat = noRepeats("ticker");
  return (miner, at) => {
    const { ticker, name, parent, fiscalYearEnd } = miner;
    checkSpan(miner, sources, at);
    requireText(ticker, "ticker", at);
    requireText(name, "name", at);
    if (parent !== undefined) requireKnown(parent, tickers, "parent", "miners.csv", at);
    if (!(Number.isInteger(fiscalYearEnd) && fiscalYearEnd >= 1 && fiscalYearEnd <= 12)) {
      at.complain(`fiscal_year_end is "${fiscalYearEnd}": write the month's number, 1 to 12.`);
    }
    noRepeat(at, ticker);
  };
};

/** First and last day of a miner: each only with a source, and an end with its reason and the day it was told. */
const checkSpan = ({ firstDay, lastDay, end, endKnown, source }: Miner, sources: Names, at: Place): void => {
  const isOpen = firstDay === undefined && lastDay === undefined;
  if (!isOpen) requireKnown(source ?? "", sources, "source", "sources.csv", at);
  else if (source !== undefined) at.complain("source is filled in, but neither first_day nor last_day: it is theirs.");
  if (lastDay === undefined) {
    if (end !== undefined || endKnown !== undefined) {
      at.complain("last_day is empty, but end or end_known is not: fill it in.");
    }
    return;
  }
  if (end === undefined) at.complain(isEmpty("end"));
  if (endKnown === undefined) at.complain(isEmpty("end_known"));
  if (firstDay !== undefined && lastDay < firstDay) {
    at.complain(`last_day is ${isoOf(lastDay)}, before first_day: correct one of the two.`);
  }
};

export const metricRule = (): Rule<Metric> => {
  const noRepeat = noRepeats("id or synonym");
  return ({ id, name, synonyms, definition }, at) => {
    requireText(id, "id", at);
    requireText(name, "name", at);
    requireText(definition, "definition", at);
    for (const spelling of new Set([id, name, ...synonyms].map(plain))) noRepeat(at, spelling);
  };
};

export const sourceRule = (used: Names): Rule<Source> => {
  const noRepeatedId = noRepeats("id");
  const noRepeatedSource = noRepeatedRows<Source>(
    "title and url",
    ({ title, url }) => (url === "" ? title : url),
    (one, other) => one.url === other.url && one.title === other.title,
  );
  return (source, at) => {
    const { id, title, url } = source;
    requireText(id, "id", at);
    requireText(title, "title", at);
    noRepeatedId(at, id);
    if (id !== "" && !SOURCE_ID.test(id)) at.complain(`id is "${id}": call it s and the next free number.`);
    noRepeatedSource(source, at);
    if (!used.has(id)) at.complain(`No row uses the source "${id}": remove it.`);
    if (url !== "" && !/^https?:\/\/\S+$/.test(url)) {
      at.complain(`url is "${url}": write a whole web address or leave it empty.`);
    }
  };
};

const EVENT_IS = ["ticker", "dateText", "kind", "counterparty", "summary"] as const;

export const eventRule = (tickers: Names, sources: Names): Rule<MinerEvent> => {
  const noRepeat = noRepeatedRows<MinerEvent>(
    "event",
    ({ summary }) => summary,
    (one, other) => EVENT_IS.every((property) => one[property] === other[property]),
  );
  return (event, at) => {
    requireKnown(event.ticker, tickers, "ticker", "miners.csv", at);
    requireDate(event.dateText, at);
    const isContract = event.kind === "hpc_lease" || event.kind === "gpu_contract";
    if (isContract && event.commitment === "") {
      at.complain(`commitment is empty: say whether this ${event.kind} is signed, a letter or a plan.`);
    }
    const sizes = { mw: event.mw, value_usd: event.valueUsd, term_years: event.termYears };
    for (const [column, size] of Object.entries(sizes)) {
      if (size !== undefined && size < 0) at.complain(`${column} cannot be negative: correct the number.`);
    }
    if ((event.kind === "split") !== (event.splitRatio !== undefined && event.splitRatio > 0)) {
      at.complain(
        "split_ratio above 0 belongs to each event of kind split and to no other: new shares for an old one.",
      );
    }
    requireText(event.summary, "summary", at);
    requireKnown(event.source, sources, "source", "sources.csv", at);
    noRepeat(event, at);
  };
};

export const seriesRule = (): Rule<Series> => {
  const noRepeat = noRepeats("id");
  return ({ id, name, definition }, at) => {
    requireText(id, "id", at);
    requireText(name, "name", at);
    requireText(definition, "definition", at);
    noRepeat(at, id);
  };
};

export const marketRule = (series: Names, sources: Names): Rule<MarketPoint> => {
  const noRepeat = noRepeats("series and date");
  return (point, at) => {
    requireKnown(point.series, series, "series", "series.csv", at);
    requireKnown(point.source, sources, "source", "sources.csv", at);
    noRepeat(at, `${point.series}|${point.day}`);
  };
};

export const aggregateRule = (sources: Names): Rule<AggregateFigure> => {
  const noRepeat = noRepeats("publisher, date, metric and scope");
  return (figure, at) => {
    requireText(figure.publisher, "publisher", at);
    requireDate(figure.dateText, at);
    requireText(figure.metric, "metric", at);
    requireKnown(figure.source, sources, "source", "sources.csv", at);
    noRepeat(at, [figure.publisher, figure.dateText, figure.metric, figure.scopeNote].join("|"));
  };
};
