// Percentiles of type 7 (R's and Excel's PERCENTILE.INC) by selection: a full sort would cost three times as much.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices stay between the two ends of the array */

/** Puts the value of rank k where a sort would put it, smaller ones left of it, larger ones right (Hoare's FIND). */
const select = (values: Float64Array, rank: number, from: number, to: number): void => {
  let low = from;
  let high = to;
  while (high > low) {
    const middle = (low + high) >>> 1;
    const a = values[low]!;
    const b = values[middle]!;
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
    else return;
  }
};

const smallest = (values: Float64Array, from: number, to: number): number => {
  let least = values[from]!;
  for (let i = from + 1; i <= to; i++) if (values[i]! < least) least = values[i]!;
  return least;
};

/**
 * The asked percentiles (shares 0..1, rising) of the values, which are reordered in place. Rank h = (n - 1) p, linear
 * between its neighbours: Hyndman & Fan 1996, type 7.
 */
export const percentiles = (values: Float64Array, shares: readonly number[]): number[] => {
  const last = values.length - 1;
  let settled = 0;
  return shares.map((share) => {
    const rank = last * share;
    const below = Math.min(last, Math.floor(rank));
    select(values, below, Math.min(settled, below), last);
    settled = below;
    const low = values[below]!;
    const part = rank - below;
    return part > 0 ? low + part * (smallest(values, below + 1, last) - low) : low;
  });
};
