// What a build is made from, and the id that follows from it: the same sources give the same id, on any day and machine.
// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ROOT } from "../setup.mjs";

const INPUTS = [
  "src",
  "assets",
  "manifest.xml",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "webpack.config.js",
];
const DIGITS = 12;

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesAt = (path) => {
  if (!existsSync(path)) return [];
  if (/\.(xml|json|js)$/.test(path)) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/**
 * @param {string} [root]
 * @returns {{ name: string, file: string }[]} in an order that is the same everywhere
 */
export const inputFiles = (root = ROOT) =>
  INPUTS.flatMap((input) => filesAt(join(root, input)))
    .map((file) => ({ name: relative(root, file).split(sep).join("/"), file }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * @param {unknown} options of the build: another origin or key makes another build
 * @param {string} [root]
 * @returns {string}
 */
export const buildId = (options, root = ROOT) => {
  const hash = createHash("sha256").update(JSON.stringify(options));
  for (const { name, file } of inputFiles(root)) hash.update(`\0${name}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, DIGITS);
};
