// What a newer record changes: figures by miner, and how many events and market points. Both records without own rows.
import type { Day } from "../../common/days";
import type { MarketPoint, Metric, Miner, MinerEvent, Observation } from "../../data/rows";
import type { MinerRecord, Reading, Rows } from "../../data/record";

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
  const changes = figureChanges(old, now);
  const events = tally(...saidApart<MinerEvent>(old.events, now.events, EVENT_KEYS, EVENT_FIGURES));
  const market = tally(...saidApart<MarketPoint>(old.tables.market, now.tables.market, POINT_KEYS, POINT_FIGURES));
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
  readonly row: number;
}

const figureChanges = (old: MinerRecord, now: MinerRecord): Change[] => {
  const metrics = [...new Set([...now.metrics, ...old.metrics].map(({ id }) => id))].map((id) => ({
    before: old.metricIndex(id),
    after: now.metricIndex(id),
  }));
  const changes: Change[] = [];
  const isSameSource = sourceComparison(old, now);
  for (const ticker of new Set([...now.miners, ...old.miners].map((miner) => miner.ticker))) {
    const [was, is] = [old.minerIndex(ticker), now.minerIndex(ticker)];
    for (const { before, after } of metrics) {
      if (!old.hasRows(was, before) && !now.hasRows(is, after)) continue;
      addRunChanges(old, old.rows(was, before), now, now.rows(is, after), isSameSource, changes);
      addRunChanges(old, old.guidanceRows(was, before), now, now.guidanceRows(is, after), isSameSource, changes);
    }
  }
  return changes;
};

/** Both runs are in order: they are walked together, day by day. Most days of a newer record are as they were. */
const addRunChanges = (
  old: MinerRecord,
  before: Rows,
  now: MinerRecord,
  after: Rows,
  isSameSource: IsSameSource,
  changes: Change[],
): void => {
  if (isUnchanged(old, before, now, after, isSameSource)) return;
  let [from, to] = [before.start, after.start];
  while (from < before.end || to < after.end) {
    const end = Math.min(
      from < before.end ? old.periodEnd(from) : Infinity,
      to < after.end ? now.periodEnd(to) : Infinity,
    );
    const had = { start: from, end: endOfDay(old, from, before.end, end) };
    const has = { start: to, end: endOfDay(now, to, after.end, end) };
    if (!isAlike(old, had, now, has, isSameSource))
      changes.push(...changesOf(figuresOf(old, had), figuresOf(now, has), isSameSource));
    from = had.end;
    to = has.end;
  }
};

/** Most runs of a newer record are, from the first day to the last. */
const isUnchanged = (
  old: MinerRecord,
  before: Rows,
  now: MinerRecord,
  after: Rows,
  isSameSource: IsSameSource,
): boolean => {
  if (before.end - before.start !== after.end - after.start) return false;
  for (let row = before.start; row < before.end; row++) {
    if (old.periodEnd(row) !== now.periodEnd(after.start + row - before.start)) return false;
  }
  return isAlike(old, before, now, after, isSameSource);
};

const endOfDay = (record: MinerRecord, start: number, limit: number, end: Day): number => {
  let row = start;
  while (row < limit && record.periodEnd(row) === end) row++;
  return row;
};

const isAlike = (
  old: MinerRecord,
  before: Rows,
  now: MinerRecord,
  after: Rows,
  isSameSource: IsSameSource,
): boolean => {
  if (before.end - before.start !== after.end - after.start) return false;
  for (let row = before.start; row < before.end; row++) {
    const a = old.observation(row);
    const b = now.observation(after.start + row - before.start);
    if (a.period !== b.period || a.scope !== b.scope || a.value !== b.value || !isSaidAlike(a, b, isSameSource))
      return false;
  }
  return true;
};

/** The figure that counts for each period and scope; the best of several comes last in the record. */
const figuresOf = (record: MinerRecord, { start, end }: Rows): ReadonlyMap<string, Figure> => {
  const figures = new Map<string, Figure>();
  for (let row = start; row < end; row++) {
    const { period, scope } = record.observation(row);
    figures.set(`${period}|${scope}`, { record, row });
  }
  return figures;
};

const changesOf = (
  before: ReadonlyMap<string, Figure>,
  after: ReadonlyMap<string, Figure>,
  isSameSource: IsSameSource,
): Change[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const change = changeOf(before.get(key), after.get(key), isSameSource);
    return change ? [change] : [];
  });

const readingOf = ({ record, row }: Figure): Reading => record.reading(row);

const changeOf = (
  before: Figure | undefined,
  after: Figure | undefined,
  isSameSource: IsSameSource,
): Change | undefined => {
  const figure = after ?? before;
  if (!figure) return undefined;
  const { ticker, metric: id } = figure.record.observation(figure.row);
  const metric = figure.record.metrics[figure.record.metricIndex(id)];
  if (!metric) return undefined;
  const common = { ticker, metric };
  if (!before) return { ...common, kind: "new", now: readingOf(figure) };
  if (!after) return { ...common, kind: "removed", old: readingOf(figure) };
  const [a, b] = [before.record.observation(before.row), after.record.observation(after.row)];
  const isRevised = a.value !== b.value;
  if (!isRevised && isSaidAlike(a, b, isSameSource)) return undefined;
  return { ...common, kind: isRevised ? "revised" : "resourced", old: readingOf(before), now: readingOf(after) };
};

const isSaidAlike = (a: Observation, b: Observation, isSameSource: IsSameSource): boolean =>
  a.confidence === b.confidence &&
  a.basis === b.basis &&
  a.published === b.published &&
  a.note === b.note &&
  isSameSource(a.source, b.source);

/** Of ids in the old record and in the new one. */
type IsSameSource = (old: string, now: string) => boolean;

/** Ids of sources are numbers of one record: what a source says of itself is compared instead, once for each. */
const sourceComparison = (old: MinerRecord, now: MinerRecord): IsSameSource => {
  const alike = new Map<string, string>();
  return (before, after) => {
    if (alike.get(after) === before) return true;
    const [from, to] = [old.source(before), now.source(after)];
    const isSame = from.title === to.title && from.url === to.url;
    if (isSame) alike.set(after, before);
    return isSame;
  };
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

/** What both say, without the rows at the beginning that are alike: events and points are added at the end. */
const saidApart = <Row extends object>(
  old: readonly Row[],
  now: readonly Row[],
  keys: readonly (keyof Row)[],
  figures: readonly (keyof Row)[],
): [Said, Said] => {
  const all = [...keys, ...figures];
  const isSame = (a: Row | undefined, b: Row | undefined): boolean =>
    a !== undefined && b !== undefined && all.every((property) => a[property] === b[property]);
  let alike = 0;
  while (isSame(old[alike], now[alike])) alike++;
  const told = (row: Row, properties: readonly (keyof Row)[]) => properties.map((property) => row[property]).join("|");
  const said = (rows: readonly Row[]): Said =>
    new Map(rows.slice(alike).map((row) => [told(row, keys), told(row, figures)]));
  return [said(old), said(now)];
};

const EVENT_KEYS = ["ticker", "dateText", "kind", "counterparty", "summary"] as const;
const EVENT_FIGURES = ["commitment", "mw", "mwAdded", "valueUsd", "termYears", "splitRatio"] as const;
const POINT_KEYS = ["series", "day"] as const;
const POINT_FIGURES = ["value"] as const;

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
