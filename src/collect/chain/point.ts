// One point of a market series as the chain tells it, and how it meets the line there.
import { isoOf, type Day } from "../../common/days";
import { isSameValue, printed } from "../candidate";
import type { Known } from "../known";
import { hashed, type Proposal } from "../proposal";

export interface Point {
  readonly series: string;
  readonly day: Day;
  readonly value: number;
  /** What the answer says, for the reviewer. */
  readonly printed: string;
  readonly address: string;
  readonly sourceTitle: string;
  readonly remarks: readonly string[];
}

/** Only dates that the retarget rule gave, not a clock, may give way to what the chain says. */
const isDerived = (title: string): boolean => /\bderived\b/i.test(title);

export const proposalOf = (point: Point, known: Known): Proposal => {
  const { series, day, value, address, sourceTitle } = point;
  const rows = known.texts.market.rows.filter(
    ({ cells }) => cells["series"] === series && cells["date"] === isoOf(day),
  );
  const [row] = rows;
  const there = rows.map(({ line, cells }) => ({
    place: `market.csv:${line}`,
    period: "",
    value: Number(cells["value"]),
    source: known.source(cells["source"] ?? "").title,
    confidence: "",
  }));
  const old = there[0];
  const isSame = old !== undefined && isSameValue(old.value, value);
  const replaces = old !== undefined && !isSame && isDerived(old.source);
  const outcome = row === undefined ? "new" : isSame ? "same" : replaces ? "conflict" : "refused";
  const reason = {
    new: "the record has nothing of this day",
    same: `as ${old?.place ?? ""}`,
    conflict: `the line there was derived (${printed(old?.value ?? 0)}); accepted, it is replaced`,
    refused: `another source tells ${printed(old?.value ?? 0)} (${old?.place ?? ""}): correct it by hand with a line in CHANGES.md`,
  }[outcome];
  const before = known.record.market(series, day);
  return hashed({
    id: [series, isoOf(day), address].join("|"),
    outcome,
    reason,
    line: { file: "market", series, date: isoOf(day), value, replaces },
    source: { title: sourceTitle, url: address },
    form: "",
    accession: "",
    evidence: { printed: point.printed, around: "" },
    isSure: true,
    remarks: point.remarks,
    there,
    shownBefore: before ? `${printed(before.value)} of ${isoOf(before.day)}` : "nothing",
    shownAfter: `${printed(value)} of ${isoOf(day)}`,
    findings: [],
  });
};
