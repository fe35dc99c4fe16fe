// Which data the workbook was last calculated with, kept in its file, and calculating it anew.
import { bundledRecord, onFirstCellAsked, onRecordReplaced, origin, wasCellAsked } from "../../functions";
import type { Refresh } from "../../refresh/refresh";
import type { Scope, Workbook } from "../../workbook/port";
import { basisNow, differenceSaid, type Basis } from "./data-stamp";

/** In the workbook's settings; files keep it, so it never changes. */
export const SETTING = "MinerOverhang.dataVersion";

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  workbook: "The workbook",
  sheet: "This sheet",
  selection: "The selection",
};
const SCOPE = "recalculate";

const isScope = (text: string): text is Scope => Object.hasOwn(SCOPE_WORDS, text);

export class Calculation {
  private chosen: Scope;
  private with: Basis | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly known: Promise<void>;

  constructor(
    private readonly workbook: Workbook,
    private readonly refresh: Refresh | undefined,
    private readonly signal: AbortSignal,
  ) {
    const kept = refresh?.choice(SCOPE) ?? "";
    this.chosen = isScope(kept) ? kept : "workbook";
    this.known = this.read();
    const tell = (): void => {
      this.tell();
    };
    const note = (): void => void this.noteFirst();
    for (const stop of [onRecordReplaced(tell), onFirstCellAsked(note)]) signal.addEventListener("abort", stop);
    if (wasCellAsked()) void (origin() === "bundled" ? this.noteFirst() : this.catchUp());
  }

  /** What a change of the data calculates anew, as this user chose last. The browser's workbook calculates everything. */
  get scope(): Scope {
    return this.workbook.host === "browser" ? "workbook" : this.chosen;
  }

  set scope(scope: Scope) {
    this.chosen = scope;
    this.refresh?.choose(SCOPE, scope);
  }

  /** What the cells were calculated with, and would be now, in a sentence; undefined when that is the same. */
  get difference(): string | undefined {
    return differenceSaid(this.with, basisNow(this.refresh));
  }

  onChanged(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Throws what the workbook would refuse to be calculated with now: a cell that is being edited, say. */
  async possible(): Promise<void> {
    await this.workbook.setting(SETTING);
  }

  /** Says what was calculated. A selection or a sheet alone leaves the rest of the workbook with the former data. */
  async recalculate(scope = this.scope): Promise<string> {
    // Another window may change the data while Excel calculates: then the cells stand on those from before.
    const basis = basisNow(this.refresh);
    await this.workbook.recalculate(scope);
    await this.calculated(scope, basis);
    return `${SCOPE_WORDS[scope]} was recalculated.`;
  }

  /** The cells in this scope have just been calculated anew. */
  async calculated(scope: Scope, basis = basisNow(this.refresh)): Promise<void> {
    if (scope === "workbook") await this.save(basis);
  }

  private async read(): Promise<void> {
    try {
      this.with = await this.workbook.setting(SETTING);
    } catch {
      // A cell is being edited, or the workbook is gone: then nothing is claimed of it.
    }
    this.tell();
  }

  /** A workbook that says nothing yet was calculated with this record, as far as this session knows. */
  private async noteFirst(): Promise<void> {
    await this.known;
    if (this.with !== undefined || this.signal.aborted) return;
    // Refused while a cell is edited: the next calculation of the whole workbook writes it down.
    await this.save().catch(() => undefined);
  }

  /** Cells that were calculated before the kept data was there have read the record of the bundle. */
  private async catchUp(): Promise<void> {
    await this.known;
    // Otherwise the user is asked: the whole workbook stands on other data.
    if (this.difference !== undefined) return;
    try {
      await this.recalculate("workbook");
    } catch {
      // Of the bundle alone: own rows come with what is kept.
      this.with = bundledRecord().version;
      this.tell();
    }
  }

  private async save(basis = basisNow(this.refresh)): Promise<void> {
    await this.workbook.saveSetting(SETTING, basis);
    this.with = basis;
    this.tell();
  }

  private tell(): void {
    if (this.signal.aborted) return;
    for (const listener of this.listeners) listener();
  }
}
