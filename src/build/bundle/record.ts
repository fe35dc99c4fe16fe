// Reads assets/data, checks every line, and packs the record. As a program: npx tsx src/build/bundle/record.ts [file to write].
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packTables, type PackedRecord } from "../../data/pack";
import { readTable } from "../../data/read-table";
import type { Problem, TextTable } from "../../data/row-reader";
import { MinerRecord, type Counts } from "../../data/record";
import { sorted } from "../../data/sort";
import { wholeRecordProblems } from "../../data/whole-record";
import { TABLE_NAMES, validateRecord, type TextTables } from "../../data/validate";

export const DATA_FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../../assets/data");

export interface BuiltRecord {
  readonly packed: PackedRecord;
  readonly json: string;
  readonly sha256: string;
  readonly counts: Counts;
}

/** Thrown when the files do not hold; the message lists everything at once, one problem a line. */
export class RecordProblems extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
    super(`The record has ${problems.length} problem(s):\n${lines.join("\n")}`);
  }
}

const versionOf = (folder: string): string => {
  const { version } = JSON.parse(readFileSync(join(folder, "record.json"), "utf8")) as { version?: unknown };
  return typeof version === "string" ? version : "";
};

export const buildRecord = (folder = DATA_FOLDER): BuiltRecord => {
  const problems: Problem[] = [];
  const read = (name: string): TextTable => {
    const file = `${name}.csv`;
    return readTable(file, readFileSync(join(folder, file), "utf8").trimEnd(), problems);
  };
  const texts = Object.fromEntries(TABLE_NAMES.map((name) => [name, read(name)])) as TextTables;
  const validated = validateRecord(texts, versionOf(folder));
  problems.push(...validated.problems);
  // Of rows that hold one by one: then the tables have them all, line by line.
  if (problems.length === 0) problems.push(...wholeRecordProblems(validated.tables));
  if (problems.length > 0) throw new RecordProblems(problems);
  const packed = packTables(sorted(validated.tables));
  const json = JSON.stringify(packed);
  const sha256 = createHash("sha256").update(json).digest("hex");
  return { packed, json, sha256, counts: MinerRecord.unpack(packed).counts };
};

/** Gzipped bytes of the numbers and of the texts (names, notes, summaries, sources) by themselves. */
export const sizesOf = ({ packed, json }: BuiltRecord) => {
  const gzipped = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;
  const { miners, metrics, sources, notes, events, series, aggregate, ...numbers } = packed;
  const { counterparty, summary, ...eventFigures } = events;
  return {
    raw: Buffer.byteLength(json),
    gzip: gzipSync(json, { level: 9 }).length,
    gzipNumbers: gzipped({ ...numbers, eventFigures }),
    gzipTexts: gzipped({ miners, metrics, sources, notes, counterparty, summary, series, aggregate }),
    gzipSources: gzipped(sources),
    gzipNotes: gzipped(notes),
    gzipSummaries: gzipped(summary),
  };
};

const main = (target: string | undefined): void => {
  try {
    const built = buildRecord();
    if (target !== undefined) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, built.json);
    }
    console.log(`Record ${built.packed.version}, SHA-256 ${built.sha256}`);
    console.table({ ...built.counts, ...sizesOf(built) });
  } catch (error) {
    if (!(error instanceof RecordProblems)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
