// SCENARIO: one path, month by month, from a table of assumptions.
import { COLUMNS, type ColumnName } from "../../model/scenario/columns";
import { text } from "../parameters";
import type { Cell } from "../cells";
import { listOf, spilling } from "../define";
import { headers } from "../record/common";
import { assumptions, columnCalled, numberCell } from "./run";

const names = COLUMNS.map(({ name }) => name);
const columns = text({
  name: "columns",
  description: 'Columns to show, in a range or in one text ("price,holdings").',
  default: "all nineteen",
});

/** The columns that were named, or all of them. */
const chosen = (written: readonly string[]): readonly ColumnName[] => {
  const named = written.flatMap((each) => each.split(",")).filter((each) => each.trim() !== "");
  return named.length === 0 ? names : named.map(columnCalled);
};

export const SCENARIO = spilling(
  {
    id: "SCENARIO",
    group: "scenarios",
    summary: "Monthly table of a scenario: price, impact, hashrate, hashprice, holdings, sales and what they raise.",
    details:
      "One path, day by day inside, from what was published by its first day. Sales push the price by the square-root law with memory (or by the flow reading), machines stop when power costs more than they earn, difficulty follows at each retarget, and AI conversion takes hashrate out. The methods page describes the model in full; every assumption can be set in the table.",
    result: "One row a month, from month 0.",
    errors: [
      {
        code: "#VALUE!",
        when: "unknown preset, assumption or column; a value outside what it accepts (row and range are named)",
      },
      { code: "#N/A", when: "the record knows no price or difficulty at the start" },
    ],
    examples: [
      { formula: '=SCENARIO("thesis")', shows: "month", says: "The March 2026 thesis from today's record." },
      {
        formula: '=SCENARIO({"preset","orderly";"months",12;"price",60000},"month,price,holdings")',
        shows: "month",
        says: "A preset with two rows that override it, three columns.",
      },
    ],
  },
  [assumptions(), listOf(columns, []), headers],
  (run, written, withHeaders) => {
    const shown = chosen(written);
    const rows = run.path().days.map((_, month) => shown.map((name): Cell => numberCell(run, name, month)));
    return withHeaders ? [shown, ...rows] : rows;
  },
);
