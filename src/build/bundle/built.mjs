// Builds dist unless it already is what the sources say: a stamp of all inputs tells.
// @ts-check
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inputFiles } from "./build-id.mjs";
import { ROOT } from "../setup.mjs";

export const DIST = join(ROOT, "dist");
const STAMP = join(ROOT, ".cache/build-stamp");
/** What must be there for a build to count as one. */
const OUTPUTS = ["functions.js", "functions.json", "taskpane.html", "playground.html", "build.json", "manifest.xml"];

/** Of the outputs too: a build by hand for another origin leaves a dist that is not ours. */
const currentStamp = () => {
  const hash = createHash("sha256");
  for (const file of [...inputFiles().map((input) => input.file), ...OUTPUTS.map((output) => join(DIST, output))]) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
};

const isBuilt = () =>
  existsSync(STAMP) &&
  OUTPUTS.every((output) => existsSync(join(DIST, output))) &&
  readFileSync(STAMP, "utf8") === currentStamp();

/** Builds for https://localhost:3000, the origin that manifest.xml names. */
export const ensureBuilt = () => {
  if (isBuilt()) return;
  console.log("Building dist.");
  const { status } = spawnSync(process.execPath, [join(ROOT, "src/build/bundle/build.mjs")], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The build did not succeed. See its messages above.");
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, currentStamp());
};
