// Exponential and logarithm made of + - * / alone: Math.exp and Math.log differ in their last bits between engines.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- tables of fixed size, indices bounded above */

const LN2 = 0.6931471805599453;
/** ln 2 in two parts; the first has 33 bits, so that its product with an integer of 20 bits is exact. */
const LN2_HIGH = 0.693147180369123816;
const LN2_LOW = 1.90821492927058770002e-10;
const STEPS = 64;
const SMALLEST_EXPONENT = -1075;

/** 2^k for k from -1075 to 1023. */
const POWERS = ((): Float64Array => {
  const powers = new Float64Array(1024 - SMALLEST_EXPONENT);
  for (let k = 0, power = 1; k < 1024; k++, power *= 2) powers[k - SMALLEST_EXPONENT] = power;
  for (let k = 0, power = 1; k >= SMALLEST_EXPONENT; k--, power /= 2) powers[k - SMALLEST_EXPONENT] = power;
  return powers;
})();

/** 2^(j/64) by Taylor's series. */
const ROOTS = Float64Array.from({ length: STEPS }, (_, j) => {
  const x = (j * LN2) / STEPS;
  let sum = 1;
  for (let n = 22; n > 0; n--) sum = 1 + (x * sum) / n;
  return sum;
});

/** e^x, within 2 units in the last place. Infinity above 709.4, 0 below -744. */
export const exp = (x: number): number => {
  if (!(x < 709.4)) return x >= 709.4 ? Infinity : NaN;
  if (x < -744) return 0;
  const n = ((x * (STEPS / LN2) + 131_072.5) | 0) - 131_072;
  const r = x - n * (LN2_HIGH / STEPS) - n * (LN2_LOW / STEPS);
  const root = ROOTS[n & (STEPS - 1)]!;
  const rest = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return (root + root * rest) * POWERS[(n >> 6) - SMALLEST_EXPONENT]!;
};

const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);
asDouble[0] = 1;
const HIGH_WORD = asWords[1] === 0 ? 0 : 1;

/** Natural logarithm of a positive number, within 2 units in the last place. -Infinity at 0, NaN below. */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const scale = x < 2.3e-308 ? 54 : 0;
  asDouble[0] = scale > 0 ? x * 2 ** 54 : x;
  const high = asWords[HIGH_WORD]!;
  let k = (high >>> 20) - 1023 - scale;
  asWords[HIGH_WORD] = (high & 0xfffff) | 0x3ff00000;
  let mantissa = asDouble[0];
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    k++;
  }
  // log m = 2 artanh((m - 1) / (m + 1)), |s| <= 0.172, so that twelve terms are enough.
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  let series = 1 / 25;
  for (let n = 23; n > 1; n -= 2) series = 1 / n + z * series;
  return k * LN2_HIGH + (2 * s + (2 * s * z * series + k * LN2_LOW));
};

/** (1 - e^-x) / x, 1 at 0: the mean of e^-y over 0..x, without the cancellation of the quotient near 0. */
export const meanDecay = (x: number): number => {
  if (Math.abs(x) > 0.5) return (1 - exp(-x)) / x;
  let sum = 1;
  for (let n = 16; n > 1; n--) sum = 1 - (x * sum) / n;
  return sum;
};

/** 1 - e^-x. */
export const oneMinusExp = (x: number): number => (Math.abs(x) > 0.5 ? 1 - exp(-x) : x * meanDecay(x));
