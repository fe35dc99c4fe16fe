// What an opened file has and the browser workbook has not, in sentences.
import { counted } from "../../common/words";

/** Parts of a file by the word for them; those without a plural are one thing however many parts they have. */
const BY_PART: readonly (readonly [RegExp, string, "many"?])[] = [
  [/^xl\/vbaProject\.bin$/, "macros"],
  [/^xl\/charts\/chart(?:Ex)?\d+\.xml$/i, "chart", "many"],
  [/^xl\/chartsheets\/[^/]+\.xml$/, "chart sheet", "many"],
  [/^xl\/pivotTables\/[^/]+\.xml$/, "pivot table", "many"],
  [/^xl\/media\//, "picture", "many"],
  [/^xl\/(?:comments\d*|comments\/.*|threadedComments\/.*)\.xml$/, "comments"],
  [/^xl\/externalLinks\/[^/]+\.xml$/, "link to another file", "many"],
  [/^xl\/(?:slicers|timelines)\//, "slicers"],
  [/^xl\/(?:connections\.xml|queryTables\/)/, "data connections"],
  [/^xl\/model\//, "the data model"],
];

const PLURALS: Readonly<Record<string, string>> = {
  "rule for input": "rules for input",
  "link to another file": "links to other files",
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

/** One sentence of what is not shown here, "" for nothing. */
export const leftOutSentence = (parts: readonly string[], inSheets: ReadonlyMap<string, number>): string => {
  const words = BY_PART.flatMap(([pattern, word, many]) => {
    const count = parts.filter((name) => pattern.test(name)).length;
    if (count === 0) return [];
    return [many ? counted(count, word, PLURALS[word]) : word];
  });
  for (const [word, count] of inSheets) {
    words.push(word.startsWith("the ") ? word : counted(count, word, PLURALS[word]));
  }
  return words.length === 0 ? "" : `Left out, since this workbook has no place for it: ${listed(words)}.`;
};

export interface KeptValue {
  readonly cell: string;
  readonly why: string;
}

const MOST_NAMED = 5;

/** One sentence of the formulas that stay as the values which they had, "" for none. */
export const keptSentence = (kept: readonly KeptValue[]): string => {
  if (kept.length === 0) return "";
  const first = new Map<string, string>();
  for (const { cell, why } of kept) if (!first.has(why)) first.set(why, cell);
  const reasons = [...first].slice(0, MOST_NAMED).map(([why, cell]) => `${why} (${cell})`);
  const more = first.size > MOST_NAMED ? " and others" : "";
  const keep = kept.length === 1 ? "keeps only the value that it" : "keep only the values that they";
  return `${counted(kept.length, "formula")} ${keep} had in the file, since this workbook cannot calculate what stands in them: ${reasons.join(", ")}${more}.`;
};
