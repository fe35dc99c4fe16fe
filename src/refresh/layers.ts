// The record that cells read: the one in use with what the user laid over it. Live market and own rows, in this order.
import type { MinerRecord } from "../data/record";
import type { OwnRow } from "./own-rows/own-rows";
import type { Quote } from "./market/quote";

export const withLayers = (base: MinerRecord, own: readonly OwnRow[], quote: Quote | undefined): MinerRecord => {
  const quoted = quote ? base.withMarket(quote.points, quote.source) : base;
  if (own.length === 0) return quoted;
  return quoted.withRows(
    "own",
    own.map((row) => row.observation),
    own.map((row) => row.source),
  );
};
