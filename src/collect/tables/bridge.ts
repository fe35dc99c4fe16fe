// A table that leads from an opening count over flows to a closing one: do its numbers add up?
import type { Day } from "../../common/days";
import { daysIn } from "../dates";
import { exact } from "../candidate";
import { readPrinted } from "./printed-number";
import { labelOf, textAt, type Row, type Table } from "./table";

export interface BridgeLine {
  readonly row: Row;
  readonly label: string;
  /** As printed, negative in parentheses. */
  readonly value: number;
}

export interface Bridge {
  readonly column: number;
  readonly opening: BridgeLine & { readonly day: Day };
  readonly closing: BridgeLine & { readonly day: Day };
  readonly flows: readonly BridgeLine[];
  /** Closing less what opening and flows give; 0 when it closes. */
  readonly gap: number;
}

const BALANCE = /\b(balance|beginning|ending|opening|closing)\b/i;

interface Balance {
  readonly at: number;
  readonly day: Day;
}

/** "Balance as of January 1" is the count of the evening before. */
const evening = (day: Day): Day => (new Date(day * 86_400_000).getUTCDate() === 1 ? day - 1 : day);

const balancesOf = ({ rows }: Table): Balance[] =>
  rows.flatMap((row, at) => {
    const label = labelOf(row);
    const [day] = daysIn(label);
    return BALANCE.test(label) && day !== undefined ? [{ at, day: evening(day) }] : [];
  });

/** Every bridge of a table, one for each column that has an opening and a closing number. */
export const bridgesOf = (table: Table): Bridge[] => {
  const balances = balancesOf(table);
  return balances.slice(1).flatMap((closing, index) => {
    const opening = balances[index];
    // A table of two years tells the later first: from one balance to an earlier one there is no bridge.
    if (!opening || opening.day >= closing.day) return [];
    const width = Math.max(...table.rows.map((row) => row.cells.length));
    return Array.from({ length: width }, (_, column) => bridgeIn(table, column, opening, closing)).flatMap(
      (bridge) => bridge ?? [],
    );
  });
};

const lineOf = (row: Row | undefined, column: number): BridgeLine | undefined => {
  const number = readPrinted(textAt(row, column));
  return row && number ? { row, label: labelOf(row), value: number.value } : undefined;
};

const bridgeIn = (table: Table, column: number, from: Balance, to: Balance): Bridge | undefined => {
  const opening = lineOf(table.rows[from.at], column);
  const closing = lineOf(table.rows[to.at], column);
  if (!opening || !closing) return undefined;
  const flows = table.rows.slice(from.at + 1, to.at).flatMap((row) => lineOf(row, column) ?? []);
  const sum = flows.reduce((total, { value }) => total + value, opening.value);
  return {
    column,
    opening: { ...opening, day: from.day },
    closing: { ...closing, day: to.day },
    flows,
    gap: exact(closing.value - exact(sum)),
  };
};

/** The arithmetic of a bridge as a person writes it: "17,722 + 4,362 - 2,762". */
export const sumOf = ({ opening, flows }: Bridge): string =>
  flows
    .filter(({ value }) => value !== 0)
    .reduce(
      (text, { value }) => `${text} ${value < 0 ? "-" : "+"} ${Math.abs(value).toLocaleString("en-US")}`,
      opening.value.toLocaleString("en-US"),
    );
