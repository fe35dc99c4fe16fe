// The functions as one classic script, made from today's sources on the frozen record: for tests and measurements in
// the double of Excel.
import { join } from "node:path";
import { buildSync } from "esbuild";
import { functionsJson } from "../../src/functions/metadata";
import type { FunctionsMetadata } from "../host/calls";

export const functionsScript = (): string => {
  const { outputFiles } = buildSync({
    entryPoints: ["src/functions/index.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "MinerOverhang",
    target: "es2022",
    alias: { "#bundled-record": join(import.meta.dirname, "../../.cache/frozen-record.json") },
    logLevel: "error",
  });
  const [script] = outputFiles;
  if (!script) throw new Error("esbuild wrote no script.");
  return script.text;
};

export const functionsMetadata = (): FunctionsMetadata => functionsJson("https://localhost:3000") as FunctionsMetadata;
