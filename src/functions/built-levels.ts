// Levels that follow from more than one report: debt of one balance sheet, and AI contracts as reported and signed since.
import type { Day } from "../common/days";
import type { MinerEvent } from "../data/rows";
import { tickerOf } from "./baskets";
import { memo, record } from "./session";

export interface BuiltLevel {
  readonly value: number;
  /** The day that it speaks of. */
  readonly end: Day;
  readonly rows: readonly number[];
  /** Signed after the report, and added to it. */
  readonly events: readonly MinerEvent[];
  /** What belongs to it and was not told: the value is at least this. */
  readonly lacks: readonly string[];
}

type Build = (miner: number, day: Day, knownBy: Day) => BuiltLevel | undefined;

/** Each whole first by its own metric, then by the parts that make one up. */
const DEBT = "total_debt_usd";
const DEBT_PARTS = [
  ["long_term_debt_usd", "current_debt_usd"],
  ["convertible_notes_usd", "senior_secured_notes_usd", "btc_backed_debt_usd"],
] as const;

const nameOf = (metric: string): string => record().metrics[record().metricIndex(metric)]?.name ?? metric;

/** The newest balance sheet that tells a total or parts of it; never parts of different dates. */
const debtOf: Build = (miner, day, knownBy) => {
  const rowOf = (metric: string, by: Day): number => record().asOf(miner, record().metricIndex(metric), by, knownBy);
  const newest = [DEBT, ...DEBT_PARTS.flat()].map((metric) => rowOf(metric, day)).filter((row) => row >= 0);
  if (newest.length === 0) return undefined;
  const end = Math.max(...newest.map((row) => record().periodEnd(row)));
  const told = (metric: string): number[] => {
    const row = rowOf(metric, end);
    return row >= 0 && record().periodEnd(row) === end ? [row] : [];
  };
  const whole = told(DEBT);
  const parts = DEBT_PARTS.find((some) => some.some((metric) => told(metric).length > 0)) ?? [];
  const rows = whole.length > 0 ? whole : parts.flatMap(told);
  const missing = whole.length > 0 ? [] : parts.filter((metric) => told(metric).length === 0);
  const lacks = missing.map((metric) => `${tickerOf(miner)} ${nameOf(metric)}`);
  return { value: rows.reduce((sum, row) => sum + record().value(row), 0), end, rows, events: [], lacks };
};

const signings = memo<readonly MinerEvent[]>();
/** The events of a miner that add to its contracted megawatts. */
const signedBy = (ticker: string): readonly MinerEvent[] =>
  signings(ticker, () => record().events.filter((event) => event.ticker === ticker && event.mwAdded));

/** The total as last reported, and what was signed since. */
const withSigned =
  (metric: string, counts: (event: MinerEvent) => boolean, of: (event: MinerEvent) => number | undefined): Build =>
  (miner, day, knownBy) => {
    const row = record().asOf(miner, record().metricIndex(metric), day, knownBy);
    const since = row >= 0 ? record().periodEnd(row) : -Infinity;
    const events = signedBy(tickerOf(miner)).filter(
      (event) => counts(event) && event.day > since && event.day <= Math.min(day, knownBy),
    );
    if (row < 0 && events.length === 0) return undefined;
    const told = events.filter((event) => of(event) !== undefined);
    if (row < 0 && told.length === 0) return undefined;
    const added = told.reduce((sum, event) => sum + (of(event) ?? 0), 0);
    return {
      value: (row >= 0 ? record().value(row) : 0) + added,
      end: Math.max(since, ...told.map((event) => event.day)),
      rows: row >= 0 ? [row] : [],
      events: told,
      lacks: events
        .filter((event) => !told.includes(event))
        .map((event) => `${event.ticker} ${event.counterparty} of ${event.dateText}`),
    };
  };

/** The value of other events that move megawatts is a price, say of a share in a site that was sold. */
const isLease = ({ kind, commitment }: MinerEvent): boolean =>
  commitment === "signed" && (kind === "hpc_lease" || kind === "gpu_contract");

const BUILDS: Readonly<Record<string, Build>> = {
  [DEBT]: debtOf,
  hpc_contracted_mw: withSigned(
    "hpc_contracted_mw",
    () => true,
    (event) => event.mwAdded,
  ),
  hpc_contract_value_usd: withSigned("hpc_contract_value_usd", isLease, (event) => event.valueUsd),
};

export const isBuilt = (metric: string): boolean => metric in BUILDS;

export const builtLevel = (metric: string, miner: number, day: Day, knownBy: Day): BuiltLevel | undefined =>
  BUILDS[metric]?.(miner, day, knownBy);
