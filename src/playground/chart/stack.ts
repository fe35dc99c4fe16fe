// Bands on top of each other, and labels that keep clear of each other.
export interface Band {
  readonly name: string;
  /** undefined where nothing was reported. */
  readonly values: readonly (number | undefined)[];
  /** The part of each value that is carried forward from an old report. */
  readonly old: readonly number[];
}

export interface Layer {
  readonly name: string;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Where the old part begins; it lies at the top of the band. */
  readonly oldFrom: readonly number[];
}

export const stack = (bands: readonly Band[], count: number): Layer[] => {
  let base: readonly number[] = Array<number>(count).fill(0);
  return bands.map(({ name, values, old }) => {
    const lower = base;
    const upper = lower.map((from, index) => from + Math.max(0, values[index] ?? 0));
    const oldFrom = upper.map((to, index) => Math.max(lower[index] ?? 0, to - Math.max(0, old[index] ?? 0)));
    base = upper;
    return { name, lower, upper, oldFrom };
  });
};

/** The same order, each at least `gap` from the next, moved as little as a sweep down and one up can do. */
export const spread = (wanted: readonly number[], gap: number, lowest: number, highest: number): number[] => {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let next = lowest;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, next);
    next = (placed[index] ?? 0) + gap;
  }
  next = highest;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, next);
    next = (placed[index] ?? 0) - gap;
  }
  return placed;
};
