// Sums that do not depend on the order in which their parts come.

/** Added in order of size, so that the order of a list of miners cannot change the last digit. */
export const sumOf = (amounts: readonly number[]): number =>
  [...amounts].sort((a, b) => a - b).reduce((sum, amount) => sum + amount, 0);
