// Reading CSV files for the record: lines are counted as an editor shows them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { buildRecord, RecordProblems } from "../../src/build/bundle/record";
import { readTable } from "../../src/data/read-table";
import { COLUMNS } from "../../src/data/schema";
import type { Problem } from "../../src/data/row-reader";

const read = (csv: string) => {
  const problems: Problem[] = [];
  return { table: readTable("t.csv", csv, problems), problems };
};

describe("a CSV file", () => {
  it("keeps commas, quotes and line breaks of a quoted cell, and counts its lines", () => {
    const { table, problems } = read('a,b\n1,"x, ""y""\nz"\n2,w');
    expect(problems).toEqual([]);
    expect(table.rows).toEqual([
      { line: 2, cells: { a: "1", b: 'x, "y"\nz' } },
      { line: 4, cells: { a: "2", b: "w" } },
    ]);
  });

  it("says on which line cells are missing, a quote stays open or nothing stands", () => {
    const [short] = read("a,b\n1,2\n3").problems;
    expect(short).toMatchObject({
      line: 3,
      sentence: expect.stringContaining("1 cells where the header has 2") as string,
    });
    expect(read('a,b\n1,"2').problems[0]?.line).toBe(2);
    expect(read("a,b\n\n1,2").problems).toMatchObject([{ line: 2 }]);
  });

  it("may come with Windows line ends", () => {
    expect(read("a,b\r\n1,2\r\n").table.rows[0]?.cells).toEqual({ a: "1", b: "2" });
  });
});

describe("the build of the record", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it("gives the JSON, its SHA-256 and its counts", () => {
    const { json, sha256, counts, packed } = buildRecord();
    expect(createHash("sha256").update(json).digest("hex")).toBe(sha256);
    expect(JSON.parse(json)).toEqual(packed);
    expect(counts.rows).toBe(counts.reports + counts.facts);
    expect(counts.miners).toBe(packed.miners["ticker"]?.length);
  });

  it("fails with every problem in its message", () => {
    const folder = mkdtempSync(join(tmpdir(), "record-"));
    folders.push(folder);
    for (const [name, columns] of Object.entries(COLUMNS))
      writeFileSync(join(folder, `${name}.csv`), `${columns.join(",")}\n`);
    writeFileSync(join(folder, "record.json"), '{"schema":1,"version":"2026-11-22"}');
    writeFileSync(join(folder, "market.csv"), "series,date,value,source\nrain,2025-01-31,1,s1\n");
    expect(() => buildRecord(folder)).toThrow(RecordProblems);
    expect(() => buildRecord(folder)).toThrow(/market\.csv:2: series "rain".*\nmarket\.csv:2: source "s1"/);
  });
});
