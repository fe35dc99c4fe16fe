// The seeded generator: Philox4x32-10 counts, AS241 turns its numbers into normals. The same in every engine.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- arrays whose length the caller gives */
import { log } from "./exact";

/** Upper 32 bits of a product of two unsigned 32-bit integers; `high` and `low` are the halves of the constant one. */
const upperProduct = (high: number, low: number, b: number): number => {
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const carried = (Math.imul(bLow, high) + (Math.imul(bLow, low) >>> 16)) | 0;
  const crossed = (Math.imul(bHigh, low) + (carried & 0xffff)) | 0;
  return (Math.imul(bHigh, high) + (carried >>> 16) + (crossed >>> 16)) | 0;
};

/**
 * One block of four 32-bit words of Philox4x32-10 for the counter (c0, c1, 0, 0).
 * Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
 */
export const philox = (c0: number, c1: number, key0: number, key1: number, words: Int32Array): void => {
  let w0 = c0 | 0;
  let w1 = c1 | 0;
  let w2 = 0;
  let w3 = 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = upperProduct(0xd251, 0x1f53, w0);
    const low0 = Math.imul(0xd2511f53, w0);
    const high1 = upperProduct(0xcd9e, 0x8d57, w2);
    const low1 = Math.imul(0xcd9e8d57, w2);
    w0 = high1 ^ w1 ^ k0;
    w1 = low1;
    w2 = high0 ^ w3 ^ k1;
    w3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  words[0] = w0;
  words[1] = w1;
  words[2] = w2;
  words[3] = w3;
};

/** A number strictly between 0 and 1 of two words, in steps of 2^-53. */
export const uniform = (high: number, low: number): number =>
  ((high >>> 5) * 0x4000000 + (low >>> 6) + 0.5) / 0x20000000000000;

/**
 * Standard normal of a probability, about 1 part in 1e16: routine PPND16 of Wichura's algorithm AS241,
 * Applied Statistics 37 (1988), 477-484. Works in place: a function that returned its number would have to box it.
 */
export const normalsOfUniforms = (values: Float64Array, count: number): void => {
  for (let i = 0; i < count; i++) {
    const q = values[i]! - 0.5;
    if (q > 0.425 || q < -0.425) {
      writeTail(values, i, q);
      continue;
    }
    const r = 0.180625 - q * q;
    values[i] =
      (q *
        (((((((2.509080928730122e3 * r + 3.3430575583588128e4) * r + 6.72657709270087e4) * r + 4.5921953931549871e4) *
          r +
          1.3731693765509461e4) *
          r +
          1.9715909503065514e3) *
          r +
          1.3314166789178438e2) *
          r +
          3.3871328727963666)) /
      (((((((5.226495278852854e3 * r + 2.8729085735721943e4) * r + 3.930789580009271e4) * r + 2.1213794301586595e4) *
        r +
        5.394196021424751e3) *
        r +
        6.871870074920579e2) *
        r +
        4.2313330701600911e1) *
        r +
        1);
  }
};

const CENTRE = [
  1.4234371107496836, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  2.4178072517745061e-1, 2.2723844989269184e-2, 7.7454501427834139e-4,
] as const;
const CENTRE_UNDER = [
  1, 2.053191626637759, 1.6763848301838038, 6.8976733498510001e-1, 1.4810397642748008e-1, 1.5198666563616457e-2,
  5.4759380849953455e-4, 1.0507500716444169e-9,
] as const;
const FAR = [
  6.657904643501104, 5.463784911164114, 1.7848265399172913, 2.965605718285049e-1, 2.6532189526576124e-2,
  1.2426609473880784e-3, 2.7115555687434876e-5, 2.0103343992922882e-7,
] as const;
const FAR_UNDER = [
  1, 5.9983220655588793e-1, 1.3692988092273581e-1, 1.4875361290850615e-2, 7.8686913114561325e-4, 1.8463183175100548e-5,
  1.4215117583164459e-7, 2.0442631033899398e-15,
] as const;

type Octet = readonly [number, number, number, number, number, number, number, number];
const polynomial = (c: Octet, r: number): number =>
  ((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0];

const writeTail = (values: Float64Array, i: number, q: number): void => {
  // the last of the uniforms rounds to 1
  const r = Math.sqrt(-log(q < 0 ? values[i]! : Math.max(1 - values[i]!, 2 ** -54)));
  const size =
    r <= 5
      ? polynomial(CENTRE, r - 1.6) / polynomial(CENTRE_UNDER, r - 1.6)
      : polynomial(FAR, r - 5) / polynomial(FAR_UNDER, r - 5);
  values[i] = q < 0 ? -size : size;
};

const words = new Int32Array(4);

/** Where the counters of a run of normals begin, and by how much each next one differs. */
export interface Counters {
  readonly pair: number;
  readonly path: number;
  readonly nextPair: 0 | 1;
  readonly nextPath: 0 | 1;
}

/** Standard normals of days 2b + 1 (to `odd`) and 2b + 2 (to `even`), b being the pair, for a run of counters. */
export const drawNormals = (
  { pair, path, nextPair, nextPath }: Counters,
  [key0, key1]: readonly [number, number],
  odd: Float64Array,
  even: Float64Array,
  count: number,
): void => {
  for (let i = 0; i < count; i++) {
    philox(pair + i * nextPair, path + i * nextPath, key0, key1, words);
    odd[i] = uniform(words[0]!, words[1]!);
    even[i] = uniform(words[2]!, words[3]!);
  }
  normalsOfUniforms(odd, count);
  normalsOfUniforms(even, count);
};

/** The two key words of a seed, an integer 0 .. 2^53 - 1. */
export const keysOf = (seed: number): readonly [number, number] => [seed % 0x100000000, Math.floor(seed / 0x100000000)];
