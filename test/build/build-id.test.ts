// The id of a build: the same for the same sources, another one for any other, and in everything that is cached alone.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import about from "../../package.json";
import { buildId } from "../../src/build/bundle/build-id.mjs";
import { distText } from "./dist";

let root: string;
const put = (name: string, text: string): void => {
  writeFileSync(join(root, name), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-id-"));
  for (const folder of ["src", "src/model", "assets"]) mkdirSync(join(root, folder));
  put("src/model/chain.ts", "export {};");
  put("assets/record.csv", "a,b");
  put("package.json", "{}");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("the id of a build", () => {
  it("is the same for a copy of the sources at another place and time", () => {
    const copy = mkdtempSync(join(tmpdir(), "build-id-copy-"));
    cpSync(root, copy, { recursive: true });
    expect(buildId({ origin: "a" }, copy)).toBe(buildId({ origin: "a" }, root));
    expect(buildId({ origin: "a" }, root)).toMatch(/^[0-9a-f]{12}$/);
    rmSync(copy, { recursive: true });
  });

  it.each<readonly [string, () => void]>([
    ["a source", () => { put("src/model/chain.ts", "export { };"); }],
    ["the record", () => { put("assets/record.csv", "a,c"); }],
    ["a package", () => { put("package-lock.json", "{}"); }],
    ["the name of a file", () => { rmSync(join(root, "assets/record.csv")); put("assets/records.csv", "a,b"); }],
  ])("changes with %s", (_, change) => {
    const before = buildId({}, root);
    change();
    expect(buildId({}, root)).not.toBe(before);
  }); // prettier-ignore

  it("changes with the origin that it is built for, and not with what else lies in the folder", () => {
    const before = buildId({ origin: "a" }, root);
    expect(buildId({ origin: "b" }, root)).not.toBe(before);
    mkdirSync(join(root, "dist"));
    put("dist/functions.js", "built");
    expect(buildId({ origin: "a" }, root)).toBe(before);
  });
});

describe("dist", () => {
  it("carries one id in the functions, the pane, the browser workbook and the file that the server tells it by", () => {
    const told = JSON.parse(distText("build.json")) as { addin: string; build: string };
    expect(told).toEqual({ addin: about.version, build: expect.stringMatching(/^[0-9a-f]{12}$/) as string });
    const functions = runInNewContext(`${distText("functions.js")}\n;MinerOverhang`) as {
      BUILD: string;
      VERSION: string;
    };
    expect([functions.BUILD, functions.VERSION]).toEqual([told.build, told.addin]);
    for (const page of ["taskpane.js", "playground.js"]) expect(distText(page)).toContain(`"${told.build}"`);
  });
});
