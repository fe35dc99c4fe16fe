// Random arguments to every function: whatever arrives, the answer is a rectangle of sound cells with sentences.
import fc from "fast-check";
import { catalogue, record, type ParameterInfo, type WorksheetFunction } from "../../src/functions";
import { ASSUMPTIONS } from "../../src/model/scenario/assumptions";
import { COLUMNS } from "../../src/model/scenario/columns";
import { PRESETS } from "../../src/model/scenario/presets";
import { faultsOf, validFor } from "../functions/contract";
import { garbage, type Subject } from "./subject";

type Cell = fc.Arbitrary<unknown>;

const tickers = record().miners.map(({ ticker }) => ticker);
const assumptionNames = ASSUMPTIONS.flatMap(({ name, kind }) => (kind === "figure" ? [`MARA.${name}`] : [name, `CORZ.${name}`])); // prettier-ignore
const presets = PRESETS.map(({ name }) => name);

const numbers: Cell = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 1e-300, 1e300, 1e15, 5e-324, Number.MAX_VALUE, "0.5", "1e3"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: 0, max: 40 }),
);

const dates: Cell = fc.oneof(
  fc.integer({ min: 44_900, max: 46_400 }),
  fc.double({ min: 1, max: 2_958_466, noNaN: true }),
  fc.constantFrom("2025-12-31", "2024Q2", "2025H1", "FY2025", "2025-06", "2025", "2009-01-03", "2100-12", "FY1999", 1, 2_958_465), // prettier-ignore
);

const table: Cell = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom(...assumptionNames), garbage), fc.oneof(numbers, dates, fc.constantFrom("flow", "front", "mean", true, ...presets, ...tickers), garbage)), // prettier-ignore
  { minLength: 1, maxLength: 6 },
);

const FITTING: Readonly<Record<string, Cell>> = {
  miners: fc.oneof(
    fc.constantFrom("ALL", "PIVOT", "HOLDERS", "all", "Marathon Digital", "HUT,ABTC", "ALL,MARA", ...tickers),
    fc.subarray(tickers, { maxLength: 4 }).map((some) => some.join(",")),
  ),
  metric: fc.constantFrom("production", "cash", "btc", ...record().metrics.map(({ id }) => id)),
  date: dates,
  number: numbers,
  flag: fc.constantFrom(true, false, 1, 0, "true", "FALSE"),
  text: fc.constantFrom("price", "hashprice", "difficulty", "month,holdings", "thesis", "hold", "volume_real_usd"),
  assumptions: fc.oneof(fc.constantFrom(...presets), table),
  scenarios: fc.oneof(
    fc.subarray(presets, { minLength: 1 }).map((some) => some.join(",")),
    fc.array(fc.tuple(fc.constantFrom("", "preset", ...assumptionNames), fc.oneof(numbers, fc.constantFrom(null, ...presets)), garbage), { minLength: 2, maxLength: 5 }), // prettier-ignore
  ),
  column: fc.constantFrom(...COLUMNS.map(({ name }) => name)),
  output: fc.constantFrom("price", "price@6", "holdings@0", "date", "impact@999", "month@1"),
  assumption: fc.constantFrom(...assumptionNames),
  values: fc.array(fc.array(fc.oneof(numbers, garbage), { maxLength: 3 }), { maxLength: 2 }),
};

const cellFor = ({ kind, name, values }: ParameterInfo): Cell => {
  if (kind === "choice") return fc.constantFrom(...(values ?? []));
  if (name === "paths") return fc.constantFrom(1, 2, 30, 30.5, 20_001);
  return FITTING[kind] ?? garbage;
};

/** One cell, or a small range that need not be a rectangle; mostly of the kind that is meant. */
const argumentFor = (parameter: ParameterInfo, valid: unknown): Cell => {
  const cell = fc.oneof({ weight: 5, arbitrary: cellFor(parameter) }, { weight: 2, arbitrary: fc.constant(valid) }, { weight: 1, arbitrary: garbage }); // prettier-ignore
  // A range of paths would be refused; a random number of them would only take time.
  if (parameter.name === "paths") return cellFor(parameter);
  if (parameter.shape === "grid") return fc.oneof({ weight: 6, arbitrary: cell }, { weight: 1, arbitrary: fc.array(fc.array(garbage, { maxLength: 3 }), { maxLength: 3 }) }); // prettier-ignore
  return fc.oneof({ weight: 6, arbitrary: cell }, { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }) }); // prettier-ignore
};

/** Arguments for one function: as many as it takes, or fewer. */
const argumentsOf = ({ id, parameters }: WorksheetFunction): fc.Arbitrary<unknown[]> => {
  const valid = validFor(id);
  const all = fc.tuple(...parameters.map((parameter, at) => argumentFor(parameter, valid[at])));
  return fc.tuple(all, fc.nat(parameters.length)).map(([args, count]) => args.slice(0, Math.max(1, count)));
};

export const FUNCTIONS: readonly Subject[] = catalogue.map((entry) => ({
  name: entry.id,
  // A fan takes a thousand paths unless it is told how many.
  short: entry.id === "SCENARIOFAN" || entry.id === "BACKTESTSKILL" ? 25 : 150,
  make: argumentsOf(entry),
  faults: (given) => faultsOf(entry.evaluate(given as unknown[])),
}));
