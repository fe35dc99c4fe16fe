// Finds LibreOffice on this machine: a second reader of the files that the templates are written to.
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

/** Where installers put it when it is not on the PATH. */
const ELSEWHERE = [
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/**
 * LibreOffice's program: SOFFICE if it is set, else the first one found.
 * @returns {string | undefined}
 */
export const findLibreOffice = () => {
  const named = process.env["SOFFICE"];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return [...folders.map((folder) => join(folder, "soffice")), ...ELSEWHERE].find(isExecutable);
};

/**
 * Finds it, or on Debian as root installs its package.
 * @returns {string}
 */
export const ensureLibreOffice = () => {
  const found = findLibreOffice();
  if (found) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("Installing LibreOffice for the tests of the templates (Debian's package libreoffice-calc).");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = findLibreOffice();
    if (installed) return installed;
  }
  throw new Error(
    "The tests of the templates need LibreOffice, and it was not found. " +
      "Install it (Debian, Ubuntu: sudo apt-get install libreoffice-calc) or set SOFFICE to its program.",
  );
};
