// Which data the workbook was last calculated with, kept in its file, and calculating it anew.
import { bundledRecord, onFirstCellAsked, onRecordReplaced, origin, record, wasCellAsked } from "../../functions";
import type { Scope, Workbook } from "../../workbook/port";

/** In the workbook's settings; files keep it, so it never changes. */
export const SETTING = "MinerOverhang.dataVersion";

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  workbook: "The workbook",
  sheet: "This sheet",
  selection: "The selection",
};

export class Calculation {
  /** What a change of the data calculates anew, as the user chose last. */
  scope: Scope = "workbook";
  private with: string | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly known: Promise<void>;

  constructor(
    private readonly workbook: Workbook,
    private readonly signal: AbortSignal,
  ) {
    this.known = this.read();
    const tell = (): void => {
      this.tell();
    };
    const note = (): void => void this.noteFirst();
    for (const stop of [onRecordReplaced(tell), onFirstCellAsked(note)]) signal.addEventListener("abort", stop);
    if (wasCellAsked()) void (origin() === "bundled" ? this.noteFirst() : this.catchUp());
  }

  /** The version that the cells were calculated with, when it is another one than they would be now. */
  get other(): string | undefined {
    return this.with === record().version ? undefined : this.with;
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
    await this.workbook.recalculate(scope);
    await this.calculated(scope);
    return `${SCOPE_WORDS[scope]} was recalculated.`;
  }

  /** The cells in this scope have just been calculated anew. */
  async calculated(scope: Scope): Promise<void> {
    if (scope === "workbook") await this.save();
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
    if (this.other !== undefined) return;
    try {
      await this.recalculate("workbook");
    } catch {
      this.with = bundledRecord().version;
      this.tell();
    }
  }

  private async save(): Promise<void> {
    const { version } = record();
    await this.workbook.saveSetting(SETTING, version);
    this.with = version;
    this.tell();
  }

  private tell(): void {
    if (this.signal.aborted) return;
    for (const listener of this.listeners) listener();
  }
}
