// Several files written as one: all of them, or as they were.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";
import type { FileTexts } from "../record-files";

/** `rename` is a parameter so that a disk that fails in the middle can be tried. */
export const writeAll = (
  folder: string,
  before: FileTexts,
  after: FileTexts,
  rename: (from: string, to: string) => void = renameSync,
): void => {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  const partOf = (name: string): string => join(folder, `${name}.part`);
  const done: string[] = [];
  try {
    for (const name of names) writeFileSync(partOf(name), after[name] ?? "");
    for (const name of names) {
      rename(partOf(name), join(folder, name));
      done.push(name);
    }
  } catch (error) {
    for (const name of done) writeFileSync(join(folder, name), before[name] ?? "");
    for (const name of names) rmSync(partOf(name), { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`The record could not be written (${why}). All files are as they were.`, true);
  }
};
