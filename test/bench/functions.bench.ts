// Speed of the worksheet functions through the real custom-functions runtime, as ratios to a function that does nothing:
// what is left of a call's cost is the runtime's own.
import { catalogue, record } from "../../src/functions";
import { functionsMetadata, functionsScript } from "../functions/bundle";
import { validFor } from "../functions/contract";
import type { Call, CallResult, FunctionsMetadata } from "../host/calls";
import { OLDEST, TODAY } from "../host/double";
import { openExcel, type ExcelInJsdom } from "../host/jsdom";
import { cpuSeconds } from "./clock";

export interface FunctionCase {
  readonly name: string;
  readonly run: () => Promise<{ readonly ratio: number; readonly perSecond: number }>;
  /** The ratio that must not be exceeded; none where an answer is a table, whose size decides. */
  readonly goal: number | undefined;
}

const ONE_VALUE_GOAL = 1.3;
/** One cell that spills the whole table must beat as many cells by far. */
const TABLE_GOAL = 0.25;
/** Some forty starts of twelve months, four columns and three horizons. */
const SKILL_GOAL = 80;
const EMPTY = "EMPTY";
/** Gives a value with properties that was made beforehand: what sending those costs the runtime. */
const READY = "READY";
/** Many turns, so that on a busy machine some run undisturbed; of many calls, so that a batch's own cost is small. */
const TURNS = 24;
const CALLS = { value: 1_500, table: 120 };

/** Functions whose answer is one value each; MINERCARD is a card, and a group is a sum of many. */
const isOneValue = (id: string): boolean =>
  !/^(MINERHISTORY|MINERFLOW|MINEREVENTS|MINERSOURCE|MINERLIST|MINERCARD|MINERCHECK|BTCNETWORK|SELLSCHEDULE|OVERHANGREPORT|SCENARIO|SCENARIOLIST|ASSUMPTIONS|SCENARIOFAN|SENSITIVITY|BACKTEST|BACKTESTSKILL)$/.test(id); // prettier-ignore

const withEmpty = (): FunctionsMetadata => {
  const metadata = functionsMetadata();
  const parameters = Array.from({ length: 8 }, (_, i) => ({ name: `a${i}`, dimensionality: "matrix", optional: true }));
  return { ...metadata, functions: [...metadata.functions, { id: EMPTY, parameters }, { id: READY, parameters }] };
};

const open = async (sets: Readonly<Record<string, string>>): Promise<ExcelInJsdom> => {
  const excel = await openExcel({ metadata: withEmpty(), sets });
  excel.run(functionsScript());
  excel.run(`CustomFunctions.associate("${EMPTY}", () => [[0]]);`);
  return excel;
};

const failed = (result: CallResult): boolean => "error" in result;

const secondsOf = async (excel: ExcelInJsdom, calls: readonly Call[]): Promise<number> => {
  const start = cpuSeconds();
  const results = await excel.host.callAll(calls);
  const seconds = cpuSeconds() - start;
  if (results.some(failed)) throw new Error(`${calls[0]?.name ?? ""}: ${JSON.stringify(results.find(failed))}`);
  return seconds;
};

const repeated = (call: Call, count: number): Call[] => Array.from({ length: count }, () => call);

/** The least of some turns each, taken alternately, so that a busy machine disturbs both sides alike. */
const compare = async (
  excel: ExcelInJsdom,
  ours: readonly Call[],
  theirs: readonly Call[],
): Promise<{ ours: number; theirs: number }> => {
  // prettier-ignore
  const least = { ours: Infinity, theirs: Infinity };
  for (let turn = 0; turn < TURNS; turn++) {
    least.ours = Math.min(least.ours, await secondsOf(excel, ours));
    least.theirs = Math.min(least.theirs, await secondsOf(excel, theirs));
  }
  return least;
};

