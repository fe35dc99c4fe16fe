// The numbers of the record in README.md: between two marks, written by every build and never by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MinerRecord } from "../../data/record";
import { sentencesOf } from "./shares";

const README = join(import.meta.dirname, "../../../README.md");
const MARKED = /(<!-- record: written by the build -->\n)[\s\S]*?(\n<!-- end -->)/;
const LINE = 120;

/** As prettier breaks a paragraph. */
const wrapped = (text: string): string =>
  text
    .split(" ")
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length + 1 > LINE) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
      return lines;
    }, [])
    .join("\n");

export const withNumbersOf = (record: MinerRecord, readme: string): string => {
  if (!MARKED.test(readme)) throw new Error("README.md has no marks for the numbers of the record: put them back.");
  return readme.replace(MARKED, (_, start: string, end: string) => `${start}\n${wrapped(sentencesOf(record))}\n${end}`);
};

/** Whether anything was to be changed. */
export const writeReadme = (record: MinerRecord): boolean => {
  const before = readFileSync(README, "utf8");
  const after = withNumbersOf(record, before);
  if (after !== before) writeFileSync(README, after);
  return after !== before;
};
