// From what was read to what a person is asked: every candidate against the record, in the order of miner and day.
import { isoOf } from "../../common/days";
import type { Candidate } from "../candidate";
import type { Filer } from "../filers";
import type { Known } from "../known";
import { fileOf } from "../place";
import { hashed, type FigureLine, type Proposal } from "../proposal";
import { confidenceOf } from "../../data/confidence";
import { meet, rowsBeside, type Met } from "./outcome";
import { derivedQuarters } from "./quarters";
import { rollForward, type Rolled } from "./roll-forward";
import type { Effects } from "./shown";

/** Candidates of coins that were not yet the miner's. */
const isBefore = ({ periodEnd }: Candidate, filer: Filer | undefined): boolean =>
  filer?.firstDay !== undefined && periodEnd < filer.firstDay;

export const weigh = (
  read: readonly Candidate[],
  filers: readonly Filer[],
  known: Known,
  effects: Effects,
): Proposal[] => {
  const candidates = [...read, ...derivedQuarters(read, known)];
  return candidates.flatMap((candidate) => {
    const filer = filers.find(({ ticker }) => ticker === candidate.ticker);
    const met: Met | undefined = isBefore(candidate, filer)
      ? { outcome: "refused", reason: `${candidate.ticker}'s own reserve begins ${isoOf(filer?.firstDay ?? 0)}` }
      : meet(candidate, known);
    if (!met) return [];
    const rolls = candidate.period === "month" && filer?.countsOwnPart !== true;
    const rolled = rolls ? rollForward(candidates, candidate.ticker, candidate.periodEnd, known) : undefined;
    return [proposalOf(candidate, met, rolled, known, effects)];
  });
};

const proposalOf = (
  candidate: Candidate,
  { outcome, reason }: Met,
  rolled: Rolled | undefined,
  known: Known,
  effects: Effects,
): Proposal => {
  const { ticker, metric, period, periodEnd, value, paper } = candidate;
  const notes = outcome === "restated" ? [candidate.note, "restated"] : [candidate.note];
  const line: FigureLine = {
    file: fileOf(metric, period),
    ticker,
    metric,
    period,
    period_end: isoOf(periodEnd),
    value,
    published: paper.filed,
    scope: "consolidated",
    basis: candidate.basis,
    note: notes.filter((note) => note !== "").join("; "),
  };
  const source = known.sourceOf(paper.address) ?? { id: "new", title: paper.title, url: paper.address };
  const { title, url } = source;
  const effect =
    outcome === "same" || outcome === "refused"
      ? { shownBefore: "", shownAfter: "", findings: [] }
      : effects.of(
          { ...line, periodEnd, source: source.id, confidence: confidenceOf(source, line.note) },
          { title, url },
        );
  return hashed({
    id: [ticker, metric, period, line.period_end, paper.accession, paper.address.split("/").at(-1)].join("|"),
    outcome,
    reason,
    line,
    source: { title, url },
    form: paper.form,
    accession: paper.accession,
    evidence: candidate.evidence,
    isSure: candidate.isSure && (rolled?.closes ?? true),
    remarks: [...candidate.remarks, ...(rolled ? [rolled.sentence] : [])],
    there: rowsBeside(candidate, known).map((row) => ({
      place: `${row.file}.csv:${row.line}`,
      period: row.period,
      value: row.value,
      source: known.source(row.source).title,
      confidence: row.confidence,
    })),
    ...effect,
  });
};
