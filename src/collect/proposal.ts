// What a person decides on: one figure, how it meets the record, and everything that shows where it comes from.
import { createHash } from "node:crypto";
import type { Basis, Period, Scope } from "../data/schema";
import type { Evidence } from "./candidate";

export const OUTCOMES = ["new", "better source", "same", "restated", "conflict", "scaled", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A line of reports.csv or facts.csv. */
export interface FigureLine {
  readonly file: "reports" | "facts";
  readonly ticker: string;
  readonly metric: string;
  readonly period: Period;
  /** YYYY-MM-DD. */
  readonly period_end: string;
  readonly value: number;
  readonly published: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly note: string;
}

/** A line of market.csv. */
export interface MarketLine {
  readonly file: "market";
  readonly series: string;
  readonly date: string;
  readonly value: number;
  /** The line there was derived and gives way. */
  readonly replaces: boolean;
}

export interface RowThere {
  /** "reports.csv:1101". */
  readonly place: string;
  readonly period: string;
  readonly value: number;
  readonly source: string;
  readonly confidence: string;
}

export interface Proposal {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly line: FigureLine | MarketLine;
  readonly source: { readonly title: string; readonly url: string };
  readonly form: string;
  readonly accession: string;
  readonly evidence: Evidence;
  readonly isSure: boolean;
  readonly remarks: readonly string[];
  readonly there: readonly RowThere[];
  /** What the add-in shows for this figure and day before and after. */
  readonly shownBefore: string;
  readonly shownAfter: string;
  /** What the record's own checks would newly say. */
  readonly findings: readonly string[];
  /** Of everything above: an edited number no longer fits it. */
  readonly hash: string;
}

export type Unhashed = Omit<Proposal, "hash">;

/** Keys in order, so that a file that was read and written again has the same hash. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

/** Value and evidence: what a person saw when deciding. How it meets the record may change with the record. */
export const hashOf = ({ id, line, source, form, accession, evidence }: Unhashed): string => {
  const seen = { id, line, source, form, accession, evidence };
  return createHash("sha256")
    .update(JSON.stringify(canonical(seen)))
    .digest("hex");
};

export const hashed = (proposal: Unhashed): Proposal => ({ ...proposal, hash: hashOf(proposal) });

export const nameOf = ({ line }: Pick<Proposal, "line">): string =>
  line.file === "market"
    ? `${line.series} of ${line.date}`
    : `${line.ticker} ${line.metric}, ${line.period} to ${line.period_end}`;
export const dayOf = ({ line }: Pick<Proposal, "line">): string =>
  line.file === "market" ? line.date : line.period_end;
export const subjectOf = ({ line }: Pick<Proposal, "line">): string =>
  line.file === "market" ? line.series : line.ticker;
