// The other versions of Node that users have, for the tests that want the same answers from each: fetched by npm into
// .cache when asked for, found there again later. A version that cannot be had is named and left out.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";

/** One of each line that `engines` in package.json lets in and that is still maintained. */
const VERSIONS = ["20.20.2", "22.23.3", "24.21.0"];
const MOST_MS = 60_000;

const major = (/** @type {string} */ version) => version.split(".")[0];
const system = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** @param {string} version */
const programOf = (version) => {
  const folder = join(ROOT, ".cache", "node", version);
  const program = process.platform === "win32" ? "node.exe" : "node";
  return { folder, program: join(folder, "node_modules", `node-${system}`, "bin", program) };
};

/** @param {string} version */
const fetchNode = (version) => {
  const { folder, program } = programOf(version);
  console.log(`Fetching Node ${version} for the tests.`);
  spawnSync(
    "npm",
    ["install", "--prefix", folder, "--ignore-scripts", "--fetch-retries=0", `node-${system}@${version}`],
    { cwd: ROOT, stdio: "ignore", timeout: MOST_MS, shell: process.platform === "win32" },
  );
  return existsSync(program);
};

/**
 * @param {{ fetch: boolean }} options whether to fetch what is not there
 * @returns {{ programs: string[], missing: string[] }} other lines than the one that runs now
 */
export const otherEngines = ({ fetch }) => {
  const others = VERSIONS.filter((version) => major(version) !== major(process.versions.node));
  const isThere = (/** @type {string} */ version) =>
    existsSync(programOf(version).program) || (fetch && fetchNode(version));
  const there = others.filter(isThere);
  return {
    programs: there.map((version) => programOf(version).program),
    missing: others.filter((version) => !there.includes(version)),
  };
};
