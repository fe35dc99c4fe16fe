// What this browser keeps of newer data: the release in use and the version before it. Read synchronously at load.
import { isLaterVersion } from "../../common/version";
import type { PackedRecord } from "../../data/pack";
import { MinerRecord } from "../../data/record";
import type { Latest } from "../fetch/latest";
import type { Release } from "../fetch/read-release";
import type { KeptRelease } from "./as-signed";
import { checksumOf } from "./checksum";
import { refusal } from "../faults";
import type { Store } from "./store";

const FORMAT = 1;
export const STATE = "state";
const RECORDS = "record-";

/** A text in storage, and how to know that it is still whole. */
interface Kept {
  readonly version: string;
  readonly length: number;
  readonly checksum: number;
  /** The latest.json that announced it: with its signature it proves where the text is from. */
  readonly signed?: unknown;
}

interface State {
  readonly format: number;
  /** Counts the changes, so that one window sees that another was faster. */
  readonly stamp: number;
  readonly release?: Kept;
  /** Where Undo leads. */
  readonly before?: Kept | "bundled";
  /** The user went back to this release: a newer bundle does not replace it. */
  readonly chosen?: boolean;
}

export interface Remembered {
  readonly record: MinerRecord;
  readonly isBundled: boolean;
  /** Version that Undo leads to. */
  readonly before: string | undefined;
  readonly stamp: number;
  /** Behind the record, unless that is the bundle's: still to be verified. */
  readonly kept: KeptRelease | undefined;
  /** What could not be used, to be shown once. */
  readonly sentences: readonly string[];
}

const EMPTY: State = { format: FORMAT, stamp: 0 };

export const restore = (store: Store, bundled: MinerRecord): Remembered => {
  const sentences: string[] = [];
  const state = currentState(store, bundled, sentences);
  const found = state.release ? readKept(store, state.release) : { record: bundled, kept: undefined };
  if (!found) {
    // The version before may still be whole.
    const fallback = state.before === "bundled" || !state.before ? undefined : readKept(store, state.before);
    const isUsed = fallback && isLaterVersion(fallback.record.version, bundled.version);
    const { record: used, kept } = isUsed ? fallback : { record: bundled, kept: undefined };
    sentences.push(
      `The data of ${state.release?.version ?? ""} stored in this browser is damaged. The data of ${used.version} is used instead; check for updates to get it again.`,
    );
    return { record: used, isBundled: used === bundled, before: undefined, stamp: state.stamp, kept, sentences };
  }
  const { record, kept } = found;
  const before = versionBefore(store, bundled, state.before);
  return { record, isBundled: record === bundled, before, stamp: state.stamp, kept, sentences };
};

/** Whether it is whole is looked at when Undo is pressed: reading it takes time that the start of Excel has not. */
const versionBefore = (store: Store, bundled: MinerRecord, before: State["before"]): string | undefined => {
  if (before === "bundled") return bundled.version;
  return before && store.names().includes(nameOf(before)) ? before.version : undefined;
};

/** Keeps a release as the one in use; the one in use becomes the version before. Throws and changes nothing otherwise. */
export const keep = (
  store: Store,
  bundled: MinerRecord,
  { version, text }: Release,
  signed: Latest,
  stamp: number,
): void => {
  const state = requireUnchanged(store, bundled, stamp);
  const release: Kept = { version, length: text.length, checksum: checksumOf(text), signed };
  const name = nameOf(release);
  const before = inUse(store, state);
  makeRoomAndWrite(store, name, text, state);
  try {
    writeState(store, { format: FORMAT, stamp: stamp + 1, release, before });
  } catch (error) {
    if (!namesIn(state).includes(name)) store.remove(name);
    throw error;
  }
  // Another window that was tidying just then did not know this record yet.
  if (store.read(name) === undefined) store.write(name, text);
};

/** Swaps the release in use and the version before, so that a second Undo goes forward again. */
export const goBack = (store: Store, bundled: MinerRecord, stamp: number): void => {
  const state = requireUnchanged(store, bundled, stamp);
  const { before } = state;
  if (before === undefined || (before !== "bundled" && !whole(store, before))) throw refusal("no-before");
  writeState(store, {
    format: FORMAT,
    stamp: stamp + 1,
    before: inUse(store, state),
    ...(before === "bundled" ? {} : { release: before, chosen: true }),
  });
};

