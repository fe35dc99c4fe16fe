// How a figure meets the record: new, better sourced, the same, restated, in conflict, or already read.
import { isoOf } from "../../common/days";
import { isSameValue, printed, type Candidate } from "../candidate";
import { isAmended } from "../filers";
import { isDocument, type Known, type KnownRow } from "../known";
import type { Outcome } from "../proposal";
import { isWeaker, strengthOf } from "./confidence";

export interface Met {
  readonly outcome: Outcome;
  readonly reason: string;
}

const placeOf = ({ file, line }: KnownRow): string => `${file}.csv:${line}`;
const told = (row: KnownRow): string => `${printed(row.value)} (${placeOf(row)}, ${row.period}, ${row.confidence})`;

/** Rows that the candidate can be compared with: of a flow the same period, of a level any of that day. */
export const rowsBeside = (candidate: Candidate, known: Known): readonly KnownRow[] => {
  const { ticker, metric, period, periodEnd } = candidate;
  const isFlow = known.tables.metrics.find((each) => each.id === metric)?.kind !== "stock";
  return known
    .rowsAt(ticker, metric, periodEnd)
    .filter((row) => row.scope === "consolidated" && row.period !== "guidance" && (!isFlow || row.period === period));
};

/** Undefined: a prior column that agrees with the record or that the record does not know. */
export const meet = (candidate: Candidate, known: Known): Met | undefined => {
  const rows = rowsBeside(candidate, known);
  const met = candidate.standing === "prior" ? meetPrior(candidate, rows) : meetReport(candidate, rows, known);
  const isFromHere = rows.some((row) => isDocument(known.source(row.source), candidate.paper.address));
  const isDone = met === undefined || met.outcome === "refused" || (met.outcome === "same" && isFromHere);
  if (!candidate.isScaled || isDone) return met;
  const reason = `tagged a thousand times too large, as its fair value shows; ${met.outcome}: ${met.reason}`;
  return { outcome: "scaled", reason };
};

/** Columns of earlier periods are only compared: a value that the record lacks at every row is a restatement. */
const meetPrior = ({ value, paper }: Candidate, rows: readonly KnownRow[]): Met | undefined => {
  if (rows.length === 0 || rows.some((row) => isSameValue(row.value, value))) return undefined;
  if (rows.some((row) => isRounded(row.value, value))) return undefined;
  const reason = `the ${paper.form} of ${isoOf(paper.periodEnd)} prints another value for the earlier period: ${rows.map(told).join(", ")} there`;
  return { outcome: "restated", reason };
};

/** 742 is 741.9 with fewer digits. */
const isRounded = (coarse: number, fine: number): boolean => {
  const digits = (value: number): number => String(value).split(".")[1]?.length ?? 0;
  return digits(coarse) < digits(fine) && isSameValue(Number(fine.toFixed(digits(coarse))), coarse);
};

const meetReport = (candidate: Candidate, rows: readonly KnownRow[], known: Known): Met => {
  const { value, period, paper, basis } = candidate;
  const sameKey = rows.filter((row) => row.period === period);
  const equal = sameKey.filter((row) => isSameValue(row.value, value));
  const fromHere = sameKey.find((row) => isDocument(known.source(row.source), paper.address));
  if (fromHere && !isSameValue(fromHere.value, value)) {
    return { outcome: "refused", reason: `already read from this document as ${told(fromHere)}` };
  }
  const strong = equal.find((row) => !isWeaker(row.confidence, strengthOf(paper.form, basis)));
  if (strong) return { outcome: "same", reason: `as ${placeOf(strong)}` };
  if (equal.length > 0) {
    return {
      outcome: "better source",
      reason: `the same value stands there from a weaker source: ${equal.map(told).join(", ")}`,
    };
  }
  if (rows.length === 0) return { outcome: "new", reason: "the record has nothing of this figure and day" };
  const others = rows.filter((row) => !isSameValue(row.value, value));
  if (isAmended(paper.form) && others.length > 0) {
    return { outcome: "restated", reason: `the form is amended; there: ${others.map(told).join(", ")}` };
  }
  if (others.length === 0) {
    return { outcome: "new", reason: `the record has the same value of another period: ${rows.map(told).join(", ")}` };
  }
  const differences = others.map((row) => `${told(row)}, difference ${printed(Math.abs(row.value - value))}`);
  return { outcome: "conflict", reason: `there: ${differences.join("; ")}` };
};
