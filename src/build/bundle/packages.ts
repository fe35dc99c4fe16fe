// The packages of package-lock.json: name, version, licence and checksum of each, and the text of its licence.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STANDARD_TEXTS } from "./licence-texts";

export interface Package {
  /** Below the root: "node_modules/react". */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says; empty when it does not. */
  readonly licence: string;
  /** Subresource integrity of its archive: "sha512-…". */
  readonly integrity: string;
}

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
}

/** "a/node_modules/@b/c" is the package @b/c. */
const nameIn = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

export const packagesOf = (lockfile: string): Package[] => {
  const { packages } = JSON.parse(lockfile) as { packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { name, version, license, integrity }]) => ({
      path,
      name: name ?? nameIn(path),
      version: version ?? "",
      licence: license ?? "",
      integrity: integrity ?? "",
    }));
};

const isLicence = (file: string): boolean => /^(licen[cs]e|copying)(-mit)?(\.(md|txt))?$/i.test(file);
const isNotice = (file: string): boolean => /^notice(\.(md|txt))?$/i.test(file);

/** The texts that a package ships of its licence and notices; a licence it only names is given by its standard text. */
export const licenceTextOf = (root: string, { path, licence, name }: Package): string => {
  const folder = join(root, path);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const read = (file: string): string => readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim();
  const own = [...files.filter(isLicence), ...files.filter(isNotice)].map(read).join("\n\n");
  if (own !== "") return own;
  const standard = STANDARD_TEXTS[licence];
  if (standard !== undefined) return standard;
  throw new Error(`${name} brings no text of its licence (${licence || "none named"}): its code cannot be shipped.`);
};

/** A package that names no licence has one in its text. */
export const licenceNameOf = ({ licence }: Package, text: string): string =>
  licence === "" && /^Apache License\s+Version 2\.0/.test(text) ? "Apache-2.0" : licence;
