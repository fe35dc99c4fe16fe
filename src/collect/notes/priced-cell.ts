// The price test of a count in a table: its fair value stands in the same row, or in the same column below.
import { isoOf, type Day } from "../../common/days";
import { printed } from "../candidate";
import type { Known } from "../known";
import { testPrice } from "../price-test";
import { readPrinted, type PrintedNumber } from "../tables/printed-number";
import { labelOf, textAt, type Row, type Table } from "../tables/table";
import { columnAt, headerRows, scaleIn, scaleOf } from "./columns";
import { FAIR_VALUE } from "./labels";

export interface TestedCell {
  readonly value: number;
  readonly remarks: readonly string[];
}

const besideIn = (table: Table, row: Row, column: number, day: Day): PrintedNumber | undefined => {
  const header = headerRows(table);
  for (let at = column + 1; at < row.cells.length; at++) {
    const number = readPrinted(textAt(row, at));
    const over = columnAt(header, at);
    if (number && over.kind === "money" && (over.day ?? day) === day) return number;
  }
  return undefined;
};

const belowIn = (table: Table, row: Row, column: number): PrintedNumber | undefined => {
  const fair = fairRowOf(table, row);
  // "$" may have a position of its own, so the number stands there or beside.
  return fair && [0, 1, -1].map((aside) => readPrinted(textAt(fair, column + aside))).find((found) => found);
};

const fairRowOf = (table: Table, row: Row): Row | undefined =>
  table.rows.find((each) => each !== row && FAIR_VALUE.test(labelOf(each)));

/** The count as printed if the price allows it; the reason if not. */
export const priceTested = (table: Table, row: Row, column: number, day: Day, known: Known): TestedCell | string => {
  const number = readPrinted(textAt(row, column));
  if (!number) return "it is no number";
  const untested = (why: string): TestedCell => ({ value: number.value, remarks: [`no price test: ${why}`] });
  const beside = besideIn(table, row, column, day);
  const fair = beside ?? belowIn(table, row, column);
  if (number.value === 0) return { value: 0, remarks: [] };
  if (!fair || fair.value === 0) return untested("no fair value stands beside the count");
  const recordPrice = known.priceOn(day);
  if (recordPrice === undefined) return untested(`the record has no price of ${isoOf(day)}`);
  const below = fairRowOf(table, row);
  const stated = scaleOf(table) || (beside === undefined && below ? scaleIn(labelOf(below)) : 0);
  const scale = 10 ** stated;
  const half = 0.5 * 10 ** -number.decimals;
  const fairUsd = { fairValueUsd: fair.value * scale, halfFairUsd: 0.5 * 10 ** -fair.decimals * scale };
  // Words like "in thousands" speak of the amounts, mostly; the price says whether of the counts as well.
  const tested = testPrice({ count: number.value * scale, halfCount: half * scale, ...fairUsd }, recordPrice, day);
  if (tested.outcome === "refused") return tested.reason;
  if (stated === 0 && tested.isThousandth) {
    return `its fair value fits only if one of the two is in thousands, and the table does not say which`;
  }
  const remarks = [`${printed(Math.round(tested.priceUsd))} USD each by its fair value`];
  const isAsPrinted = tested.value === number.value;
  return { value: tested.value, remarks: isAsPrinted ? remarks : [...remarks, `printed as ${printed(number.value)}`] };
};
