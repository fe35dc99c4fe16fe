// Newer data as the pane uses it: check, fetch, compare, apply, undo, own rows and the live market, over one record.
import { dayOfTime, type Day } from "../common/days";
import { versionDay } from "../common/words";
import type { MinerRecord } from "../data/record";
import type { FetchOptions } from "./fetch/fetch-release";
import { checkForUpdate, type Checked } from "./fetch/check";
import { safeAddress } from "./fetch/download";
import type { Environment } from "./environment";
import { refusal, RefreshError } from "./faults";
import type { ReleaseKey } from "./fetch/key";
import { withLayers } from "./layers";
import {
  OWN,
  addOwnRows,
  allOwnCells,
  discardUnreadableOwnText,
  readOwnShelf,
  removeOwnRows,
  unreadableOwnText,
} from "./own-rows/own-rows-store";
import { part } from "./load-chunk";
import { previewing, previewOwnRows, type OwnCells, type OwnPreview, type OwnTable } from "./own-rows/own-rows";
import { inParts } from "./own-rows/parts";
import { fetchQuote, type Quote } from "./market/quote";
import { isAsSigned } from "./store/as-signed";
import { goBack, keep, restore, STATE, withdraw, type Remembered } from "./store/release-store";
import { readSeen, saveSeen } from "./fetch/etag-cache";
import { readServedBuild, type Build } from "./fetch/served-build";
import type { Candidate, RefreshState } from "./state";
import { nameOfKey, openStore, type Store } from "./store/store";

export interface RefreshOptions {
  readonly environment: Environment;
  /** The record that came with the add-in. */
  readonly bundled: MinerRecord;
  /** Version of the add-in, "1.2.3". */
  readonly addin: string;
  readonly key: ReleaseKey | undefined;
  /** Puts a record where the cells read it. Called only with a whole, checked one. */
  readonly show: (record: MinerRecord) => void;
}

const NOT_LASTING =
  "This browser stores nothing for the add-in: newer data and own rows last until Excel closes. Allow site data to keep them.";
const notAsSigned = (version: string): string =>
  `The data of ${versionDay(version)} stored in this browser was not signed by the publisher of this add-in. It is no longer used: recalculate the workbook, and check for updates to get newer data.`;
const ADDRESS = "address";
const CHOICE = "choice-";

export class Refresh {
  private readonly store: Store;
  private readonly listeners = new Set<() => void>();
  private remembered: Remembered;
  private quote: Quote | undefined;
  private shown: RefreshState;
  private isBusy = false;
  private isClosed = false;
  /** Said for the rest of the session. */
  private withdrawn: readonly string[] = [];
  private readonly stopListening: () => void;

  /** Reads what this browser kept, synchronously, and shows it. */
  constructor(private readonly options: RefreshOptions) {
    this.store = openStore(options.environment);
    this.remembered = restore(this.store, options.bundled);
    void this.verify();
    this.shown = this.composed();
    if (!this.shown.isBundled || this.shown.own.rows.length > 0) options.show(this.shown.record);
    this.stopListening = options.environment.onStorage((key) => {
      const name = key === null ? undefined : nameOfKey(options.environment, key);
      if (key === null || name === STATE) this.reload();
      else if (name === OWN) this.layAnew();
    });
  }

  get state(): RefreshState {
    return this.shown;
  }

  /** The record in use without what the user laid over it. */
  get base(): MinerRecord {
    return this.remembered.record;
  }

  /** Calls back after each change, also one by another window; gives back the way to stop it. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.isClosed = true;
    this.stopListening();
    this.listeners.clear();
  }

  /** Address of latest.json that the user set; undefined for the add-in's own origin. */
  get address(): string | undefined {
    return this.store.read(ADDRESS);
  }

  setAddress(address: string | undefined): void {
    const text = address?.trim() ?? "";
    if (text === "") this.store.remove(ADDRESS);
    else if (safeAddress(text)) this.store.write(ADDRESS, text);
    else throw refusal("address", text);
  }

  /** A choice that the user made in the pane, as it is kept in this browser. */
  choice(name: string): string | undefined {
    return this.store.read(CHOICE + name);
  }

  choose(name: string, value: string): void {
    try {
      this.store.write(CHOICE + name, value);
    } catch {
      // No room: the choice holds until the pane is closed.
    }
  }

  /** The build of the add-in that its own server has now; undefined when it does not tell. */
  servedBuild(signal?: AbortSignal): Promise<Build | undefined> {
    return readServedBuild(this.options.environment, signal);
  }

  /** What the newest release is. Nothing but latest.json is read. */
  check(signal?: AbortSignal): Promise<Checked> {
    return this.alone(async () => {
      const { environment, addin, key } = this.options;
      const { version: have } = this.shown;
      const seen = readSeen(this.store);
      // What was seen may be damaged: a server that calls it unchanged would keep it so for ever.
      saveSeen(this.store, undefined);
      const checked = await checkForUpdate(environment, { address: this.address, have, addin, key, signal, seen });
      saveSeen(this.store, checked.seen);
      return checked;
    });
  }

