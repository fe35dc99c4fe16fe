// How soon the first cell has its answer, as a ratio to JSON.parse of the record: the script is compiled and run in a
// fresh world each time, as Excel does when a workbook is opened.
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { buildRecord } from "../../src/build/bundle/record";
import { cpuSeconds } from "./clock";

export interface StartCase {
  readonly name: string;
  readonly run: () => number;
  readonly goal: number;
}

const TURNS = 40;
const GOAL = 12;

/** As webpack writes it: the record is a text that the script parses. */
const scriptOf = async (json: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ["src/functions/index.ts"],
    ...{ bundle: true, minify: true, write: false, format: "iife", globalName: "MinerOverhang", target: "es2022" },
    plugins: [
      {
        name: "record as text",
        setup: (building) => {
          building.onResolve({ filter: /^#bundled-record$/ }, () => ({ path: "record", namespace: "record" }));
          building.onLoad({ filter: /./, namespace: "record" }, () => ({
            contents: `export default JSON.parse(${JSON.stringify(json)})`,
            loader: "js",
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
};

type Evaluate = (...args: readonly unknown[]) => unknown;

/** Excel's side: it remembers what is registered. */
const world = () => {
  const registered = new Map<string, Evaluate>();
  const runtime = {
    associate: (id: string, evaluate: Evaluate) => registered.set(id, evaluate),
    Error,
    ErrorCode: {},
  };
  return { context: createContext({ CustomFunctions: runtime }), registered };
};

const secondsOf = (work: () => void): number => {
  const start = cpuSeconds();
  work();
  return cpuSeconds() - start;
};

const leastOf = (measure: () => number): number => Math.min(...Array.from({ length: TURNS }, measure));

export const startCases = async (): Promise<readonly StartCase[]> => {
  const { json } = buildRecord();
  const text = await scriptOf(json);
  const parsing = () => leastOf(() => secondsOf(() => void JSON.parse(json)));
  const firstCell = (script: () => Script): number => {
    const { context, registered } = world();
    return secondsOf(() => {
      script().runInContext(context);
      const answer = JSON.stringify(registered.get("MINERHOLDINGS")?.("MARA", null, null, null));
      if (!/^\[\[\d+\]\]$/.test(answer)) throw new Error(`MINERHOLDINGS answered ${answer}.`);
    });
  };
  // Another text each time: the engine keeps what it compiled before.
  let made = 0;
  const fresh = () => new Script(`${text}//${made++}`);
  return [
    {
      name: "from the script to the first MINERHOLDINGS / JSON.parse of the record",
      goal: GOAL,
      run: () => leastOf(() => firstCell(fresh)) / parsing(),
    },
    {
      name: "the same without compiling the script, which browsers keep",
      goal: GOAL,
      run: () =>
        leastOf(() => {
          const script = fresh();
          return firstCell(() => script);
        }) / parsing(),
    },
  ];
};
