// "First hour in Excel": twenty checks, each named where the code rests on what it confirms, and no other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const page = readFileSync(join(ROOT, "assets/help/first-hour.md"), "utf8");
const rows = page.split("\n").filter((line) => /^\| \d+/.test(line));

const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|html)$/.test(path))
  .map((path) => ({ path: `src/${path.replaceAll("\\", "/")}`, text: readFileSync(join(ROOT, "src", path), "utf8") }));

/** '("First hour in Excel", checks 8 and 9)', also over the end of a line of comment. */
const named = sources.flatMap(({ text }) => {
  const flat = text.replace(/\s*\n\s*(?:\/\/|\*)?\s*/g, " ");
  return [...flat.matchAll(/"First hour in Excel", checks? (\d+)(?: and (\d+))?/g)].flatMap(([, one, other]) =>
    [one, other].filter((number) => number !== undefined).map(Number),
  );
});

describe("the page First hour in Excel", () => {
  it("has twenty checks, each with what to do, what should be seen, and what it means if not", () => {
    expect(rows.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    for (const row of rows) {
      const cells = row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      expect(cells, row).toHaveLength(4);
      for (const cell of cells.slice(1)) expect(cell, row).toMatch(/.{8,}\.$/);
    }
  });

  it("is named by the code for every check, and for none that it does not have", () => {
    expect([...new Set(named)].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("names files that are there, with the words that it says are in them", () => {
    const places = [
      ...page.matchAll(
        /(?:`(\w+)` (?:in|for words and dates, `orEmpty` in) )?`((?:src|test)\/[\w/.-]+|manifest\.xml)`/g,
      ),
    ];
    expect(places.length).toBeGreaterThan(12);
    for (const [, word, path = ""] of places) {
      if (!/\.\w+$/.test(path)) continue;
      const text = path === "manifest.xml" ? "Namespace" : sources.find((source) => source.path === path)?.text;
      expect(text, path).toBeDefined();
      if (word !== undefined) expect(text, path).toContain(word);
    }
  });
});
