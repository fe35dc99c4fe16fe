// What a check says: one sentence on one miner, with the rows that it speaks of.
import { isoOf, type Day } from "../../common/days";

export const CHECK_KINDS = [
  "roll-forward", "sources disagree", "old report", "proceeds", "parts and whole", "encumbered", "published early",
] as const; // prettier-ignore
export type CheckKind = (typeof CHECK_KINDS)[number];

export interface Finding {
  readonly kind: CheckKind;
  readonly ticker: string;
  /** The period end that it is about. */
  readonly day: Day;
  /** How far apart the two sides are, in the unit of the figures; days for an old report. */
  readonly size: number;
  readonly sentence: string;
  readonly rows: readonly number[];
}

/** Whole above a hundred, else four significant digits. */
export const words = (value: number): string =>
  value.toLocaleString(
    "en-US",
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
  );

export const stretch = (start: Day, end: Day): string => `${isoOf(start)} to ${isoOf(end)}`;
