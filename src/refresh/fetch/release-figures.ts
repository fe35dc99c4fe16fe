// Figures of a release: the rules of the record's own lines, and the types that a file of JSON may get wrong.
import { isDay } from "../../common/days";
import { figureRules, SAME_FIGURE } from "../../data/figure-rules";
import type { Problem } from "../../data/row-reader";
import type { MinerRecord } from "../../data/record";
import type { Observation } from "../../data/rows";
import type { Figures } from "../../data/validate";
import type { KnownNames } from "../../data/validate-observations";

/** The rows know their miners, metrics and sources: they were unpacked by the numbers of those. */
export const checkFigures = (record: MinerRecord, known: KnownNames, problems: Problem[]): Figures => {
  const { reports, facts } = record.tables;
  const check = figureRules(known);
  for (const [file, rows] of Object.entries({ reports, facts })) {
    let line = 1;
    const complain = (sentence: string): void => void problems.push({ file, line, sentence });
    for (const row of rows) {
      line++;
      const wrong = wrongTypeOf(row);
      if (wrong !== undefined) complain(wrong);
      else check(row, complain);
    }
  }
  problems.push(...repeats(record));
  return { reports, facts };
};

type Unchecked = Readonly<Record<keyof Observation, unknown>>;

const wrongTypeOf = ({ value, periodEnd, published, note }: Unchecked): string | undefined => {
  if (!Number.isFinite(value))
    return `${value === undefined ? "nothing" : JSON.stringify(value)} stands where a number belongs.`;
  if (!isDay(periodEnd))
    return `${periodEnd === undefined ? "nothing" : JSON.stringify(periodEnd)} stands where a day belongs.`;
  if (typeof published !== "string")
    return `${published === undefined ? "nothing" : JSON.stringify(published)} stands where a text belongs.`;
  if (typeof note !== "string")
    return `${note === undefined ? "nothing" : JSON.stringify(note)} stands where a text belongs.`;
  return note === note.trim() ? undefined : "note has blanks at its ends: remove them.";
};

/** The record keeps the figures of one miner, metric and day together. */
const repeats = (record: MinerRecord): Problem[] => {
  const found: Problem[] = [];
  for (let row = 1; row < record.counts.rows; row++) {
    const figure = record.observation(row);
    for (let before = row - 1; before >= 0; before--) {
      const other = record.observation(before);
      if (other.periodEnd !== figure.periodEnd || other.metric !== figure.metric || other.ticker !== figure.ticker)
        break;
      if (other.period === figure.period && other.source === figure.source && other.scope === figure.scope) {
        found.push(repeatOf(record, figure, other));
      }
    }
  }
  return found;
};

const repeatOf = (
  { tables: { reports, facts } }: MinerRecord,
  ...pair: readonly [Observation, Observation]
): Problem => {
  const [first = 0, second = 0] = pair.map((row) => [...reports, ...facts].indexOf(row)).sort((a, b) => a - b);
  const placeOf = (at: number) =>
    at < reports.length ? { file: "reports", line: at + 2 } : { file: "facts", line: at - reports.length + 2 };
  const { file, line } = placeOf(first);
  return { ...placeOf(second), sentence: `This repeats the ${SAME_FIGURE} of ${file}:${line}: keep one of the two.` };
};
