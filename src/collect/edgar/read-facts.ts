// From the facts of an inline document to candidates: only what the map names, in the unit and dimensions it names.
import { isoOf } from "../../common/days";
import { cut, printed, type Candidate, type Evidence, type Found, type Paper, type Refusal } from "../candidate";
import type { Filer } from "../filers";
import type { Known } from "../known";
import { periodOfLevel } from "../place";
import { testPrice } from "../price-test";
import { periodOf } from "../spans";
import type { TagRule } from "../tag-maps";
import { readFactNumber } from "./fact-number";
import { spanOf, type Fact, type InlineDocument } from "./inline";

const LOOKS_LIKE_COINS = /crypto|bitcoin|btc/i;
const isMoney = (unit: string): boolean => unit.startsWith("iso4217:");

interface Reading {
  readonly fact: Fact;
  readonly candidate: Candidate;
}

export interface ReadFacts extends Found {
  /** Which fact each candidate comes from, in the order of the candidates. */
  readonly facts: readonly Fact[];
}

export const readFacts = (document: InlineDocument, filer: Filer, paper: Paper, known: Known): ReadFacts => {
  const readings: Reading[] = [];
  const refusals: Refusal[] = [];
  const unread = new Set<string>();
  for (const fact of document.facts) {
    const rules = filer.tags[fact.tag];
    if (fact.isNil) continue;
    if (rules === undefined) {
      if (LOOKS_LIKE_COINS.test(fact.tag) && !isMoney(fact.unit)) unread.add(`${fact.tag} (${fact.unit})`);
      continue;
    }
    const found = typeof rules === "string" ? rules : readOne(fact, rules, document.facts, filer, paper, known);
    if (typeof found !== "string") readings.push({ fact, candidate: found });
    else refusals.push({ ticker: filer.ticker, paper, evidence: evidenceOf(fact), reason: found });
  }
  return {
    candidates: readings.map(({ candidate }) => candidate),
    facts: readings.map(({ fact }) => fact),
    refusals,
    unread: [...unread],
  };
};

const evidenceOf = (fact: Fact): Evidence => ({
  ...startOf(fact),
  printed: fact.text.trim(),
  around: cut(fact.around),
  tag: fact.tag,
  context: [fact.contextId, ...(fact.context?.dimensions ?? [])].join(" "),
  unit: fact.unit,
  scale: fact.scale,
  decimals: fact.decimals,
});

const startOf = ({ context }: Fact): { start?: number } => {
  const start = context && spanOf(context)?.start;
  return start === undefined ? {} : { start };
};

/** The candidate, or the reason why the fact is none. */
const readOne = (
  fact: Fact,
  rules: readonly TagRule[],
  facts: readonly Fact[],
  filer: Filer,
  paper: Paper,
  known: Known,
): Candidate | string => {
  const number = readFactNumber(fact.text, fact.format);
  if (!number) return `the format ${fact.format} is not known, or "${fact.text}" does not fit it`;
  if (!fact.context) return `the document has no context ${fact.contextId}`;
  const byUnit = rules.filter((rule) => rule.unit === fact.unit);
  if (byUnit.length === 0) return `the unit is ${fact.unit}, not ${rules.map((rule) => rule.unit).join(" or ")}`;
  const { dimensions } = fact.context;
  const rule = byUnit.find((each) => [...(each.dimensions ?? [])].sort().join() === dimensions.join());
  if (!rule) return `it has dimensions that the map does not name: ${dimensions.join(", ") || "none"}`;
  if (Number(fact.context.cik) !== filer.cik) return `its context is of CIK ${fact.context.cik}`;
  const span = spanOf(fact.context);
  if (!span) return `its period ${fact.context.end} is no day`;
  const flow = span.start === undefined ? undefined : periodOf(span.start, span.end);
  if (span.start !== undefined && flow === undefined)
    return `a stretch of ${span.end - span.start + 1} days is no period of the record`;
  const size = Math.abs(number.value) * 10 ** fact.scale;
  const common = {
    ticker: filer.ticker,
    metric: rule.metric,
    period: flow ?? periodOfLevel(rule.metric, "quarter"),
    periodEnd: span.end,
    basis: "stated" as const,
    note: "",
    paper,
    evidence: evidenceOf(fact),
    standing: span.end === paper.periodEnd ? ("report" as const) : ("prior" as const),
    isSure: true,
  };
  const isCount = !isMoney(fact.unit) || rule.isInThousands === true;
  if (!isCount || flow !== undefined || size === 0) {
    return { ...common, value: size, isScaled: false, remarks: [] };
  }
  const priced = priceOf(fact, number.decimals, rule, facts, known, size, span.end);
  return typeof priced === "string" ? priced : { ...common, ...priced };
};

/** Value of a count after the price test, with what has to be remarked. */
const priceOf = (
  fact: Fact,
  decimals: number,
  rule: TagRule,
  facts: readonly Fact[],
  known: Known,
  size: number,
  day: number,
): Pick<Candidate, "value" | "isScaled" | "remarks"> | string => {
  const untested = (why: string): Pick<Candidate, "value" | "isScaled" | "remarks"> => ({
    value: rule.isInThousands ? size / 1000 : size,
    isScaled: false,
    remarks: [`no price test: ${why}`],
  });
  const fair = facts.find(
    (each) => each.tag === rule.fairValue && each.contextId === fact.contextId && !each.isNil && isMoney(each.unit),
  );
  const fairNumber = fair && readFactNumber(fair.text, fair.format);
  if (!fair || !fairNumber || fairNumber.value === 0) return untested("no fair value stands beside the count");
  const recordPrice = known.priceOn(day);
  if (recordPrice === undefined) return untested(`the record has no price of ${isoOf(day)}`);
  const half = (digits: number, scale: number): number => 0.5 * 10 ** (scale - digits);
  const tested = testPrice(
    {
      count: size,
      halfCount: half(decimals, fact.scale),
      fairValueUsd: Math.abs(fairNumber.value) * 10 ** fair.scale,
      halfFairUsd: half(fairNumber.decimals, fair.scale),
    },
    recordPrice,
    day,
  );
  if (tested.outcome === "refused") return tested.reason;
  const isNews = tested.isThousandth && rule.isInThousands !== true;
  return {
    value: tested.value,
    isScaled: isNews,
    remarks: [`${printed(Math.round(tested.priceUsd))} USD each by its fair value`],
  };
};
