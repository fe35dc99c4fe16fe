// Scenarios that were run are remembered by what they assume: a sheet full of SCENARIOVALUE costs one simulation.
import { valueAt, type ScenarioPath } from "../../model/scenario/rows";
import { COLUMNS, isColumn, type ColumnName } from "../../model/scenario/columns";
import { scenario } from "../../model/scenario/scenario";
import { nearest } from "../../data/text";
import { addMonths, serialOf, type Day } from "../../common/days";
import { CellError, type Cell, type Properties } from "../cells";
import { BTC, DATE, HASHPRICE, rich, SHARE, USD, USD_PER_BTC } from "../formats";
import { isBlank, type Input, type InputGrid } from "../inputs";
import { text, type Parameter } from "../parameters";
import { memo, record } from "../session";
import { propertiesOfPace } from "./pace";
import { setupOf, type Setup } from "./setup";
import { readRows, type Row } from "./table";

export interface Run extends Setup {
  readonly rows: readonly Row[];
  /** The same for the same inputs, however they were written; short, since much is remembered by it. */
  readonly key: string;
  /** Computed when first asked for. */
  readonly path: () => ScenarioPath;
}

const paths = memo<ScenarioPath>(200);

/** What the model refuses becomes a cell's error, with the model's own sentence. */
export const modelled = <T>(compute: () => T): T => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new CellError("#VALUE!", error.message);
    throw error;
  }
};

/** By kind and place too: 46000 is a day and "46000" is none, and a sentence says in which row. */
const keyOf = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map(({ name, value, where }) => [
      name,
      value instanceof CellError ? [value.code, value.message] : value,
      where,
    ]),
  );
const runs = memo<Run>(200);
const keys = memo<string>(1000);
let keyCount = 0;

export const runOf = (rows: readonly Row[]): Run =>
  runs(keyOf(rows), () => {
    const setup = setupOf(rows);
    const key = keys(JSON.stringify(setup.inputs), () => String(++keyCount));
    return { ...setup, rows, key, path: () => paths(key, () => modelled(() => scenario(setup.inputs))) };
  });

export const assumptions = (required = false): Parameter<Run> => ({
  name: "assumptions",
  description: 'A preset ("thesis") or a range of two columns, name and value: see ASSUMPTIONS.',
  ...(required ? {} : { default: "hold" }),
  kind: "assumptions",
  shape: "grid",
  optional: !required,
  isLeftOut: isBlank,
  read: () => {
    throw new CellError("#VALUE!", "assumptions is read as a whole range.");
  },
  readGrid: (grid: InputGrid | undefined) => {
    const rows = readRows(grid);
    if (required && rows.length === 0) {
      throw new CellError(
        "#VALUE!",
        'assumptions is empty: write a preset ("hold") or point to a range of name and value.',
      );
    }
    return runOf(rows);
  },
});

export const FORMATS: Partial<Record<ColumnName, string>> = {
  month: "0",
  date: DATE,
  outside_price: USD_PER_BTC,
  price: USD_PER_BTC,
  impact: "0.00%",
  worst_impact: "0.00%",
  hashrate: "#,##0.0",
  difficulty: "0.000E+00",
  hashprice: HASHPRICE,
  idle_share: SHARE,
  underwater_share: SHARE,
  listed_hashrate: "#,##0.0",
  holdings: BTC,
  produced: BTC,
  production_sold: BTC,
  treasury_sold: BTC,
  raised: USD,
  unfunded: USD,
  ai_mw: "#,##0",
};

export const columnCalled = (written: string): ColumnName => {
  const word = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  if (isColumn(word)) return word;
  const near = nearest(
    word,
    COLUMNS.map(({ name }) => name),
    3,
  ).join(", ");
  throw new CellError("#VALUE!", `No column of a scenario is called "${written.trim()}". Nearest: ${near}.`);
};

export const column = (): Parameter<ColumnName> => {
  const words = text({ name: "column", description: `What to show: ${COLUMNS.map(({ name }) => name).join(", ")}.` });
  return { ...words, kind: "column", read: (cell: Input) => columnCalled(words.read(cell)) };
};

/** What the network did before the start, beside what network_growth assumes of it after. */
const difficultyBefore = (start: Day): Properties => {
  const [now, before] = [record().market("difficulty", start), record().market("difficulty", addMonths(start, -12))];
  return now && before ? { "Difficulty over 12 months": { value: now.value / before.value - 1, format: SHARE } } : {};
};

/** Which scenario a number belongs to, what was filled in, and what the model says of it. */
export const provenance = (run: Run): Properties => ({
  Preset: run.preset.name,
  Miners: run.miners,
  Start: { value: serialOf(run.inputs.startDay), format: DATE },
  "Price at start": { value: run.inputs.priceUsd, format: USD_PER_BTC },
  ...difficultyBefore(run.inputs.startDay),
  ...(run.paced.length > 0 ? propertiesOfPace(run.paced) : {}),
  ...Object.fromEntries(run.filled.map((filled, i) => [`Filled in ${i + 1}`, filled])),
  ...Object.fromEntries(run.path().notes.map((note, i) => [`Note ${i + 1}`, note])),
});

export const numberCell = (run: Run, name: ColumnName, month: number): Cell => {
  const value = valueAt(run.path(), name, month);
  if (value === undefined) {
    const last = run.path().months;
    throw new CellError("#N/A", `The scenario ends with month ${last}: ask for 0 to ${last}, or raise months.`);
  }
  return rich(name === "date" ? serialOf(value) : value, FORMATS[name] ?? "General", () => provenance(run));
};

/** "price" is its last row, "price@6" that of month 6. */
export interface Output {
  readonly column: ColumnName;
  readonly month: number | undefined;
}

const outputs = memo<Output>(200);

export const outputCalled = (written: string): Output =>
  outputs(written, () => {
    const [name = "", month] = written.split("@");
    if (month === undefined) return { column: columnCalled(name), month: undefined };
    if (/^\s*\d{1,3}\s*$/.test(month)) return { column: columnCalled(name), month: Number(month) };
    throw new CellError(
      "#VALUE!",
      `"${written}" is not an output: write a column, or a column and a month ("price@6").`,
    );
  });

export const output = (): Parameter<Output> => {
  const words = text({
    name: "output",
    description: 'A column\'s last row ("price"), or that of a month ("price@6").',
  });
  return { ...words, kind: "output", read: (cell) => outputCalled(words.read(cell)) };
};

export const outputOf = (run: Run, { column: name, month }: Output): number => {
  const path = run.path();
  const value = valueAt(path, name, month ?? path.months);
  if (value !== undefined) return name === "date" ? serialOf(value) : value;
  throw new CellError("#N/A", `The scenario ends with month ${path.months}: ask for an earlier one, or raise months.`);
};

/** The same scenario with some assumptions set anew. Names are those of the model ("price", "MARA.sell_share"). */
export const withValues = (run: Run, values: Readonly<Record<string, Input>>): Run =>
  runOf([
    ...run.rows.filter((row) => !(row.name in values)),
    ...Object.entries(values).map(([name, value]) => ({ name, value, where: "" })),
  ]);
