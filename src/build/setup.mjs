// Makes sure that the packages of package-lock.json are installed. Needs nothing but Node and npm, so that the first
// command on a fresh clone can be any of ours.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WANTED = new URL("../../package-lock.json", import.meta.url);
/** npm's own list of what is in node_modules, written at the end of a complete installation. */
const INSTALLED = new URL("../../node_modules/.package-lock.json", import.meta.url);

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Package
 * @param {URL} file
 * @returns {Record<string, Package>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** Whether what is installed is what the lockfile says. Optional packages are for other systems and may be absent. */
export const isInstalled = () => {
  if (!existsSync(INSTALLED)) return false;
  const there = packagesIn(INSTALLED);
  return Object.entries(packagesIn(WANTED)).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || there[path]?.version === version,
  );
};

/** Installs the packages unless they are there already. */
export const ensureInstalled = () => {
  if (isInstalled()) return;
  console.log("Installing the packages of package-lock.json (npm ci).");
  const { status, error } = spawnSync("npm", ["ci"], {
    cwd: ROOT,
    stdio: "inherit",
    // npm is a .cmd file on Windows, which starts only through a shell.
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(`npm ci did not succeed${error ? ` (${error.message})` : ""}. See its messages above.`);
  }
};

/**
 * Runs a command's main function; a failure becomes one sentence and exit code 1.
 * @param {() => Promise<void> | void} main
 */
export const run = async (main) => {
  try {
    await main();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
};
