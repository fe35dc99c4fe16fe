// SENSITIVITY: one output over a grid of two assumptions, since Excel's Data Table does not work with add-in functions.
import { CellError, type Cell } from "../cells";
import { spilling } from "../define";
import { DATE, rich } from "../formats";
import { isBlank, isEmpty, type Input, type InputGrid } from "../inputs";
import { text, type Parameter } from "../parameters";
import { assumptions, provenance, FORMATS, output, outputOf, withValues, type Output, type Run } from "./run";
import { assumptionCalled, isNumeric } from "./table";

const MOST = 25;

const name = (which: string): Parameter<string> => {
  const words = text({
    name: `${which}_name`,
    description: 'Assumption that varies, such as "price" or "MARA.sell_share".',
  });
  return { ...words, kind: "assumption", read: (cell) => assumptionCalled(words.read(cell)) };
};

const values = (which: string): Parameter<readonly Input[]> => ({
  name: `${which}_values`,
  description: `Its values, up to ${MOST}, in a row or a column.`,
  kind: "values",
  shape: "grid",
  optional: false,
  isLeftOut: isEmpty,
  read: () => [],
  readGrid: (grid: InputGrid | undefined) => (grid ?? []).flat().filter((cell) => !isEmpty(cell)),
});

/** The values that were meant for this assumption: of a word or a date, 0 is an empty cell. */
const meant = (which: string, varied: string, given: readonly Input[]): readonly Input[] => {
  const found = isNumeric(varied) ? given : given.filter((cell) => !isBlank(cell));
  if (found.length >= 1 && found.length <= MOST) return found;
  throw new CellError("#VALUE!", `${which}_values takes 1 to ${MOST} values, not ${found.length}.`);
};

const outcome = (run: Run, given: Readonly<Record<string, Input>>, wanted: Output): Cell => {
  try {
    for (const value of Object.values(given)) if (value instanceof CellError) return value;
    const varied = withValues(run, given);
    return rich(outputOf(varied, wanted), FORMATS[wanted.column] ?? DATE, () => provenance(varied));
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
};

const label = (value: Input): Cell => value ?? "";

export const SENSITIVITY = spilling(
  {
    id: "SENSITIVITY",
    group: "scenarios",
    summary: "A grid: one output of a scenario over values of two assumptions, up to 25 by 25.",
    details:
      "Each cell is a scenario of its own. A value that an assumption does not accept gives an error in its row or column only.",
    result: "Row values down the first column, column values along the first row, the output's name in the corner.",
    errors: [
      { code: "#VALUE!", when: "unknown output or assumption, more than 25 values, the same assumption twice" },
      { code: "#N/A", when: "the output's month lies after the end" },
    ],
    examples: [
      {
        formula: '=SENSITIVITY("thesis","price@12","sell_share",{0;0.5;1},"volume_btc",{50000,100000,200000})',
        shows: "price@12",
        says: "Price after a year by share sold and volume.",
      },
      {
        formula: '=SENSITIVITY("thesis","hashprice","price",{60000;80000},"ai_share",{0,0.5,1})',
        shows: "hashprice",
        says: "Does conversion heal margins?",
      },
    ],
  },
  [assumptions(true), output(), name("row"), values("row"), name("column"), values("column")],
  (run, wanted, rowName, rowValues, columnName, columnValues) => {
    if (rowName === columnName) {
      throw new CellError("#VALUE!", `row_name and column_name are both ${rowName}: vary two different assumptions.`);
    }
    const across = meant("column", columnName, columnValues);
    const corner = wanted.month === undefined ? wanted.column : `${wanted.column}@${wanted.month}`;
    return [
      [corner, ...across.map(label)],
      ...meant("row", rowName, rowValues).map((rowValue) => [
        label(rowValue),
        ...across.map((columnValue) => outcome(run, { [rowName]: rowValue, [columnName]: columnValue }, wanted)),
      ]),
    ];
  },
);
