// Where own rows are kept: as the texts that were typed, read anew against whatever record is in use.
import type { Day } from "../../common/days";
import type { MinerRecord } from "../../data/record";
import { idOf, OWN_COLUMNS, previewOwnRows, type OwnCells, type OwnPreview, type OwnRow } from "./own-rows";
import type { Store } from "../store/store";

export const OWN = "own";
/** A text that was not ours, or is damaged, moves here and is not lost. */
const UNREADABLE = "own-unreadable";

export interface OwnShelf extends OwnPreview {
  readonly sentences: readonly string[];
}

export const readOwnShelf = (store: Store, record: MinerRecord, today: Day): OwnShelf => {
  const cells = keptCells(store);
  const sentences = cells
    ? []
    : ["Your own rows could not be read. Their text is kept and can be exported; the record is used without them."];
  if (!cells || cells.length === 0) return { rows: [], problems: [], total: 0, sentences };
  // As in their export, where the first line names the columns.
  const rows = cells.map((row, index) => ({ line: index + 2, cells: row }));
  const preview = previewOwnRows({ file: "own rows", header: OWN_COLUMNS, rows }, record, today);
  const resting = preview.total - preview.rows.length;
  if (resting > 0) {
    sentences.push(
      `${resting} of your own rows ${resting === 1 ? "does" : "do"} not fit the data of ${record.version}: kept; used again once valid. Line numbers are those of the export.`,
    );
  }
  return { ...preview, sentences };
};

/** An own row for a figure that has one replaces it. Reads what is there now: another window may have written. */
export const addOwnRows = (store: Store, rows: readonly OwnRow[]): void => {
  const added = new Set(rows.map((row) => idOf(row.cells)));
  const others = (keptCells(store) ?? []).filter((cells) => !added.has(idOf(cells)));
  writeCells(store, [...others, ...rows.map((row) => row.cells)]);
};

export const removeOwnRows = (store: Store, ids: readonly string[]): void => {
  writeCells(
    store,
    (keptCells(store) ?? []).filter((cells) => !ids.includes(idOf(cells))),
  );
};

/** All that is kept, also the rows that rest. */
export const allOwnCells = (store: Store): readonly OwnCells[] => keptCells(store) ?? [];

/** Where it still is, or where it was moved when rows were added since. */
export const unreadableOwnText = (store: Store): string | undefined =>
  keptCells(store) ? store.read(UNREADABLE) : store.read(OWN);

export const discardUnreadableOwnText = (store: Store): void => {
  if (!keptCells(store)) store.remove(OWN);
  store.remove(UNREADABLE);
};

const isCells = (row: unknown): row is OwnCells =>
  typeof row === "object" && row !== null && Object.values(row).every((cell) => typeof cell === "string");

/** Undefined when what is there is not ours or damaged. */
const keptCells = (store: Store): readonly OwnCells[] | undefined => {
  const text = store.read(OWN);
  if (text === undefined) return [];
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) && rows.every(isCells) ? rows : undefined;
  } catch {
    return undefined;
  }
};

const writeCells = (store: Store, rows: readonly OwnCells[]): void => {
  const former = store.read(OWN);
  if (former !== undefined && !keptCells(store)) store.write(UNREADABLE, former);
  if (rows.length === 0) store.remove(OWN);
  else store.write(OWN, JSON.stringify(rows));
};
