// What the record answers with: one figure with its origin, a run of rows, its own size.
import type { Day } from "../common/days";
import type { Observation, Source } from "./rows";
import type { Layer } from "./schema";

/** One figure with everything that can be said of where it comes from. */
export interface Reading extends Omit<Observation, "source" | "published"> {
  readonly row: number;
  /** The day from which it counts as known; an estimate when `publishedAssumed`. */
  readonly published: Day;
  /** As the source states it; "" if it does not. */
  readonly publishedText: string;
  readonly publishedAssumed: boolean;
  readonly layer: Layer;
  readonly source: Source;
}

export interface Rows {
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

export interface Counts {
  readonly miners: number;
  readonly reports: number;
  readonly facts: number;
  readonly events: number;
  readonly market: number;
  readonly sources: number;
  /** Figures of miners in all layers. */
  readonly rows: number;
}
