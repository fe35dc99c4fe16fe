// What a reader finds in one document: a figure with its evidence, or a number that it refuses with the reason.
import type { Day } from "../common/days";
import type { Basis, Period } from "../data/schema";

/** One document of a filing, as a source of figures. */
export interface Paper {
  readonly ticker: string;
  readonly form: string;
  /** With dashes, as EDGAR prints it. */
  readonly accession: string;
  /** YYYY-MM-DD. */
  readonly filed: string;
  readonly periodEnd: Day;
  readonly title: string;
  readonly address: string;
}

/** Where in the document a number stands and how it is printed there. */
export interface Evidence {
  readonly printed: string;
  /** The row or sentence around it, cut to 200 characters. */
  readonly around: string;
  readonly label?: string;
  readonly tag?: string;
  readonly context?: string;
  /** First day of the context's period; a level has none. */
  readonly start?: Day;
  readonly unit?: string;
  readonly scale?: number;
  readonly decimals?: string;
}

export interface Candidate {
  readonly ticker: string;
  readonly metric: string;
  readonly period: Period;
  readonly periodEnd: Day;
  readonly value: number;
  readonly basis: Basis;
  readonly note: string;
  readonly paper: Paper;
  readonly evidence: Evidence;
  /** `prior`: a column of an earlier period, which is only compared with the record. */
  readonly standing: "report" | "prior";
  /** The count was printed or tagged a thousand times too large. */
  readonly isScaled: boolean;
  /** One candidate, period stated, one cell or sentence. `false` asks for a closer look. */
  readonly isSure: boolean;
  readonly remarks: readonly string[];
}

export interface Refusal {
  readonly ticker: string;
  readonly paper: Paper;
  readonly evidence: Evidence;
  readonly reason: string;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly refusals: readonly Refusal[];
  /** Tags that look like coins and that no map names. */
  readonly unread: readonly string[];
}

export const NOTHING: Found = { candidates: [], refusals: [], unread: [] };

export const onlyFound = (found: readonly Found[]): Found => ({
  candidates: found.flatMap((each) => each.candidates),
  refusals: found.flatMap((each) => each.refusals),
  unread: [...new Set(found.flatMap((each) => each.unread))],
});

export const cut = (text: string): string => {
  const plain = text.replace(/[\s\u200b]+/g, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
};

/** "9,102", "616.6": as a person prints it. */
export const printed = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 8 });

export const isSameValue = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** A sum without the dust of binary fractions: 216.4 - 151.5 is 64.9. */
export const exact = (value: number): number => Number(value.toPrecision(12));
