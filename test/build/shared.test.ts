// Pages take the record's own code from the functions' script: what they import of it has to be given out there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as shared from "../../src/functions/shared";
import { distText } from "./dist";

const PAGES = ["common", "data", "playground", "refresh", "sheets", "taskpane", "workbook", "xlsx"];
const SHARED = ["record", "names", "pack", "coin-age", "groups"];
const IMPORT = new RegExp(`^import (?!type )\\{([^}]*)\\} from "[./]*data/(?:${SHARED.join("|")})";$`, "gm");
/** The shared modules themselves, and what the build alone reads. */
const NOT_OF_A_PAGE = [...SHARED, "rollforward", "validate"].map((name) => `${name}.ts`);

const textsOf = (folder: string): string[] =>
  readdirSync(join("src", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !(folder === "data" && NOT_OF_A_PAGE.includes(name)))
    .map((name) => readFileSync(join("src", folder, name), "utf8"))
    .map((text) => (folder === "data" ? text.replaceAll(' from "./', ' from "./data/') : text));

describe("what the pages import of the record's code", () => {
  it("is given out by the functions' script", () => {
    const names = PAGES.flatMap(textsOf)
      .flatMap((text) => [...text.matchAll(IMPORT)].flatMap(([, list = ""]) => list.split(",")))
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type "));
    expect(names).toContain("MinerRecord");
    expect([...new Set(names)].filter((name) => !(name in shared))).toEqual([]);
  });

  it("is not in the pane's script a second time", () => {
    const record = /The record has no row|The record knows no/;
    expect(distText("functions.js")).toMatch(record);
    expect(distText("taskpane.js")).not.toMatch(record);
  });
});
