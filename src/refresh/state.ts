// What the pane sees of newer data: the state that is in use, and a release that waits for a decision.
import type { MinerRecord } from "../data/record";
import type { CoinMoves } from "./fetch/coin-moves";
import type { Comparison } from "./fetch/compare";
import type { Latest } from "./fetch/latest";
import type { OwnShelf } from "./own-rows/own-rows-store";
import type { Quote } from "./market/quote";
import type { Release } from "./fetch/read-release";

/** A release that was fetched and checked, and what it changes. Nothing is applied yet. */
export interface Candidate {
  readonly release: Release;
  /** The latest.json that announced it; kept with it, so that it can be verified again. */
  readonly signed: Latest;
  /** What the cells would read: the release with quote and own rows over it. */
  readonly record: MinerRecord;
  readonly comparison: Comparison;
  /** What that does to the coins of each miner and of ALL. */
  readonly coins: CoinMoves;
  /** Of the data it was compared with. */
  readonly stamp: number;
}

export interface RefreshState {
  /** With all layers; what the cells read. */
  readonly record: MinerRecord;
  readonly version: string;
  readonly isBundled: boolean;
  /** Version that Undo leads to; undefined when there is nothing to undo. */
  readonly before: string | undefined;
  readonly own: OwnShelf;
  readonly quote: Quote | undefined;
  /** False when storage is blocked: newer data and own rows last until Excel closes. */
  readonly lasts: boolean;
  /** What of the kept data could not be used; what is to be said of own rows is with them. */
  readonly sentences: readonly string[];
}
