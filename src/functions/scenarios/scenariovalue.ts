// SCENARIOVALUE: one number of a scenario.
import { elementwise } from "../define";
import { number, optional } from "../parameters";
import { assumptions, column, numberCell } from "./run";

const month = optional(
  number(
    { name: "month", description: "Months after the start, 0 for the start itself.", default: "the last" },
    { min: 0, max: 119, integer: true },
  ),
  undefined,
);

export const SCENARIOVALUE = elementwise(
  {
    id: "SCENARIOVALUE",
    group: "scenarios",
    summary: "One number of a scenario: a column at a month. A sheet full of them costs one simulation.",
    details: "Columns and months may be ranges: a row of columns against a column of months fills a table.",
    result: "The number in the column's unit.",
    errors: [
      { code: "#VALUE!", when: "unknown column, or assumptions that do not fit" },
      { code: "#N/A", when: "a month after the end" },
    ],
    examples: [
      { formula: '=SCENARIOVALUE("thesis","price")', shows: "", says: "Price at the end of the thesis." },
      {
        formula: '=SCENARIOVALUE("thesis",{"price","impact"},{0;6;12})',
        shows: "",
        says: "Two columns at three months.",
      },
    ],
  },
  [assumptions(), column(), month],
  (run, name, at) => numberCell(run, name, at ?? run.path().months),
);
