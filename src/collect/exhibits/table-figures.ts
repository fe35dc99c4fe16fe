// Figures in the tables of a release: the row's label names them, the column's header says of which period.
import type { Day } from "../../common/days";
import { monthsIn } from "../dates";
import { readPrinted, type PrintedNumber } from "../tables/printed-number";
import { labelOf, textAt, wordsOf, type Row, type Table } from "../tables/table";

export interface PrintedFigure {
  readonly label: string;
  readonly printed: string;
  readonly around: string;
  readonly number: PrintedNumber;
  /** The period stands over the column, or there is only one column it can be of. */
  readonly isDated: boolean;
}

/** "Three Months Ended June 30": a column of months is not one of quarters. */
const OTHER_SPAN = /\b(three|six|nine|twelve) months\b|year[- ]to[- ]date|\bytd\b|\byear ended\b|%|\bchange\b/i;

const headingAt = (rows: readonly Row[], column: number): string =>
  rows
    .map((row) => {
      for (let at = column; at > 0; at--) {
        const text = textAt(row, at);
        if (text !== "") return text;
      }
      return "";
    })
    .join(" ");

const hasNumber = (row: Row): boolean =>
  row.cells.some(
    (cell, at) => at > 0 && readPrinted(cell?.text ?? "") !== undefined && !/^(19|20)\d\d$/.test(cell?.text ?? ""),
  );

/** Of each row the one number that is of the period. */
export const figuresOf = (table: Table, periodEnd: Day): PrintedFigure[] => {
  const first = table.rows.findIndex(hasNumber);
  if (first < 0) return [];
  const header = table.rows.slice(0, first);
  const isOfPeriod = (column: number): boolean => {
    const heading = headingAt(header, column);
    const months = monthsIn(heading);
    return months.length === 1 && months[0] === periodEnd && !OTHER_SPAN.test(heading);
  };
  const hasDates = header.some((row) => monthsIn(wordsOf(row)).length > 0);
  return table.rows.slice(first).flatMap((row) => {
    const numbers = row.cells.flatMap((cell, column) => {
      const number = column > 0 ? readPrinted(cell?.text ?? "") : undefined;
      return number && !number.isPercent ? [{ column, number, printed: cell?.text ?? "" }] : [];
    });
    const fitting = hasDates ? numbers.filter(({ column }) => isOfPeriod(column)) : numbers;
    // Without a date over it a number is of the title's period only if it stands alone.
    const [only, second] = fitting;
    if (!only || second !== undefined || only.number.isMoney) return [];
    return [{ label: labelOf(row), printed: only.printed, around: wordsOf(row), number: only.number, isDated: true }];
  });
};
