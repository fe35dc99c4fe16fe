// Where something is wrong in a table, and what: a line of a file, or a row of a release.

export interface Problem {
  readonly file: string;
  readonly line: number;
  /** What is wrong and what to do about it. */
  readonly sentence: string;
}

/** One row, as those see it who complain about it. */
export class Place {
  private failed = false;

  constructor(
    readonly file: string,
    /** Moves on where one place is used for row after row. */
    public line: number,
    private readonly problems: Problem[],
  ) {}

  /** "reports.csv:12" */
  get place(): string {
    return `${this.file}:${this.line}`;
  }
  get isSound(): boolean {
    return !this.failed;
  }

  complain(sentence: string): void {
    this.failed = true;
    this.problems.push({ file: this.file, line: this.line, sentence });
  }
}

/** What must hold for every row of one table. */
export type Rule<Row> = (row: Row, at: Place) => void;

/** A test that complains the second time it sees a key. */
export const noRepeats = (what: string): ((at: Place, key: string) => void) => {
  const firsts = new Map<string, Place>();
  return (at, key) => {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, at);
    else at.complain(repeats(what, first.place));
  };
};

/**
 * The same for whole rows: `keyOf` says which may be alike, `isSame` whether they are. A text of all that makes a row one
 * would cost more than everything else that is asked of it.
 */
export const noRepeatedRows = <Row>(
  what: string,
  keyOf: (row: Row) => string,
  isSame: (row: Row, other: Row) => boolean,
): Rule<Row> => {
  interface Seen {
    readonly row: Row;
    readonly at: Place;
    readonly before: Seen | undefined;
  }
  const seen = new Map<string, Seen>();
  return (row, at) => {
    const key = keyOf(row);
    const before = seen.get(key);
    let same = before;
    while (same && !isSame(same.row, row)) same = same.before;
    if (same) at.complain(repeats(what, same.at.place));
    else seen.set(key, { row, at, before });
  };
};

export const repeats = (what: string, first: string): string =>
  `This repeats the ${what} of ${first}: keep one of the two.`;

export const isEmpty = (column: string): string => `${column} is empty: fill it in or remove the row.`;

export const notAChoice = (column: string, text: string, choices: readonly string[]): string =>
  `${column} is "${text}": use one of ${choices.map((choice) => (choice === "" ? "nothing" : choice)).join(", ")}.`;

export const hasBlanks = (column: string): string => `${column} has blanks at its ends: remove them.`;