const functionCase = (excel: ExcelInJsdom, id: string, args = validFor(id), words = "", than = EMPTY): FunctionCase => {
  const one = isOneValue(id) && args[0] !== "ALL";
  return {
    name: `${id}${words} / ${than === EMPTY ? "empty function" : "one that has it ready"}`,
    goal: one ? ONE_VALUE_GOAL : undefined,
    run: async () => {
      const count = one ? CALLS.value : CALLS.table;
      const { ours, theirs } = await compare(
        excel,
        repeated({ name: id, args }, count),
        repeated({ name: than, args }, count),
      );
      return { ratio: ours / theirs, perSecond: count / ours };
    },
  };
};

/** With data types, the card of a value is most of what travels: against a function that has the same one ready. */
const richCase = async (excel: ExcelInJsdom, id: string): Promise<FunctionCase> => {
  const result = await excel.host.call(id, validFor(id));
  if ("error" in result) throw new Error(`${id}: ${result.error}`);
  excel.run(`const ready = ${JSON.stringify(result.value)}; CustomFunctions.associate("${READY}", () => ready);`);
  return functionCase(excel, id, validFor(id), " with what stands behind it", READY);
};

/** The whole history of every miner: one cell that spills against a cell for each of its values. */
const historyCase = (excel: ExcelInJsdom): FunctionCase => ({
  name: "one MINERHISTORY cell / the same table from single MINERHOLDINGS",
  goal: TABLE_GOAL,
  run: async () => {
    const tickers = record().miners.map(({ ticker }) => ticker);
    const dates = Array.from({ length: 36 }, (_, month) => `${2023 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`); // prettier-ignore
    const args = [[tickers], "holdings_btc", dates[0], dates.at(-1), "M", "PREVIOUS", false];
    // IFERROR in a sheet: a date before a miner's first report is an error in a single cell.
    const singles = dates.flatMap((date) => tickers.map((ticker): Call => ({ name: "MINERHOLDINGS", args: [ticker, date] }))); // prettier-ignore
    let [one, many] = [Infinity, Infinity];
    for (let turn = 0; turn < TURNS / 3; turn++) {
      const start = cpuSeconds();
      await excel.host.callAll([{ name: "MINERHISTORY", args }]);
      const middle = cpuSeconds();
      await excel.host.callAll(singles);
      one = Math.min(one, middle - start);
      many = Math.min(many, cpuSeconds() - middle);
    }
    return { ratio: one / many, perSecond: 1 / one };
  },
});

/** All starts, columns and horizons against a single start; assumptions of their own, so that nothing is remembered. */
const skillCase = (excel: ExcelInJsdom): FunctionCase => ({
  name: "BACKTESTSKILL of the whole record / one BACKTEST",
  goal: SKILL_GOAL,
  run: async () => {
    let [skill, single] = [Infinity, Infinity];
    for (let turn = 0; turn < TURNS / 3; turn++) {
      const assumed = [["network_growth", 0.1 + turn / 1e6]]; // prettier-ignore
      const singles = Array.from({ length: 10 }, (_, i): Call => ({ name: "BACKTEST", args: [[["network_growth", 0.2 + turn / 1e6 + i / 1e9]], "2025-06-30", "holdings"] })); // prettier-ignore
      const start = cpuSeconds();
      await excel.host.callAll([{ name: "BACKTESTSKILL", args: [assumed] }]);
      const middle = cpuSeconds();
      await excel.host.callAll(singles);
      skill = Math.min(skill, middle - start);
      single = Math.min(single, (cpuSeconds() - middle) / singles.length);
    }
    return { ratio: skill / single, perSecond: 1 / skill };
  },
});

/** The cases, and the way to close the two workbooks that they run in. */
export const functionCases = async (): Promise<{
  readonly cases: readonly FunctionCase[];
  readonly close: () => void;
}> => {
  // prettier-ignore
  const [plain, rich] = [await open(OLDEST), await open(TODAY)];
  return {
    cases: [
      ...catalogue.map(({ id }) => functionCase(plain, id)),
      functionCase(plain, "OVERHANG", ["CORZ", ...validFor("OVERHANG").slice(1)], " of one miner"),
      await richCase(rich, "MINERHOLDINGS"),
      historyCase(plain),
      skillCase(plain),
    ],
    close: () => {
      plain.close();
      rich.close();
    },
  };
};
