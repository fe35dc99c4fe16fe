// Our formulas answered by another record than the one that the cells read.
import { bare, CellError, withRecord, type Table } from "../../functions";
import type { MinerRecord } from "../../data/record";
import { onlyCall, type ReadFormula } from "../formula/read";
import { trace, type References } from "../formula/trace";

export interface Question {
  /** Undefined for a formula that could not be read. */
  readonly read: ReadFormula | undefined;
  readonly references: References;
}

/** A table where the formula is one call of ours; "same" where all our parts of it answer alike; else unknown. */
export type Answer = Table | "same" | undefined;

type Tables = readonly (Table | undefined)[];

/** The pane stays alive: it answers for so long, then lets others go first. */
const SLICE_MS = 40;

/** What each call of ours in the formula answers, the outermost last. */
const tablesOf = ({ read, references }: Question): Tables =>
  read ? trace(read, references).map(({ answer }) => answer) : [];

const asText = (tables: Tables): string =>
  JSON.stringify(
    tables.map((table) =>
      table?.map((row) =>
        row.map((cell) => {
          const plain = bare(cell);
          return plain instanceof CellError ? { code: plain.code } : plain;
        }),
      ),
    ),
  );

const areAlike = (before: Tables, after: Tables): boolean =>
  !before.includes(undefined) && asText(before) === asText(after);

/** As many as fit into a slice of time, at least one. */
const slice = (questions: readonly Question[]): Tables[] => {
  const end = performance.now() + SLICE_MS;
  const answered: Tables[] = [];
  for (const question of questions) {
    answered.push(tablesOf(question));
    if (performance.now() > end) break;
  }
  return answered;
};

const isWhole = ({ read }: Question): boolean => read !== undefined && onlyCall(read) !== undefined;

/** `isCalculated`: the cells stand as the present record gives them, so that equal answers mean that nothing moves. */
export const answersBy = async (
  other: MinerRecord,
  questions: readonly Question[],
  isCalculated: boolean,
  signal: AbortSignal,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  while (answers.length < questions.length && !signal.aborted) {
    const rest = questions.slice(answers.length);
    const answered = withRecord(other, other.layer, () => slice(rest));
    answered.forEach((tables, index) => {
      const question = rest[index];
      if (!question) return;
      if (isWhole(question)) answers.push(tables.at(-1));
      else answers.push(isCalculated && areAlike(tablesOf(question), tables) ? "same" : undefined);
    });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return answers;
};
