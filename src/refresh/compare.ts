// What a newer record changes: figures by miner, and how many events and market points. Both records without own rows.
import type { MarketPoint, Metric, Miner, MinerEvent } from "../data/rows";
import type { MinerRecord, Reading } from "../data/record";

/** resourced: the same value from another source or with another publication date. */
export type ChangeKind = "new" | "revised" | "removed" | "resourced";

export interface Change {
  readonly kind: ChangeKind;
  readonly ticker: string;
  readonly metric: Metric;
  /** Missing when new. */
  readonly old?: Reading;
  /** Missing when removed. */
  readonly now?: Reading;
}

export interface MinerChanges {
  readonly ticker: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

export type Tally = Readonly<Record<ChangeKind, number>>;

export interface Comparison {
  readonly from: string;
  readonly to: string;
  /** Only miners with changes, in the order of the record; newest period first. */
  readonly miners: readonly MinerChanges[];
  readonly figures: Tally;
  readonly events: Tally;
  readonly market: Tally;
  /** Tickers that only one of the two knows. */
  readonly minersAdded: readonly string[];
  readonly minersRemoved: readonly string[];
  readonly isSame: boolean;
}

export const compare = (old: MinerRecord, now: MinerRecord): Comparison => {
  const [before, after] = [figuresOf(old), figuresOf(now)];
  const changes = [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const change = changeOf(before.get(key), after.get(key));
    return change ? [change] : [];
  });
  const events = tally(eventsOf(old), eventsOf(now));
  const market = tally(pointsOf(old), pointsOf(now));
  const figures = countKinds(changes.map((change) => change.kind));
  const [had, has] = [old.miners, now.miners].map((miners) => new Set(miners.map((miner) => miner.ticker)));
  return {
    from: old.version,
    to: now.version,
    miners: byMiner(changes, [...now.miners, ...old.miners]),
    figures,
    events,
    market,
    minersAdded: now.miners.map((miner) => miner.ticker).filter((ticker) => !had?.has(ticker)),
    minersRemoved: old.miners.map((miner) => miner.ticker).filter((ticker) => !has?.has(ticker)),
    isSame: [figures, events, market].every((counts) => Object.values(counts).every((count) => count === 0)),
  };
};

interface Figure {
  readonly record: MinerRecord;
  readonly metric: Metric;
  readonly row: number;
}

/** The figure that counts for each miner, metric, period and scope; the best of several comes last in the record. */
const figuresOf = (record: MinerRecord): Map<string, Figure> => {
  const figures = new Map<string, Figure>();
  for (let miner = 0; miner < record.miners.length; miner++) {
    for (const [number, metric] of record.metrics.entries()) {
      for (const rows of [record.rows(miner, number), record.guidanceRows(miner, number)]) {
        for (let row = rows.start; row < rows.end; row++) {
          const { ticker, period, periodEnd, scope } = record.observation(row);
          figures.set(`${ticker}|${metric.id}|${period}|${periodEnd}|${scope}`, { record, metric, row });
        }
      }
    }
  }
  return figures;
};

const readingOf = ({ record, row }: Figure): Reading => record.reading(row);

const changeOf = (before: Figure | undefined, after: Figure | undefined): Change | undefined => {
  const figure = after ?? before;
  if (!figure) return undefined;
  const common = { ticker: figure.record.observation(figure.row).ticker, metric: figure.metric };
  if (!before) return { ...common, kind: "new", now: readingOf(figure) };
  if (!after) return { ...common, kind: "removed", old: readingOf(figure) };
  const isRevised = before.record.value(before.row) !== after.record.value(after.row);
  if (!isRevised && isSaidAlike(before, after)) return undefined;
  return { ...common, kind: isRevised ? "revised" : "resourced", old: readingOf(before), now: readingOf(after) };
};

/** Ids of sources are numbers of one record: what a source says of itself is compared instead. */
const isSaidAlike = (before: Figure, after: Figure): boolean => {
  const [a, b] = [before.record.observation(before.row), after.record.observation(after.row)];
  const [from, to] = [before.record.source(a.source), after.record.source(b.source)];
  const isSameSource = from.title === to.title && from.url === to.url;
  const isSameStanding = a.confidence === b.confidence && a.basis === b.basis;
  return isSameSource && isSameStanding && a.published === b.published && a.note === b.note;
};

const byMiner = (changes: readonly Change[], miners: readonly Miner[]): MinerChanges[] => {
  const endOf = ({ now, old }: Change): number => (now ?? old)?.periodEnd ?? 0;
  const names = new Map([...miners].reverse().map((miner) => [miner.ticker, miner.name]));
  return [...new Set(miners.map((miner) => miner.ticker))].flatMap((ticker) => {
    const own = changes.filter((change) => change.ticker === ticker).sort((a, b) => endOf(b) - endOf(a));
    return own.length === 0 ? [] : [{ ticker, name: names.get(ticker) ?? ticker, changes: own }];
  });
};

/** Key to everything that is said under it. */
type Said = ReadonlyMap<string, string>;

const said = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
  valueOf: (row: Row) => unknown,
): Said => new Map(rows.map((row) => [keyOf(row).join("|"), JSON.stringify(valueOf(row))]));

const eventsOf = (record: MinerRecord): Said =>
  said(
    record.events,
    (event: MinerEvent) => [event.ticker, event.dateText, event.kind, event.counterparty, event.summary],
    ({ commitment, mw, mwAdded, valueUsd, termYears }) => [commitment, mw, mwAdded, valueUsd, termYears],
  );

const pointsOf = (record: MinerRecord): Said =>
  said(
    record.tables.market,
    (point: MarketPoint) => [point.series, point.day],
    (point) => point.value,
  );

const tally = (old: Said, now: Said): Tally =>
  countKinds(
    [...new Set([...old.keys(), ...now.keys()])].flatMap((key): ChangeKind[] => {
      if (!old.has(key)) return ["new"];
      if (!now.has(key)) return ["removed"];
      return old.get(key) === now.get(key) ? [] : ["revised"];
    }),
  );

const countKinds = (kinds: readonly ChangeKind[]): Tally => {
  const counts = { new: 0, revised: 0, removed: 0, resourced: 0 };
  for (const kind of kinds) counts[kind]++;
  return counts;
};
