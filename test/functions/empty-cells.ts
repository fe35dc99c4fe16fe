// Empty cells as builds and platforms of Excel hand them over (office-js issues 5262, 4702, 1951): three ways, for single
// cells and inside ranges. A skipped argument is null everywhere.
export const EMPTY_AS = [0, "", null] as const;
export type EmptyAs = (typeof EMPTY_AS)[number];

/** Cells of a range as they arrive: null stands for an empty one. */
export const arriving = (rows: readonly (readonly unknown[])[], emptyAs: EmptyAs): unknown[][] =>
  rows.map((row) => row.map((cell) => (cell === null ? emptyAs : cell)));
