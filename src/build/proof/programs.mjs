// Programs that only the tests need: found on this machine, or on Debian installed from its packages when run as root.
// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The program that a variable of the environment names, else the first one found.
 * @param {{ variable: string, names: readonly string[], elsewhere?: readonly string[] }} program
 * @returns {string | undefined}
 */
export const findProgram = ({ variable, names, elsewhere = [] }) => {
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...elsewhere].find(isExecutable);
};

/**
 * @param {{ find: () => string | undefined, title: string, debian: string, variable: string }} program
 * @returns {string}
 */
export const ensureProgram = ({ find, title, debian, variable }) => {
  const found = find();
  if (found) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log(`Installing ${title} for the tests (Debian's package ${debian}).`);
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debian], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    `The tests need ${title}, and it was not found. ` +
      `Install it (Debian, Ubuntu: sudo apt-get install ${debian}) or set ${variable} to its program.`,
  );
};
