// Sums that a document states only in parts: the encumbered coins, and holdings from two counts where the filer allows it.
import { exact, printed, type Candidate, type Found } from "../candidate";
import type { Filer } from "../filers";
import { periodOfLevel } from "../place";
import { CLAIMED } from "./labels";

const partsOn = (found: Found, metrics: readonly string[], day: number): Candidate[] =>
  metrics.flatMap((metric) => found.candidates.find((each) => each.metric === metric && each.periodEnd === day) ?? []);

const sumOf = (parts: readonly Candidate[], metric: string): Candidate | undefined => {
  const [first] = parts;
  if (!first) return undefined;
  const arithmetic = parts.map(({ value }) => printed(value)).join(" + ");
  return {
    ...first,
    metric,
    period: periodOfLevel(metric, "quarter"),
    value: exact(parts.reduce((sum, { value }) => sum + value, 0)),
    basis: "derived",
    note: arithmetic,
    evidence: {
      printed: arithmetic,
      around: parts
        .map(({ evidence }) => evidence.around)
        .join(" | ")
        .slice(0, 200),
    },
    isScaled: parts.some((part) => part.isScaled),
    remarks: [...new Set(parts.flatMap(({ remarks }) => remarks))],
  };
};

export const withSums = (found: Found, filer: Filer): Found => {
  const days = new Set(found.candidates.map(({ periodEnd }) => periodEnd));
  const has = (metric: string, day: number): boolean => partsOn(found, [metric], day).length > 0;
  const sums = [...days].flatMap((day) => {
    const claimed = partsOn(found, CLAIMED, day);
    const encumbered = claimed.length > 1 && !has("encumbered_btc", day) ? sumOf(claimed, "encumbered_btc") : undefined;
    const from = filer.holdingsFrom ? partsOn(found, filer.holdingsFrom, day) : [];
    const holdings = from.length === 2 && !has("holdings_btc", day) ? sumOf(from, "holdings_btc") : undefined;
    return [encumbered, holdings].flatMap((sum) => sum ?? []);
  });
  return { ...found, candidates: [...found.candidates, ...sums] };
};
