// Whether rows that came as JSON are what their types promise: a release may hold anything.
import { isDay } from "../common/days";
import { hasBlanks, notAChoice } from "./place";
import type { Observation, RecordTables } from "./rows";
import { AGGREGATES, COMMITMENTS, CONFIDENCES, ENDS, EVENT_KINDS, METRIC_KINDS, UNITS } from "./schema";

/** What is wrong with a value; undefined if nothing is. */
type Test = (value: unknown, property: string) => string | undefined;

const stands = (value: unknown, wanted: string): string =>
  `${value === undefined ? "nothing" : JSON.stringify(value)} stands where a ${wanted} belongs.`;

const text: Test = (value, property) => {
  if (typeof value !== "string") return stands(value, "text");
  return value.trim() === value ? undefined : hasBlanks(property);
};
const number: Test = (value) => (Number.isFinite(value) ? undefined : stands(value, "number"));
const day: Test = (value) => (isDay(value) ? undefined : stands(value, "day"));
const flag: Test = (value) => (typeof value === "boolean" ? undefined : stands(value, "true or false"));
const texts: Test = (value, property) => {
  if (!Array.isArray(value)) return stands(value, "list");
  return value.map((each) => text(each, property)).find((wrong) => wrong !== undefined);
};
const ifAny =
  (test: Test): Test =>
  (value, property) =>
    value === undefined ? undefined : test(value, property);
const oneOf =
  (choices: readonly string[]): Test =>
  (value, property) =>
    typeof value === "string" && choices.includes(value) ? undefined : notAChoice(property, String(value), choices);

export type OtherTable = Exclude<keyof RecordTables, "version" | "reports" | "facts">;
type Tests<Row> = { readonly [Property in keyof Row]-?: Test };

const TESTS: { readonly [Table in OtherTable]: Tests<RecordTables[Table][number]> } = {
  miners: {
    ...{ ticker: text, name: text, formerNames: texts, parent: ifAny(text) },
    ...{ fiscalYearEnd: number, inAll: flag, note: text, source: ifAny(text) },
    ...{ firstDay: ifAny(day), lastDay: ifAny(day), end: ifAny(oneOf(ENDS)), endKnown: ifAny(day) },
  },
  metrics: {
    ...{ id: text, name: text, unit: oneOf(UNITS), kind: oneOf(METRIC_KINDS), aggregate: oneOf(AGGREGATES) },
    ...{ synonyms: texts, definition: text },
  },
  sources: { id: text, title: text, url: text },
  events: {
    ...{ ticker: text, dateText: text, day, kind: oneOf(EVENT_KINDS), commitment: oneOf(COMMITMENTS) },
    ...{ counterparty: text, mw: ifAny(number), mwAdded: ifAny(number), valueUsd: ifAny(number) },
    ...{
      termYears: ifAny(number),
      splitRatio: ifAny(number),
      summary: text,
      confidence: oneOf(CONFIDENCES),
      source: text,
    },
  },
  market: { series: text, day, value: number, source: text },
  series: { id: text, name: text, unit: oneOf(UNITS), definition: text },
  aggregate: {
    ...{ publisher: text, dateText: text, day, metric: text, value: number, unit: oneOf(UNITS) },
    ...{ scopeNote: text, source: text },
  },
};

/** The test of the rows of one table: the first thing that is no value of its type. */
export const wrongTypeIn = (table: OtherTable): ((row: object) => string | undefined) => {
  const tests = Object.entries<Test>(TESTS[table]);
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>;
    for (const [property, test] of tests) {
      const wrong = test(values[property], property);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
};

type Unchecked = Readonly<Record<keyof Observation, unknown>>;

/** The same for a figure, whose choices and names unpacking has already found by their numbers. */
export const wrongTypeOfFigure = ({ value, periodEnd, published, note }: Unchecked): string | undefined =>
  number(value, "value") ??
  day(periodEnd, "periodEnd") ??
  (published === "" ? undefined : text(published, "published")) ??
  (note === "" ? undefined : text(note, "note"));