/** Forgets the release in use: it is not what was signed. The one before it is next, and has to prove itself too. */
export const withdraw = (store: Store, bundled: MinerRecord, stamp: number): void => {
  const { release, before } = requireUnchanged(store, bundled, stamp);
  const next = release && before !== "bundled" ? before : undefined;
  writeState(store, { format: FORMAT, stamp: stamp + 1, ...(next && { release: next }) });
};

/** What Undo is to lead back to. When the release in use is damaged, the one before it stands in. */
const inUse = (store: Store, { release, before }: State): Kept | "bundled" => {
  if (!release) return "bundled";
  return whole(store, release) ?? (before === "bundled" ? undefined : whole(store, before)) ?? "bundled";
};

/** The state as it counts today: a bundle that has overtaken the release is used, what was before it stays behind Undo. */
const currentState = (store: Store, bundled: MinerRecord, sentences: string[]): State => {
  const state = readState(store, sentences);
  const { release, chosen, stamp, before } = state;
  if (!release || chosen === true || isLaterVersion(release.version, bundled.version)) return state;
  // The bundle may have caught up with the release itself: going back to that would change nothing.
  const other = [release, before].find((kept) => kept && kept !== "bundled" && kept.version !== bundled.version);
  return { format: FORMAT, stamp, ...(other && { before: other }) };
};

const readState = (store: Store, sentences: string[]): State => {
  const text = store.read(STATE);
  if (text === undefined) return EMPTY;
  const state = parsed(text) as Partial<State> | undefined;
  if (state?.format === FORMAT && typeof state.stamp === "number" && isKept(state.release) && isKept(state.before)) {
    return state as State;
  }
  sentences.push(
    "This add-in cannot read the newer data stored in this browser. The bundled data is used; check for updates to get newer data again.",
  );
  return EMPTY;
};

const isKept = (kept: unknown): boolean => {
  if (kept === undefined || kept === "bundled") return true;
  const { version, length, checksum } = (kept ?? {}) as Partial<Kept>;
  return typeof version === "string" && typeof length === "number" && typeof checksum === "number";
};

const requireUnchanged = (store: Store, bundled: MinerRecord, stamp: number): State => {
  const state = currentState(store, bundled, []);
  if (state.stamp !== stamp) throw refusal("changed-meanwhile");
  return state;
};

const namesIn = ({ release, before }: State): string[] =>
  [release, before].flatMap((kept) => (kept && kept !== "bundled" ? [nameOf(kept)] : []));

/** The state is one small text that points to large ones: as long as it is not written, nothing has happened. */
const writeState = (store: Store, state: State): void => {
  store.write(STATE, JSON.stringify(state));
  const used = namesIn(state);
  for (const name of store.names()) if (name.startsWith(RECORDS) && !used.includes(name)) store.remove(name);
};

/** The version before the one in use goes anyway: its room is given to the new one, and given back if that is not enough. */
const makeRoomAndWrite = (store: Store, name: string, text: string, { before }: State): void => {
  try {
    store.write(name, text);
  } catch (full) {
    const oldest = before && before !== "bundled" ? nameOf(before) : "";
    const oldestText = store.read(oldest);
    if (oldestText === undefined) throw full;
    store.remove(oldest);
    try {
      store.write(name, text);
    } catch (error) {
      store.write(oldest, oldestText);
      throw error;
    }
  }
};

const nameOf = ({ version, checksum }: Kept): string => `${RECORDS}${version}-${checksum}`;

const wholeText = (store: Store, kept: Kept): string | undefined => {
  const text = store.read(nameOf(kept));
  return text?.length === kept.length && checksumOf(text) === kept.checksum ? text : undefined;
};

const whole = (store: Store, kept: Kept | undefined): Kept | undefined =>
  kept && wholeText(store, kept) !== undefined ? kept : undefined;

const readKept = (store: Store, kept: Kept): { record: MinerRecord; kept: KeptRelease } | undefined => {
  try {
    const text = wholeText(store, kept) ?? "";
    const packed = parsed(text) as PackedRecord | undefined;
    if (!packed) return undefined;
    const record = MinerRecord.unpack(packed, "release");
    return { record, kept: { version: record.version, text, signed: kept.signed } };
  } catch {
    // A format that this version of the add-in does not read.
    return undefined;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
