// Who files with the SEC under which number, and how each one's documents are read. Not part of the record.
import { dayOf, type Day } from "../common/days";
import type { Labels } from "./exhibits/labels";
import { CLEANSPARK, BIT_DIGITAL, RIOT, type TagMap } from "./tag-maps";

export interface Filer {
  readonly ticker: string;
  readonly cik: number;
  readonly tags: TagMap;
  /** Tables of the notes are read as text: nothing in them is tagged, or no tag has been mapped yet. */
  readonly readsNotes: boolean;
  /** Counts that make the holdings when one document states both and no total. */
  readonly holdingsFrom?: readonly [string, string];
  /** Coins before this day are another company's. */
  readonly firstDay?: Day;
  /** Words of its releases that the common list does not have. */
  readonly labels?: Labels;
  /** Its releases total own and customers' machines; the record counts the own part, and no roll-forward is possible. */
  readonly countsOwnPart?: true;
  /** "About" is said of figures that the company itself treats as its count. */
  readonly allowsApproximate?: boolean;
}

const filer = (ticker: string, cik: number, more: Partial<Filer> = {}): Filer => ({
  ticker, cik, tags: {}, readsNotes: true, ...more,
}); // prettier-ignore

/** The numbers are of company_tickers.json of 2026-06-01; each run compares them with today's. */
export const FILERS: readonly Filer[] = [
  filer("ABTC", 1755953, { firstDay: dayOf(2025, 4, 1) }),
  filer("APLD", 1144879),
  filer("ARBK", 1841675),
  filer("BTBT", 1710350, { tags: BIT_DIGITAL }),
  filer("BTDR", 1899123, { labels: [[/bitcoin mined \(self-mining only\)/i, "produced_btc"]] }),
  filer("CAN", 1780652),
  filer("CANG", 1725123),
  filer("CIFR", 1819989, { holdingsFrom: ["on_hand_btc", "pledged_btc"], allowsApproximate: true }),
  filer("CLSK", 827876, {
    tags: CLEANSPARK,
    readsNotes: false,
    holdingsFrom: ["on_hand_btc", "encumbered_btc"],
  }),
  filer("CORZ", 1839341),
  filer("FUFU", 1921158, { countsOwnPart: true }),
  filer("GLXY", 1859392),
  filer("GREE", 1844971),
  filer("HIVE", 1720424),
  filer("HUT", 1964789),
  filer("HUTOLD", 1731805),
  filer("IREN", 1878848),
  filer("KEEL", 1812477),
  filer("LMFA", 1640384),
  filer("MARA", 1507605),
  filer("RIOT", 1167419, { tags: RIOT, readsNotes: false }),
  filer("WULF", 1083301),
  filer("WYFI", 2042022),
];

/** The old Hut 8 has left the list of tickers. */
export const UNLISTED: ReadonlySet<string> = new Set(["HUTOLD"]);

export const REPORT_FORMS = ["10-Q", "10-K", "20-F", "40-F"] as const;
export const RELEASE_FORMS = ["8-K", "6-K"] as const;
/** Items of an 8-K that bring figures: results, disclosure, other events. */
export const RELEASE_ITEMS = ["2.02", "7.01", "8.01"] as const;

export const baseForm = (form: string): string => form.replace(/\/A$/, "");
export const isAmended = (form: string): boolean => form.endsWith("/A");
export const isReport = (form: string): boolean => (REPORT_FORMS as readonly string[]).includes(baseForm(form));
