// SCENARIOCOMPARE: scenarios side by side, outputs down and scenarios across.
import { attempt, CellError, type Cell } from "../cells";
import { listOf, spilling } from "../define";
import { isBlank, isEmpty, type Input, type InputGrid } from "../inputs";
import { number, text, type Parameter } from "../parameters";
import { headers } from "../record/common";
import { numberCell, outputCalled, runOf, type Output, type Run } from "./run";
import { isAssumption, readRows } from "./table";

/** One path each: more would keep Excel waiting. */
const MOST = 50;

/** A scenario and what stands over its column; one that cannot be read is the error of its column. */
interface Scenario {
  readonly name: Cell;
  readonly run: Run | CellError;
}

const byPreset = (cell: Input): Scenario => ({
  name: cell instanceof CellError ? cell : String(cell),
  run: attempt(() => runOf(readRows([[cell]]))),
});

/** "hold, thesis" is two presets; a cell that holds an error is one that cannot be read. */
const presetsIn = (cells: readonly Input[]): readonly Input[] =>
  cells.flatMap((cell): readonly Input[] =>
    typeof cell === "string" ? cell.split(",").map((one) => one.trim()) : [cell],
  );

/** Assumptions down the first column, a scenario in each further one, its name in the first row. */
const inColumns = (grid: InputGrid): readonly Scenario[] => {
  const [first = [], ...rows] = grid;
  const [corner] = first;
  if (typeof corner === "string" && isAssumption(corner)) {
    throw new CellError(
      "#VALUE!",
      `The first row of scenarios must hold their names, but it begins with the assumption "${corner}": put a row such as "", "Base", "Bear" above it.`,
    );
  }
  const used = first.flatMap((_, column) => (column > 0 && grid.some((row) => !isBlank(row[column])) ? [column] : []));
  return used.map((column) => {
    const name = first[column] ?? null;
    // Rows without a value stay in their place, so that a message can name the row of the sheet.
    const own = rows.map((row): readonly Input[] =>
      isEmpty(row[column]) ? [null, null] : [row[0] ?? null, row[column] ?? null],
    );
    return {
      name: isBlank(name) ? `Scenario ${column}` : name,
      run: attempt(() => runOf(readRows([[null, null], ...own]))),
    };
  });
};

const scenarios: Parameter<readonly Scenario[]> = {
  name: "scenarios",
  description:
    'Presets ("hold,thesis" or a range of them), or a table: assumptions down the first column, one scenario a column with its name on top.',
  kind: "scenarios",
  shape: "grid",
  optional: false,
  isLeftOut: isBlank,
  read: () => [],
  readGrid: (grid: InputGrid | undefined) => {
    const isTable = grid !== undefined && grid.length > 1 && (grid[0]?.length ?? 0) > 1;
    const found = isTable
      ? inColumns(grid)
      : presetsIn((grid ?? []).flat())
          .filter((cell) => !isBlank(cell))
          .map(byPreset);
    if (found.length >= 1 && found.length <= MOST) return found;
    throw new CellError(
      "#VALUE!",
      found.length === 0
        ? 'scenarios is empty: write presets ("hold,thesis"), or point to a table with a scenario in each column.'
        : `scenarios takes up to ${MOST} side by side, not ${found.length}.`,
    );
  },
};

const DEFAULT = "price,holdings,hashprice,hashrate,treasury_sold,worst_impact";

const outputs = text({
  name: "outputs",
  description: 'Columns of SCENARIO, or with a month ("price@6"); in a range or in one text ("price,holdings@6").',
  default: DEFAULT,
});

const outputsIn = (written: readonly string[]): readonly Output[] =>
  written
    .flatMap((each) => each.split(","))
    .filter((each) => each.trim() !== "")
    .map(outputCalled);

const months = listOf(
  number(
    {
      name: "months",
      description: 'Months to show of each output without a month of its own ("price@6").',
      default: "the last",
    },
    { min: 0, max: 119, integer: true },
  ),
  [],
);

const labelOf = ({ column, month }: Output): string => (month === undefined ? column : `${column}@${month}`);

const inMonths = (wanted: readonly Output[], at: readonly number[]): readonly Output[] =>
  at.length === 0
    ? wanted
    : wanted.flatMap((one) => (one.month === undefined ? at.map((month) => ({ ...one, month })) : [one]));

export const SCENARIOCOMPARE = spilling(
  {
    id: "SCENARIOCOMPARE",
    group: "scenarios",
    summary: "Scenarios side by side: outputs down, scenarios across; a table with one column a scenario, or presets.",
    details:
      "Lay the table out as modellers do: assumptions down the first column, one scenario in each further column, its name in the first row. An empty cell means the default of that column's preset, and the row preset may differ by column. A mistake in one column gives an error in that column only. Each column equals SCENARIOVALUE of its scenario.",
    result: "The outputs' names down the first column, one column a scenario.",
    errors: [
      { code: "#VALUE!", when: "unknown output, no scenario, more than 50; in one column: its assumptions do not fit" },
      { code: "#N/A", when: "in one cell: the output's month lies after that scenario's end" },
    ],
    examples: [
      { formula: '=SCENARIOCOMPARE("hold,thesis,orderly")', shows: "output", says: "Three presets by six outputs." },
      {
        formula:
          '=SCENARIOCOMPARE({"","Base","Bear";"preset","hold","thesis";"price","",60000},{"price","holdings"},{6,12})',
        shows: "output",
        says: "A table of two scenarios, two outputs at two months.",
      },
    ],
  },
  [scenarios, listOf({ ...outputs, kind: "output" }, [DEFAULT]), months, headers],
  (compared, wanted, at, withHeaders) => {
    const rows = inMonths(outputsIn(wanted), at).map((one): Cell[] => [
      labelOf(one),
      ...compared.map(({ run }): Cell => {
        if (run instanceof CellError) return run;
        return attempt(() => numberCell(run, one.column, one.month ?? run.path().months));
      }),
    ]);
    return withHeaders ? [["output", ...compared.map(({ name }) => name)], ...rows] : rows;
  },
);
