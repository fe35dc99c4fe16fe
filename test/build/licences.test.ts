// The licences of what is shipped and of what builds it: allowed ones only, each with its text, all of them listed.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { billOfMaterials } from "../../src/build/bundle/bill-of-materials";
import { licencesText } from "../../src/build/bundle/licences";
import { licenceTextOf, packagesOf, type Package } from "../../src/build/bundle/packages";
import { distPath, distText } from "./dist";

const ROOT = join(import.meta.dirname, "../..");
const lockfile = readFileSync(join(ROOT, "package-lock.json"), "utf8");
const locked = packagesOf(lockfile);

interface Component {
  readonly name: string;
  readonly version: string;
  readonly scope: "required" | "excluded";
  readonly licenses: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
  readonly hashes: readonly { readonly content: string }[];
  readonly purl: string;
}
const components = (): readonly Component[] =>
  (JSON.parse(distText("sbom.json")) as { components: readonly Component[] }).components;
const shipped = (): Component[] => components().filter(({ scope }) => scope === "required");

/** Ask for no more than their notice to be kept. */
const PERMISSIVE = ["MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "CC0-1.0", "BlueOak-1.0.0"]; // prettier-ignore
/** Of tools only: MPL asks for the source of changed files, CC-BY for the author's name of data. We ship neither. */
const OF_TOOLS = [...PERMISSIVE, "MPL-2.0", "CC-BY-4.0", "(BSD-3-Clause OR GPL-2.0)"];
/** Told by hand, since their package.json does not name a licence that SPDX knows. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  // Its LICENSE file is the Apache License 2.0.
  "@univerjs/telemetry": "Apache-2.0",
  // Microsoft's terms: for developing and testing add-ins. Never in dist unless --env officejs=local asks for it.
  "@microsoft/office-js": "tests only",
};

describe("the packages of the lockfile", () => {
  it("are under licences that we know, each", () => {
    const unknown = locked.filter(({ name, licence }) => !OF_TOOLS.includes(licence) && !(name in READ_BY_HAND));
    expect(unknown.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it("hold nothing of Univer's closed packages", () => {
    expect(lockfile).not.toContain("@univerjs-pro");
  });

  it("name no host that they came from", () => {
    expect(lockfile).not.toMatch(/"resolved"/);
  });
});

describe("dist", () => {
  const files = (): string[] =>
    readdirSync(dirname(distPath("functions.js")), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|json|css|html|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));

  it("holds no code of Univer's closed packages", () => {
    expect(files().filter((file) => readFileSync(file, "utf8").includes("@univerjs-pro"))).toEqual([]);
  });

  it("leaves office.js to Microsoft's own address", () => {
    expect(files().filter((file) => /[\\/]office[\\/]|office\.js$|excel-(win32|web)/.test(file))).toEqual([]);
    expect(distText("taskpane.html")).toContain("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  });

  it("ships code under permissive licences only", () => {
    const names = shipped().map(
      ({ name, licenses }) => `${name}: ${licenses.map(({ license }) => license?.id).join()}`,
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !PERMISSIVE.includes(name.split(": ")[1] ?? ""))).toEqual([]);
  });

  it("lists every package whose code is in a bundle, by the source maps of these bundles", () => {
    const listed = new Set(shipped().map(({ name }) => name));
    const inMaps = new Set<string>();
    for (const file of ["functions.js.map", "taskpane.js.map", "playground.js.map"]) {
      const { sources } = JSON.parse(distText(file)) as { sources: readonly string[] };
      for (const source of sources) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
        if (name !== undefined) inMaps.add(name);
      }
    }
    expect([...inMaps].filter((name) => !listed.has(name))).toEqual([]);
    expect(listed).toContain("@univerjs/core");
  });

  it("brings name, version and text of each in licences.txt", () => {
    const text = distText("licences.txt");
    for (const { name, version } of shipped()) expect(text).toContain(`${name} ${version} (`);
    expect(text).toMatch(/Apache License\s+Version 2\.0/);
    expect(text).not.toMatch(/GNU (LESSER |AFFERO )?GENERAL PUBLIC/i);
  });

  it("has a bill of materials of everything locked, by address and checksum", () => {
    const addresses = new Set(components().map(({ purl }) => purl));
    const missing = locked.filter(
      ({ name, version }) => !addresses.has(`pkg:npm/${name.replace("@", "%40")}@${version}`),
    );
    expect(missing).toEqual([]);
    expect(addresses.size).toBe(components().length);
    for (const { hashes } of components()) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
  });
});

describe("a package's licence", () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "packages-"));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write("LICENSE", "ours");
    write("node_modules/a/LICENSE.md", "text of a\r\n");
    write("node_modules/a/NOTICE", "notice of a");
    write("node_modules/b/index.js", "");
    write("node_modules/@c/d/licence.txt", "text of a");
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  const one = (path: string, licence = "MIT"): Package => ({
    path: `node_modules/${path}`,
    name: path,
    version: "1.0.0",
    licence,
    integrity: "sha512-AAAA",
  });

  it("is its own text with its notices, else the standard text of the licence it names, else none may be shipped", () => {
    expect(licenceTextOf(root, one("a"))).toBe("text of a\n\nnotice of a");
    expect(licenceTextOf(root, one("b"))).toMatch(/^Permission is hereby granted/);
    expect(() => licenceTextOf(root, one("b", "GPL-3.0"))).toThrow(/b brings no text of its licence \(GPL-3\.0\)/);
  });

  it("stands once in the list for all packages that share its text", () => {
    const text = licencesText(root, [one("@c/d"), one("a"), { ...one("@c/d"), name: "e" }]);
    expect(text.match(/\ntext of a\n/g)).toHaveLength(2);
    expect(text).toContain("@c/d 1.0.0 (MIT)\ne 1.0.0 (MIT)\n\ntext of a");
  });

  it("is read from the lockfile with the name of an alias and of a package inside a package", () => {
    const packages = packagesOf(
      JSON.stringify({
        packages: {
          "": { name: "ours" },
          "node_modules/a/node_modules/@c/d": { version: "2.0.0", license: "ISC", integrity: "sha512-AAAA" },
          "node_modules/alias": { name: "real", version: "1.0.0" },
        },
      }),
    );
    expect(packages.map(({ name, version, licence }) => [name, version, licence])).toEqual([
      ["@c/d", "2.0.0", "ISC"],
      ["real", "1.0.0", ""],
    ]);
  });

  it("is told once in the bill of materials where two copies of one version are installed", () => {
    const [outer, inner] = [one("a"), { ...one("a"), path: "node_modules/x/node_modules/a" }];
    const bill = billOfMaterials(root, { name: "ours", version: "1" }, [outer, inner], [outer]);
    expect(bill).toMatchObject({ components: [{ name: "a", scope: "required" }] });
  });
});
