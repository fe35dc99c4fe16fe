// What one line of each table of the record holds once it has been read and found sound.
import type { Day } from "../common/days";
import type {
  Aggregate,
  Basis,
  Commitment,
  Confidence,
  End,
  EventKind,
  MetricKind,
  Period,
  Scope,
  Unit,
} from "./schema";

export interface Miner {
  readonly ticker: string;
  readonly name: string;
  /** Earlier tickers and names. */
  readonly formerNames: readonly string[];
  /** Ticker of the miner whose consolidated figures contain this one. */
  readonly parent?: string;
  /** Month 1..12 in which the fiscal year ends. */
  readonly fiscalYearEnd: number;
  /** Counts in the group ALL. */
  readonly inAll: boolean;
  readonly note: string;
  /** Before it, and after the last day, the miner is in no group. */
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  readonly end?: End;
  /** The day on which the end was told: who asks for what was known before does not see it. */
  readonly endKnown?: Day;
  /** Of first and last day. */
  readonly source?: string;
}

export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly kind: MetricKind;
  readonly aggregate: Aggregate;
  readonly synonyms: readonly string[];
  readonly definition: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** One figure of one miner as one source gives it. */
export interface Observation {
  readonly ticker: string;
  readonly metric: string;
  readonly period: Period;
  readonly periodEnd: Day;
  readonly value: number;
  /** As stated: YYYY-MM-DD, YYYY-MM, YYYY or "". */
  readonly published: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly note: string;
}

export interface MinerEvent {
  readonly ticker: string;
  /** As stated: YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly dateText: string;
  /** The last day of the stated span: on it the event has happened and is known for certain. */
  readonly day: Day;
  readonly kind: EventKind;
  readonly commitment: Commitment;
  readonly counterparty: string;
  /** Critical IT megawatts as the source says. */
  readonly mw?: number;
  /** What this event adds to the miner's contracted megawatts. */
  readonly mwAdded?: number;
  readonly valueUsd?: number;
  readonly termYears?: number;
  /** New shares for one old share: below 1 for a reverse split. */
  readonly splitRatio?: number;
  readonly summary: string;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface MarketPoint {
  readonly series: string;
  readonly day: Day;
  readonly value: number;
  readonly source: string;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly definition: string;
}

/** What a third party published for all listed miners together. */
export interface AggregateFigure {
  readonly publisher: string;
  readonly dateText: string;
  /** The last day of the stated span. */
  readonly day: Day;
  readonly metric: string;
  readonly value: number;
  readonly unit: Unit;
  readonly scopeNote: string;
  readonly source: string;
}

/** The whole record as tables. `observations` are the reports followed by the facts. */
export interface RecordTables {
  readonly version: string;
  readonly miners: readonly Miner[];
  readonly metrics: readonly Metric[];
  readonly sources: readonly Source[];
  readonly reports: readonly Observation[];
  readonly facts: readonly Observation[];
  readonly events: readonly MinerEvent[];
  readonly market: readonly MarketPoint[];
  readonly series: readonly Series[];
  readonly aggregate: readonly AggregateFigure[];
}
