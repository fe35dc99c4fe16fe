// Piecewise quintics through values, slopes and curvatures: a smooth function tabulated to the last digits.

/** Value, first and second derivative at a node. */
export type Jet = readonly [value: number, slope: number, curvature: number];

export const QUINTIC = 6;

/**
 * Writes the six coefficients, constant first, of the polynomial on 0..1 between two nodes that are `width` apart.
 * Hermite interpolation: the error falls with the sixth power of the width.
 */
export const writeQuintic = (from: Jet, to: Jet, width: number, table: Float64Array, at: number): void => {
  const slope = from[1] * width;
  const bend = (from[2] * width * width) / 2;
  const rise = to[0] - from[0] - slope - bend;
  const slopeGain = to[1] * width - slope - 2 * bend;
  const bendGain = (to[2] * width * width) / 2 - bend;
  table[at] = from[0];
  table[at + 1] = slope;
  table[at + 2] = bend;
  table[at + 3] = 10 * rise - 4 * slopeGain + bendGain;
  table[at + 4] = -15 * rise + 7 * slopeGain - 2 * bendGain;
  table[at + 5] = 6 * rise - 3 * slopeGain + bendGain;
};
