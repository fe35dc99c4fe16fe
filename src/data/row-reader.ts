// Cells of a table as texts, and the reading of each with a plain sentence for whatever does not fit.
import { dayOfIso, type Day } from "../common/days";
import { hasBlanks, isEmpty, notAChoice, Place, type Problem, type Rule } from "./place";

export type { Problem } from "./place";

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
export class RowReader extends Place {
  constructor(
    file: string,
    private readonly row: TextRow,
    problems: Problem[],
  ) {
    super(file, row.line, problems);
  }

  text(column: string): string {
    const cell = this.row.cells[column] ?? "";
    const text = cell.trim();
    if (text !== cell) this.complain(hasBlanks(column));
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
    this.complain(notAChoice(column, text, choices));
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
    const value = this.number(column);
    if ((this.row.cells[column] ?? "").trim() === "") this.complain(isEmpty(column));
    return value ?? NaN;
  }

  day(column: string): Day {
    const text = this.text(column);
    const day = dayOfIso(text);
    if (day === undefined) this.complain(`${column} is "${text}": write a day of the calendar as YYYY-MM-DD.`);
    return day ?? NaN;
  }
}

/** Reads the rows of a table, holds each against its rule, and keeps those without a problem. */
export const readRows = <Row>(
  table: TextTable,
  columns: readonly string[],
  problems: Problem[],
  read: (reader: RowReader) => Row,
  rule: Rule<Row>,
): Row[] => {
  const missing = columns.filter((column) => !table.header.includes(column));
  const unknown = table.header.filter((column) => !columns.includes(column));
  const header = new Place(table.file, 1, problems);
  const instead = `the header is ${columns.join(",")}.`;
  if (missing.length > 0) header.complain(`The column ${missing.join(", ")} is missing: ${instead}`);
  if (unknown.length > 0) header.complain(`The column ${unknown.join(", ")} is unknown: ${instead}`);
  if (missing.length > 0) return [];
  const sound: Row[] = [];
  for (const each of table.rows) {
    const reader = new RowReader(table.file, each, problems);
    const row = read(reader);
    rule(row, reader);
    if (reader.isSound) sound.push(row);
  }
  return sound;
};
