// The record that cells read now. A refresh swaps it here; everything that was remembered about the old one is dropped.
import packed from "#bundled-record";
import type { Day } from "../common/days";
import { dayOfVersion } from "../common/version";
import { MinerRecord } from "../data/record";

let current = MinerRecord.open(packed);
let cameFrom = "bundled";
const listeners = new Set<() => void>();
/** Caches of answers: they hold for one record only. */
const forgetters = new Set<() => void>();
const forget = (): void => {
  for (const one of forgetters) one();
};

export const record = (): MinerRecord => current;

/** The record that came with the add-in, whatever was refreshed since. */
export const bundledRecord = (): MinerRecord => MinerRecord.open(packed);

/** Where the record came from, in words: "bundled", or what the pane said when it brought another in. */
export const origin = (): string => cameFrom;

export const replaceRecord = (next: MinerRecord, from: string): void => {
  current = next;
  cameFrom = from;
  forget();
  for (const listener of listeners) listener();
};

/** What `work` answers while cells would read another record. Nobody else sees it: it ends before this returns. */
export const withRecord = <T>(other: MinerRecord, from: string, work: () => T): T => {
  const before = { record: current, from: cameFrom };
  current = other;
  cameFrom = from;
  forget();
  try {
    return work();
  } finally {
    current = before.record;
    cameFrom = before.from;
    forget();
  }
};

/** Calls `listener` after each swap; gives back the way to stop it. */
export const onRecordReplaced = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Asked for by almost every cell. */
const latestDays = new WeakMap<MinerRecord, Day>();

/**
 * What "latest" means in a formula: the day of the record (or of a live quote that its user asked for), so that the
 * same workbook gives the same numbers tomorrow.
 */
export const latestDay = (of: MinerRecord = current): Day => {
  const known = latestDays.get(of);
  if (known !== undefined) return known;
  const day = Math.max(dayOfVersion(of.version) ?? of.newestPublished, of.newestReport, of.quotedOn ?? -Infinity);
  latestDays.set(of, day);
  return day;
};

/** A cache by text key that forgets all when it is full or when the record changes. */
export const memo = <T>(limit = 2000): ((key: string, make: () => T) => T) => {
  const cache = new Map<string, T>();
  forgetters.add(() => {
    cache.clear();
  });
  return (key, make) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (cache.size >= limit) cache.clear();
    cache.set(key, made);
    return made;
  };
};

let asked = false;
const askedListeners = new Set<() => void>();

/** The host says here that it calculates a cell. Cheap: it is said for every cell. */
export const cellAsked = (): void => {
  if (asked) return;
  asked = true;
  for (const listener of askedListeners) listener();
};

/** Whether any cell was calculated since the script loaded. */
export const wasCellAsked = (): boolean => asked;

/** Calls back when the first cell is calculated; gives back the way to stop it. */
export const onFirstCellAsked = (listener: () => void): (() => void) => {
  askedListeners.add(listener);
  return () => askedListeners.delete(listener);
};
