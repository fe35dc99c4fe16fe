// A unified diff of two texts that share nearly all their lines.

const CONTEXT = 3;

interface Edit {
  readonly kind: " " | "+" | "-";
  readonly text: string;
  /** Line numbers before this edit, from 0. */
  readonly before: number;
  readonly after: number;
}

/** How far ahead the same line is looked for: one run adds few lines at a place. */
const AHEAD = 400;

const nextSame = (lines: readonly string[], from: number, text: string | undefined): number => {
  for (let at = from; at < Math.min(lines.length, from + AHEAD); at++) if (lines[at] === text) return at;
  return -1;
};

const editsOf = (before: readonly string[], after: readonly string[]): Edit[] => {
  const edits: Edit[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [left, right] = [before[a], after[b]];
    if (left !== undefined && left === right) edits.push({ kind: " ", text: left, before: a++, after: b++ });
    else if (right !== undefined && (left === undefined || nextSame(after, b, left) >= 0)) {
      edits.push({ kind: "+", text: right, before: a, after: b++ });
    } else edits.push({ kind: "-", text: left ?? "", before: a++, after: b });
  }
  return edits;
};

export const unifiedDiff = (name: string, before: string, after: string): string => {
  if (before === after) return "";
  const edits = editsOf(before.trimEnd().split("\n"), after.trimEnd().split("\n"));
  const changes = edits.flatMap(({ kind }, at) => (kind === " " ? [] : [at]));
  const hunks: [number, number][] = [];
  for (const at of changes) {
    const last = hunks.at(-1);
    if (last && at - last[1] <= 2 * CONTEXT) last[1] = at;
    else hunks.push([at, at]);
  }
  const body = hunks.map(([first, last]) => {
    const part = edits.slice(Math.max(0, first - CONTEXT), last + CONTEXT + 1);
    const length = (kind: "+" | "-"): number => part.filter((edit) => edit.kind === " " || edit.kind === kind).length;
    const [start] = part;
    const head = `@@ -${(start?.before ?? 0) + 1},${length("-")} +${(start?.after ?? 0) + 1},${length("+")} @@`;
    return [head, ...part.map(({ kind, text }) => kind + text)].join("\n");
  });
  return [`--- a/${name}`, `+++ b/${name}`, ...body].join("\n");
};
