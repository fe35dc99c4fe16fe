// What the columns of a note's table are: counts or money, and of which day.
import type { Day } from "../../common/days";
import { daysIn } from "../dates";
import { readPrinted } from "../tables/printed-number";
import { textAt, wordsOf, type Row, type Table } from "../tables/table";
import { COUNT, FAIR_VALUE } from "./labels";

export type ColumnKind = "count" | "money" | "unknown";

export interface Column {
  readonly kind: ColumnKind;
  /** undefined: the header names no day. */
  readonly day?: Day;
}

const hasNumber = (row: Row): boolean =>
  row.cells.some((cell, at) => at > 0 && readPrinted(cell?.text ?? "") !== undefined);

/** Rows above the first number. */
export const headerRows = ({ rows }: Table): readonly Row[] => {
  const first = rows.findIndex(hasNumber);
  return first < 0 ? rows : rows.slice(0, first);
};

/** The header over a position: its own cell or the last one to the left that reaches over it. */
const headingAt = (row: Row, position: number): string => {
  for (let at = position; at >= 0; at--) {
    const text = textAt(row, at);
    if (text !== "") return at === 0 && position > 0 ? "" : text;
  }
  return "";
};

const MONEY = /\$|\busd\b|\bamounts?\b|\bcost\b|\bcarrying\b/i;

export const columnAt = (header: readonly Row[], position: number): Column => {
  const headings = header.map((row) => headingAt(row, position));
  const text = headings.join(" ");
  const [day] = daysIn(text);
  const kind: ColumnKind = COUNT.test(text) ? "count" : MONEY.test(text) || FAIR_VALUE.test(text) ? "money" : "unknown";
  return { kind, ...(day === undefined ? {} : { day }) };
};

/** Power of ten that words state for amounts; 0 where they state none. */
export const scaleIn = (words: string): number => {
  if (/\bin (usd |us dollars? )?thousands|\('?000s?\)|in '?000s/i.test(words)) return 3;
  return /\bin (usd |us dollars? )?millions/i.test(words) ? 6 : 0;
};

export const scaleOf = (table: Table): number => scaleIn(headerRows(table).map(wordsOf).join(" "));
