// What an opened file has and the browser workbook has not, in sentences.
import { counted, listed } from "../../common/words";
import type { ContentTypes } from "./package";

/** Parts of a file by their kind or their usual name; those without a plural are one thing however many parts they have. */
const BY_PART: readonly (readonly [type: RegExp, part: RegExp, word: string, "many"?])[] = [
  [/vbaProject$/, /vbaProject\.bin$/i, "macros"],
  [/drawingml\.chart\+xml$|chartex\+xml$/, /^xl\/charts\/chart(?:Ex)?\d+\.xml$/i, "chart", "many"],
  [/pivotTable\+xml$/, /^xl\/pivotTables\/[^/]+\.xml$/i, "pivot table", "many"],
  [/^image\//, /^xl\/media\//i, "picture", "many"],
  [/(?:comments|threadedcomments)\+xml$/, /^xl\/(?:comments\d*|comments\/.*|threadedComments\/.*)\.xml$/i, "comments"],
  [/externalLink\+xml$/, /^xl\/externalLinks\/[^/]+\.xml$/i, "link to another file", "many"],
  [/(?:slicer|timeline)\+xml$/, /^xl\/(?:slicers|timelines)\//i, "slicers"],
  [/(?:connections|queryTable)\+xml$/, /^xl\/(?:connections\.xml|queryTables\/)/i, "data connections"],
  [/model\+data$/, /^xl\/model\//i, "the data model"],
];

const PLURALS: Readonly<Record<string, string>> = {
  "rule for input": "rules for input",
  "link to another file": "links to other files",
  "sheet protection": "sheet protections",
  "name that refers to nothing here": "names that refer to nothing here",
  "text with mixed formatting (its words are kept)": "texts with mixed formatting (their words are kept)",
  "text that cells refer to but the file lacks (shown as #VALUE!)":
    "texts that cells refer to but the file lacks (shown as #VALUE!)",
  "merged area that overlaps another": "merged areas that overlap others",
  "merged area over more than 100,000 cells": "merged areas over more than 100,000 cells each",
  "merged area beyond the number supported here": "merged areas beyond the number supported here",
};

/** One sentence of what is not shown here, "" for nothing. */
export const leftOutSentence = (
  parts: readonly string[],
  types: ContentTypes,
  inSheets: ReadonlyMap<string, number>,
): string => {
  const words = BY_PART.flatMap(([type, name, word, many]) => {
    const count = parts.filter((part) => name.test(part) || type.test(types.get(part.toLowerCase()) ?? "")).length;
    if (count === 0) return [];
    return [many ? counted(count, word, PLURALS[word]) : word];
  });
  for (const [word, count] of inSheets) {
    if (count > 0) words.push(word.startsWith("the ") ? word : counted(count, word, PLURALS[word]));
  }
  return words.length === 0 ? "" : `Left out, since this workbook does not support it: ${listed(words)}.`;
};

export interface KeptValue {
  /** "By month!B4". */
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
  const keep = kept.length === 1 ? "keeps only the value it" : "keep only the values they";
  return `${counted(kept.length, "formula")} ${keep} had in the file, since this workbook cannot calculate what they contain: ${reasons.join(", ")}${more}.`;
};
