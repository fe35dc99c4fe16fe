// The shape of the record: what the CSV files in assets/data hold, and the vocabulary that they may use.

/** What span an observation speaks of. `guidance` is a target: never counted as reported. */
export const PERIODS = ["instant", "month", "quarter", "half", "nine_months", "year", "guidance"] as const;
export type Period = (typeof PERIODS)[number];

/**
 * filing: a form filed with a regulator; company: its own release or site; secondary: press, digest or list that cites
 * one. confidence.ts decides it by the source.
 */
export const CONFIDENCES = ["filing", "company", "secondary"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** consolidated: with subsidiaries. excluding_subsidiaries: without listed ones that report for themselves. */
export const SCOPES = ["consolidated", "excluding_subsidiaries"] as const;
export type Scope = (typeof SCOPES)[number];

/** stated: printed in the source. derived: arithmetic on numbers printed there, told in the note. */
export const BASES = ["stated", "derived"] as const;
export type Basis = (typeof BASES)[number];

export const UNITS = [
  "BTC", "USD", "USD/BTC", "USD/kWh", "USD/MW", "USD/MW/year", "USD/year", "USD/PH/day",
  "EH/s", "J/TH", "MW", "MW/year", "share", "shares", "count", "ETH", "CAD", "sat",
] as const; // prettier-ignore
export type Unit = (typeof UNITS)[number];

/** stock: a level at a day. flow: runs over the period. rate: a mean or price over the period, never added. */
export const METRIC_KINDS = ["stock", "flow", "rate"] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** How a longer period follows from shorter ones when all of them are there; `none`: only as reported. */
export const AGGREGATES = ["sum", "end", "average", "none"] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** Why a miner has a last day. */
export const ENDS = ["taken_over", "delisted", "renamed", "stopped_reporting"] as const;
export type End = (typeof ENDS)[number];

export const EVENT_KINDS = [
  "hpc_lease", "gpu_contract", "site_conversion", "financing", "btc_sale", "treasury_policy", "merger", "split", "other",
] as const; // prettier-ignore
export type EventKind = (typeof EVENT_KINDS)[number];

/** How binding an AI/HPC contract is. Only `signed` makes a miner one of PIVOT. Empty for other events. */
export const COMMITMENTS = ["signed", "letter", "plan", ""] as const;
export type Commitment = (typeof COMMITMENTS)[number];

/** Where an observation entered. A later layer wins over an earlier one for the same miner, metric and period. */
export const LAYERS = ["bundled", "release", "market", "own"] as const;
export type Layer = (typeof LAYERS)[number];

/** Columns of each CSV file, in order. Lists inside a cell are separated by "; ". Dates are YYYY-MM-DD unless said. */
export const COLUMNS = {
  // former_names: earlier tickers and names. parent: whose consolidated figures contain this miner.
  // fiscal_year_end: month 1..12. in_all: yes if the miner counts in the group ALL.
  // first_day, last_day: a miner is in groups from the one to the other, empty if open. end: why there is a last day;
  // end_known: the day it was told. source: of both days.
  miners: [
    "ticker", "name", "former_names", "parent", "fiscal_year_end", "in_all", "note", "first_day", "last_day", "end",
    "end_known", "source",
  ],
  metrics: ["id", "name", "unit", "kind", "aggregate", "synonyms", "definition"],
  sources: ["id", "title", "url"],
  // published: YYYY-MM-DD, YYYY-MM, YYYY or empty. scope, basis: empty means consolidated, stated.
  reports: ["ticker", "metric", "period", "period_end", "value", "published", "source", "scope", "basis", "note"],
  facts: ["ticker", "metric", "period", "period_end", "value", "published", "source", "scope", "basis", "note"],
  // date: YYYY-MM-DD, YYYY-MM or YYYY. mw: critical IT megawatts as the source says. mw_added: what this event adds
  // to the miner's contracted megawatts (0 for running totals, repeats and plans). split_ratio: new shares for an old one.
  events: [
    "ticker", "date", "kind", "commitment", "counterparty", "mw", "mw_added", "value_usd", "term_years", "split_ratio",
    "summary",
    "source",
  ],
  // series: ids of market-series.csv
  market: ["series", "date", "value", "source"],
  series: ["id", "name", "unit", "definition"],
  // What third parties published for all listed miners together. Not one series: never joined.
  aggregate: ["publisher", "date", "metric", "value", "unit", "scope_note", "source"],
} as const; // prettier-ignore
