// Percentiles of type 7 (R's and Excel's PERCENTILE.INC) by selection: a full sort would cost three times as much.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices stay between the two ends of the array */

/**
 * Puts the values of the asked ranks, rising, where a sort would put them: Hoare's FIND on the middle rank, then on
 * each side for the ranks of that side.
 */
const select = (
  values: Float64Array,
  ranks: readonly number[],
  first: number,
  end: number,
  from: number,
  to: number,
): void => {
  if (first >= end || from >= to) return;
  const middle = (first + end) >> 1;
  const rank = ranks[middle]!;
  let low = from;
  let high = to;
  while (high > low) {
    const a = values[low]!;
    const b = values[(low + high) >>> 1]!;
    const c = values[high]!;
    const pivot = a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const held = values[i]!;
        values[i++] = values[j]!;
        values[j--] = held;
      }
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  select(values, ranks, first, middle, from, rank - 1);
  select(values, ranks, middle + 1, end, rank + 1, to);
};

const smallest = (values: Float64Array, from: number, to: number): number => {
  let least = values[from]!;
  for (let i = from + 1; i <= to; i++) if (values[i]! < least) least = values[i]!;
  return least;
};

/**
 * The asked percentiles (shares 0..1) of the values, which are reordered in place. Rank h = (n - 1) p, linear
 * between its neighbours: Hyndman & Fan 1996, type 7.
 */
export const percentiles = (values: Float64Array, shares: readonly number[]): number[] => {
  const last = values.length - 1;
  const ranks = shares.map((share) => Math.min(last, Math.floor(last * share)));
  const rising = [...ranks].sort((a, b) => a - b);
  select(values, rising, 0, rising.length, 0, last);
  return shares.map((share, i) => {
    const below = ranks[i]!;
    const low = values[below]!;
    const part = last * share - below;
    // A rank on a value gives that value; + 0 keeps a negative zero from the cells.
    return part > 0
      ? low + part * (smallest(values, below + 1, rising.find((rank) => rank > below) ?? last) - low)
      : low + 0;
  });
};
