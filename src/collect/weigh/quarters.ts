// A quarter out of two sums since the start of the same fiscal year, both of them the company's own.
import { isoOf, type Day } from "../../common/days";
import { startOf, type SpanPeriod } from "../../data/periods";
import { exact, printed, type Candidate } from "../candidate";
import type { Known } from "../known";
import { isWeaker } from "./confidence";

/** The sum that came a quarter before. */
const BEFORE: Readonly<Partial<Record<SpanPeriod, SpanPeriod>>> = {
  half: "quarter",
  nine_months: "half",
  year: "nine_months",
};

interface Sum {
  readonly value: number;
  readonly around: string;
}

const earlierOf = (candidate: Candidate, candidates: readonly Candidate[], known: Known): Sum | undefined => {
  const period = BEFORE[candidate.period as SpanPeriod];
  if (period === undefined) return undefined;
  const end: Day = startOf("quarter", candidate.periodEnd) - 1;
  // A prior column is as good here: it is the company's own sum of that stretch.
  const read = candidates.find(
    (each) =>
      each.ticker === candidate.ticker &&
      each.metric === candidate.metric &&
      each.period === period &&
      each.periodEnd === end &&
      each.basis === "stated",
  );
  if (read)
    return {
      value: read.value,
      around: `${read.paper.form} of ${isoOf(read.paper.periodEnd)}: ${read.evidence.around}`,
    };
  const row = known
    .rowsAt(candidate.ticker, candidate.metric, end)
    .find((each) => each.period === period && each.basis === "stated" && !isWeaker(each.confidence, "company"));
  return row && { value: row.value, around: `${row.file}.csv:${row.line}` };
};

export const derivedQuarters = (candidates: readonly Candidate[], known: Known): Candidate[] => {
  const isKnown = (of: Candidate): boolean =>
    candidates.some(
      (each) =>
        each.ticker === of.ticker &&
        each.metric === of.metric &&
        each.period === "quarter" &&
        each.periodEnd === of.periodEnd &&
        each.standing === "report",
    );
  return candidates.flatMap((candidate) => {
    if (candidate.standing !== "report" || candidate.basis !== "stated" || isKnown(candidate)) return [];
    const earlier = earlierOf(candidate, candidates, known);
    if (!earlier || earlier.value > candidate.value) return [];
    const note = `${printed(candidate.value)} - ${printed(earlier.value)}`;
    return [
      {
        ...candidate,
        period: "quarter" as const,
        value: exact(candidate.value - earlier.value),
        basis: "derived" as const,
        note: candidate.note === "" ? note : `${note}, ${candidate.note}`,
        evidence: {
          ...candidate.evidence,
          printed: note,
          around: `${candidate.evidence.around} | ${earlier.around}`.slice(0, 200),
        },
      },
    ];
  });
};