  /** Fetches and checks a release and says what it would change. */
  fetch(checked: Checked, options?: FetchOptions): Promise<Candidate> {
    return this.alone(async () => {
      const { fetchRelease, compare, coinMoves } = await part(
        () => import(/* webpackChunkName: "release" */ "./fetch/fetch-release"),
      );
      const release = await fetchRelease(this.options.environment, checked, options);
      const { record: current, stamp } = this.remembered;
      const { record: base } = release;
      const record = withLayers(base, readOwnShelf(this.store, base, this.today()).rows, this.quote);
      const comparison = compare(current, base);
      const coins = coinMoves(current, base, comparison, this.today());
      return { release, signed: checked.latest, record, comparison, coins, stamp };
    });
  }

  /** False when the data that it was compared with are no longer in use. */
  isCurrent({ stamp }: Candidate): boolean {
    return stamp === this.remembered.stamp;
  }

  /** Keeps the release and shows it. Throws and changes nothing when there is no room or another window was faster. */
  apply({ release, signed, stamp }: Pick<Candidate, "release" | "signed" | "stamp">): void {
    this.reloaded(() => {
      keep(this.store, this.options.bundled, release, signed, stamp);
    });
  }

  /** Back to the version before; once more leads forward again. */
  undo(): void {
    this.reloaded(() => {
      goBack(this.store, this.options.bundled, this.remembered.stamp);
    });
  }

  previewOwnRows(table: OwnTable): OwnPreview {
    return previewOwnRows(table, this.remembered.record, this.today());
  }

  /** The same in parts, with the page free in between; `told` hears how many rows have been looked at. */
  previewOwnRowsInParts(table: OwnTable, told: (rows: number) => void): Promise<OwnPreview> {
    return inParts(previewing(table, this.remembered.record, this.today()), told);
  }

  /** All or nothing, unless the valid ones are to be taken. False when nothing was taken. */
  addOwnRows(preview: OwnPreview, validOnly = false): boolean {
    if (preview.rows.length === 0 || (preview.problems.length > 0 && !validOnly)) return false;
    addOwnRows(this.store, preview.rows);
    this.layAnew();
    return true;
  }

  removeOwnRows(ids: readonly string[]): void {
    removeOwnRows(this.store, ids);
    this.layAnew();
  }

  /** All own rows, also those that rest, as cells for CSV. */
  get ownCells(): readonly OwnCells[] {
    return allOwnCells(this.store);
  }

  discardUnreadableOwnText(): void {
    discardUnreadableOwnText(this.store);
    this.layAnew();
  }

  /** Text that was kept where own rows belong and could not be read. */
  get unreadableOwnText(): string | undefined {
    return unreadableOwnText(this.store);
  }

  /** Asks for the live market and lays it over the record until Excel closes or it is dropped. */
  async askMarket(signal?: AbortSignal): Promise<Quote> {
    const quote = await fetchQuote(this.options.environment, {
      record: this.remembered.record,
      today: this.today(),
      signal,
    });
    this.quote = quote;
    this.layAnew();
    return quote;
  }

  dropMarket(): void {
    this.quote = undefined;
    this.layAnew();
  }

  private async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isBusy) throw refusal("busy");
    this.isBusy = true;
    try {
      return await work();
    } finally {
      this.isBusy = false;
    }
  }

  /** Also when it was refused because another window was faster: that window's data are shown then. */
  private reloaded(change: () => void): void {
    try {
      change();
    } catch (error) {
      if (error instanceof RefreshError && error.fault === "changed-meanwhile") this.reload();
      throw error;
    }
    this.reload();
  }

  /** What this browser keeps may be another release than before. */
  private reload(): void {
    this.remembered = restore(this.store, this.options.bundled);
    void this.verify();
    this.layAnew();
  }

  /** What this browser kept was used at once; it goes again if it is not what the publisher signed. */
  private async verify(): Promise<void> {
    const { environment, key, bundled } = this.options;
    const verified = this.remembered;
    if (!verified.kept || (await isAsSigned(environment, verified.kept, key))) return;
    // Replaced meanwhile: then what replaced it is verified by itself.
    if (this.isClosed || verified !== this.remembered) return;
    this.withdrawn = [notAsSigned(verified.kept.version)];
    try {
      withdraw(this.store, bundled, verified.stamp);
      this.reload();
    } catch {
      // Nothing can be written, or another window has just done so: here it is used no longer in any case.
      this.remembered = {
        record: bundled,
        isBundled: true,
        before: undefined,
        stamp: verified.stamp,
        kept: undefined,
        sentences: [],
      };
      this.layAnew();
    }
  }

  private layAnew(): void {
    this.shown = this.composed();
    this.options.show(this.shown.record);
    for (const listener of this.listeners) listener();
  }

  private composed(): RefreshState {
    const { record: base, isBundled, before, sentences } = this.remembered;
    const own = readOwnShelf(this.store, base, this.today());
    return {
      ...{ version: base.version, isBundled, before, own, quote: this.quote, lasts: this.store.lasts },
      record: withLayers(base, own.rows, this.quote),
      sentences: [...sentences, ...this.withdrawn, ...(this.store.lasts ? [] : [NOT_LASTING])],
    };
  }

  private today(): Day {
    return Math.floor(dayOfTime(this.options.environment.now()));
  }
}
