// npm test: everything that must hold, from a fresh clone in one command. Each check is named with its time; the last
// line counts all of them together with the tests.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureInstalled, ROOT } from "../setup.mjs";

/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */

/** @type {(Count & { name: string, seconds: number })[]} */
const results = [];

/**
 * @param {string} name
 * @param {() => Promise<Count | void> | Count | void} check throws when it fails
 * @returns {Promise<boolean>} whether it passed
 */
const step = async (name, check) => {
  console.log(`\n── ${name}`);
  const start = performance.now();
  /** @type {Count} */
  let count = { passed: 1, failed: 0 };
  try {
    count = (await check()) ?? count;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    count = { passed: 0, failed: 1 };
  }
  const seconds = (performance.now() - start) / 1000;
  results.push({ name, seconds, ...count });
  return count.failed === 0;
};

/**
 * Runs a tool of node_modules with Node itself, which works alike on every system.
 * @param {string} tool its script below node_modules
 * @param {string[]} args
 */
const exitCodeOf = (tool, args) =>
  spawnSync(process.execPath, [join(ROOT, "node_modules", tool), ...args], { cwd: ROOT, stdio: "inherit" }).status;

/** @type {(tool: string, ...args: string[]) => () => void} */
const tool =
  (path, ...args) =>
  () => {
    const code = exitCodeOf(path, args);
    if (code !== 0) throw new Error(`It ended with exit code ${code}.`);
  };

/**
 * @typedef {{ status: string, assertionResults: unknown[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} Report
 * @type {(report: string, ...args: string[]) => () => Count}
 */
const vitest =
  (name, ...args) =>
  () => {
    const file = join(ROOT, ".cache", `${name}.json`);
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    rmSync(file, { force: true });
    const code = exitCodeOf("vitest/vitest.mjs", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ]);
    if (!existsSync(file)) throw new Error(`vitest ended with exit code ${code} and no report.`);
    /** @type {Report} */
    const report = JSON.parse(readFileSync(file, "utf8"));
    // A file that cannot even be loaded has no tests in it, yet it failed.
    const unloaded = report.testResults.filter(({ status, assertionResults }) => {
      return status === "failed" && assertionResults.length === 0;
    }).length;
    const failed = report.numFailedTests + unloaded;
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  };

/** What nobody uses: in production mode, so that what only tests call counts as dead too. */
const DEAD_EXPORTS = ["--production", "--no-progress", "--include", "exports,types,files"];

await step("packages", ensureInstalled);
await step("browser", async () => {
  const { ensureChromium } = await import("./chromium.mjs");
  console.log(ensureChromium());
});
await step("spreadsheet", async () => {
  const { ensureLibreOffice } = await import("./libreoffice.mjs");
  console.log(ensureLibreOffice());
});
await step("build", async () => {
  const { ensureBuilt } = await import("../bundle/built.mjs");
  ensureBuilt();
});
await step("other engines", async () => {
  // The tests take them from NODES (test/build/engines.test.ts).
  if (process.env["NODES"]) return;
  const { otherEngines } = await import("./engines.mjs");
  const { programs, missing } = otherEngines({ fetch: process.env["ENGINES"] === "1" });
  process.env["NODES"] = programs.join(delimiter);
  for (const program of programs) console.log(program);
  if (missing.length === 0) return;
  const why = process.env["ENGINES"] === "1" ? "no download" : "not fetched, ENGINES=1 does";
  console.log(`Skipped: Node ${missing.join(" and ")} (${why}).`);
  return { passed: programs.length, failed: 0, skipped: missing.length };
});
await step("types", tool("typescript/bin/tsc", "-p", "."));
await step("lint", tool("eslint/bin/eslint.js", "."));
await step("circles", tool("dependency-cruiser/bin/dependency-cruise.mjs", "src", "test"));
await step("dead exports", tool("knip/bin/knip.js", ...DEAD_EXPORTS));
await step("format", tool("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."));
await step("tests", vitest("tests"));
await step("browser tests", vitest("browser-tests", "--config", "test/e2e/vitest.config.ts"));

console.log("");
for (const { name, passed, failed, skipped = 0, seconds } of results) {
  const isOneCheck = passed + failed === 1 && skipped === 0;
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  const outcome = isOneCheck ? (failed > 0 ? "failed" : "passed") : counts;
  console.log(`${name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s   ${outcome}`);
}
const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
