// Texts as people type them: one spelling for comparison, and the nearest known ones when none fits.

/** Letters and digits only, lower case, accents dropped: "Hut-8 Corp." and "hut 8 corp" are one. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** Edits (insert, drop, replace, swap neighbours) that turn one text into the other. */
export const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? from.length;
};

/** No name is longer; comparing whole pages letter by letter would take seconds. */
const LONGEST = 60;

/** The `count` candidates that look most like the text, nearest first; ties keep the order given. */
export const nearest = (text: string, candidates: readonly string[], count = 3): string[] => {
  const wanted = plain(text).slice(0, LONGEST);
  return candidates
    .map((candidate) => ({ candidate, edits: editDistance(wanted, plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, count)
    .map(({ candidate }) => candidate);
};
