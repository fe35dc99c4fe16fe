// The record's files as texts and tables, read anew; a record that does not hold is not worked on.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../data/read-table";
import type { Problem } from "../data/row-reader";
import { TABLE_NAMES, validateRecord, type TextTables } from "../data/validate";
import { Failure, WrongUse } from "./failure";
import { Known } from "./known";

/** Text by file name, with record.json and CHANGES.md. */
export type FileTexts = Readonly<Record<string, string>>;

export const readFiles = (folder: string): FileTexts => {
  if (!existsSync(join(folder, "record.json"))) {
    throw new WrongUse(`${folder} is no folder of a record: it has no record.json.`);
  }
  const names = [...TABLE_NAMES.map((name) => `${name}.csv`), "record.json", "CHANGES.md"];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
};

export const versionIn = (files: FileTexts): string => {
  const { version } = JSON.parse(files["record.json"] ?? "{}") as { version?: unknown };
  return typeof version === "string" ? version : "";
};

/** The record of these texts, or every problem they have. */
export const recordOf = (files: FileTexts): Known => {
  const problems: Problem[] = [];
  const texts = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, readTable(`${name}.csv`, (files[`${name}.csv`] ?? "").trimEnd(), problems)]),
  ) as TextTables;
  const validated = validateRecord(texts, versionIn(files));
  problems.push(...validated.problems);
  if (problems.length === 0) return new Known(texts, validated.tables);
  const lines = problems.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
  throw new Failure(
    `The record would have ${problems.length} problem(s), so nothing was written:\n${lines.join("\n")}`,
    true,
  );
};
