// The sentence where a figure is missing: what there is instead, and the `period` that would answer.
import { isoOf, type Day } from "../common/days";
import { flowIn } from "../data/flows";
import { LENGTHS, stretchesBetween, type Length } from "../data/lengths";
import { partsOf } from "../data/tiles";
import { tickerOf, type Basket } from "./baskets";
import { CellError } from "./cells";
import { metricAt } from "./metrics";
import { latestDay, record } from "./session";
import { LENGTH_WORDS, lengthOf, namedSpan, newestStretch, type Question } from "./spans";
import { yearEndOfAll } from "./fiscal";

export const periodOf = (row: number): string => {
  const { period, periodEnd } = record().observation(row);
  return period === "instant" ? isoOf(periodEnd) : `${period.replace("_", " ")} to ${isoOf(periodEnd)}`;
};

/** What the miner did report of the metric, newest first. */
const whatThereIs = (miner: number, metric: number, knownBy: Day): string => {
  const { start, end } = record().rows(miner, metric);
  const periods: string[] = [];
  for (let row = end - 1; row >= start && periods.length < 3; row--) {
    const period = periodOf(row);
    if (record().published(row) <= knownBy && !periods.includes(period)) periods.push(period);
  }
  if (periods.length === 0) return "The record has none.";
  return `The record has it for: ${periods.join(", ")}${end - start > 3 ? " …" : ""}.`;
};

/** The lengths over which the same question has an answer. */
const answering = (miner: number, metric: number, question: Question, day: Day): Length[] => {
  const parts = partsOf(record(), miner, metric, question.knownBy);
  const about = metricAt(metric);
  const [first] = parts;
  if (!first) return [];
  const since = Math.max(first.end, day - (question.maxAge ?? Infinity));
  return LENGTHS.filter((length) =>
    stretchesBetween(length, since, day, yearEndOfAll([miner])).some(
      ({ start, end }) => flowIn(record(), about, parts, start, end) !== undefined,
    ),
  );
};

const cureOf = (miner: number, metric: number, question: Question, day: Day): string => {
  const lengths = answering(miner, metric, question, day).filter((length) => length !== question.period);
  if (lengths.length === 0 || metricAt(metric).kind === "stock") return "";
  const date = question.date?.span ? `the day "${isoOf(day)}" and ` : "";
  return ` With ${date}period ${lengths.map((length) => `"${length}"`).join(", ")} there is an answer.`;
};

export const noFigure = (miner: number, metric: number, question: Question, yearEnd: number): CellError => {
  const span = namedSpan(question, yearEnd);
  const length = lengthOf(question);
  const { id, kind } = metricAt(metric);
  const day = span?.end ?? question.date?.day ?? latestDay();
  const before = `day ${isoOf(day)} or before`;
  const newest =
    kind === "stock" || length === "REPORTED" ? before : `${LENGTH_WORDS[length]} to ${isoOf(day)} or before`;
  const when = span ? `${span.period.replace("_", " ")} to ${isoOf(span.end)}` : newest;
  const { knownBy = Infinity, maxAge } = question;
  const known = knownBy === Infinity ? "" : `, published by ${isoOf(knownBy)}`;
  const age = maxAge === undefined ? "" : `, at most ${maxAge} days old`;
  return new CellError(
    "#N/A",
    `No ${id} of ${tickerOf(miner)} for the ${when}${known}${age}. ${whatThereIs(miner, metric, knownBy)}${cureOf(miner, metric, question, day)}`,
  );
};

const MOST_NAMED = 6;

/** Where no stretch holds figures of enough of the miners: the newest of each. */
export const noCommonFigure = (
  basket: Basket,
  members: readonly number[],
  metric: number,
  length: Length,
  question: Question,
): CellError => {
  const newest = members.map((miner) => {
    const found = newestStretch([miner], metric, length, question, yearEndOfAll([miner]), "all");
    return `${tickerOf(miner)} ${found ? `to ${isoOf(found.stretch.end)}` : "none"}`;
  });
  const more = newest.length > MOST_NAMED ? " …" : "";
  const whom = basket.kind === "group" ? `half of ${basket.label}` : `every miner of ${basket.label}`;
  return new CellError(
    "#N/A",
    `No ${LENGTH_WORDS[length]}${question.maxAge === undefined ? "" : ` of the last ${question.maxAge} days`} has ${metricAt(metric).id} of ${whom}. The newest of each: ${newest.slice(0, MOST_NAMED).join(", ")}${more}. Ask for one miner at a time, or for a period by its name ("2025Q3").`,
  );
};
