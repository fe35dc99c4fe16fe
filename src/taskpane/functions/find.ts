// Finds functions by the words that people type.
import type { WorksheetFunction } from "../../functions";

const textOf = (entry: WorksheetFunction): string =>
  [
    entry.summary,
    entry.details,
    entry.group,
    entry.result,
    ...entry.parameters.flatMap(({ name, description, values }) => [name, description, ...(values ?? [])]),
  ]
    .join(" ")
    .toLowerCase();

const NONE = 4;

/** Words count from their beginning: "over" is in "overhang", not in "power". */
const hasWord = (text: string, word: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${word}`);

/** Smaller is better: a name that starts so, a name that contains it, the sentence, the rest, none. */
const rank = (entry: WorksheetFunction, words: readonly string[]): number => {
  const id = entry.id.toLowerCase();
  const typed = words.join("");
  if (id.startsWith(typed)) return 0;
  if (id.includes(typed)) return 1;
  const summary = entry.summary.toLowerCase();
  if (words.every((word) => id.includes(word) || hasWord(summary, word))) return 2;
  const text = textOf(entry);
  return words.every((word) => id.includes(word) || hasWord(text, word)) ? 3 : NONE;
};

/** Functions that have all the words in their name or their texts, best first; all of them when nothing is typed. */
export const find = (entries: readonly WorksheetFunction[], query: string): readonly WorksheetFunction[] => {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter((found) => found.rank < NONE)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
};
