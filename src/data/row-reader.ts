// Cells of a table as texts, and the reading of each with a plain sentence for whatever does not fit.
import { dayOfIso, type Day } from "../common/days";
import { spanOf, type Span } from "./published";

export interface Problem {
  readonly file: string;
  readonly line: number;
  /** What is wrong and what to do about it. */
  readonly sentence: string;
}

export interface TextRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TextTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
}

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Reads one row and writes down its problems. A cell that cannot be read gives undefined or an empty stand-in. */
export class RowReader {
  private failed = false;

  constructor(
    private readonly file: string,
    private readonly row: TextRow,
    private readonly problems: Problem[],
  ) {}

  /** "reports.csv:12" */
  get place(): string {
    return `${this.file}:${this.row.line}`;
  }
  get isSound(): boolean {
    return !this.failed;
  }

  complain(sentence: string): void {
    this.failed = true;
    this.problems.push({ file: this.file, line: this.row.line, sentence });
  }

  text(column: string): string {
    const cell = this.row.cells[column] ?? "";
    const text = cell.trim();
    if (text !== cell) this.complain(`${column} has blanks at its ends: remove them.`);
    return text;
  }

  required(column: string): string {
    const text = this.text(column);
    if (text === "") this.complain(`${column} is empty: fill it in or remove the row.`);
    return text;
  }

  list(column: string): string[] {
    const text = this.text(column);
    return text === "" ? [] : text.split(";").map((item) => item.trim());
  }

  oneOf<Choice extends string>(column: string, choices: readonly [Choice, ...Choice[]], ifEmpty?: Choice): Choice {
    const text = this.text(column);
    const found = choices.find((choice) => choice === text) ?? (text === "" ? ifEmpty : undefined);
    if (found !== undefined) return found;
    const named = choices.map((choice) => (choice === "" ? "nothing" : choice)).join(", ");
    this.complain(`${column} is "${text}": use one of ${named}.`);
    return choices[0];
  }

  number(column: string): number | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const value = Number(text);
    if (PLAIN_DECIMAL.test(text) && Number.isFinite(value)) return value;
    this.complain(
      `${column} is "${text}": write a plain decimal number such as 1234.5, without thousands separators, units or exponents.`,
    );
    return undefined;
  }

  requiredNumber(column: string): number {
    if (this.required(column) === "") return NaN;
    return this.number(column) ?? NaN;
  }

  day(column: string): Day {
    const text = this.text(column);
    const day = dayOfIso(text);
    if (day === undefined) this.complain(`${column} is "${text}": write a day of the calendar as YYYY-MM-DD.`);
    return day ?? NaN;
  }

  span(column: string): Span | undefined {
    const text = this.text(column);
    const span = spanOf(text);
    if (!span) this.complain(`${column} is "${text}": write YYYY-MM-DD, YYYY-MM or YYYY.`);
    return span;
  }

  /** A name that another table must know. */
  known(column: string, names: { has(name: string): boolean }, table: string): string {
    const text = this.required(column);
    if (text !== "" && !names.has(text))
      this.complain(`${column} "${text}" is not in ${table}: add it there or correct it here.`);
    return text;
  }
}

/** Runs `read` over the rows of a table and keeps those without a problem. */
export const readRows = <Row>(
  table: TextTable,
  columns: readonly string[],
  problems: Problem[],
  read: (reader: RowReader) => Row,
): Row[] => {
  const missing = columns.filter((column) => !table.header.includes(column));
  const unknown = table.header.filter((column) => !columns.includes(column));
  const complain = (sentence: string): void => {
    problems.push({ file: table.file, line: 1, sentence });
  };
  if (missing.length > 0) complain(`The column ${missing.join(", ")} is missing: the header is ${columns.join(",")}.`);
  if (unknown.length > 0) complain(`The column ${unknown.join(", ")} is unknown: the header is ${columns.join(",")}.`);
  if (missing.length > 0) return [];
  const sound: Row[] = [];
  for (const row of table.rows) {
    const reader = new RowReader(table.file, row, problems);
    const result = read(reader);
    if (reader.isSound) sound.push(result);
  }
  return sound;
};

/** A test that complains the second time it sees a key. */
export const noRepeats = (what: string): ((reader: RowReader, key: string) => void) => {
  const firsts = new Map<string, RowReader>();
  return (reader, key) => {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, reader);
    else reader.complain(`This repeats the ${what} of ${first.place}: keep one of the two.`);
  };
};
