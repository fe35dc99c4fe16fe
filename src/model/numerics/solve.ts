// Brent's method: the root of a function between two ends of opposite sign, never slower than bisection.

export type Root =
  | { readonly kind: "root"; readonly x: number }
  /** Both ends have the same sign: their values, so that a message can show them. */
  | { readonly kind: "not-bracketed"; readonly atLow: number; readonly atHigh: number }
  | { readonly kind: "not-converged"; readonly x: number };

const ITERATIONS = 200;
const X_TOLERANCE = 1e-12;

/**
 * R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4. Stops when the bracket is narrower
 * than 1e-12 max(1, |x|). An end that is a root counts.
 */
export const solve = (f: (x: number) => number, low: number, high: number): Root => {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return { kind: "root", x: a };
  if (fb === 0) return { kind: "root", x: b };
  if (!(fa > 0 ? fb < 0 : fa < 0 && fb > 0)) return { kind: "not-bracketed", atLow: fa, atHigh: fb };
  let c = a;
  let fc = fa;
  let step = b - a;
  let stepBefore = step;
  for (let n = 0; n < ITERATIONS; n++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      stepBefore = step = b - a;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = (X_TOLERANCE * Math.max(1, Math.abs(b))) / 2;
    const half = (c - b) / 2;
    if (fb === 0 || Math.abs(half) <= tolerance) return { kind: "root", x: b };
    if (Math.abs(stepBefore) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const guess = interpolate(a, b, c, fa, fb, fc);
      if (
        Math.abs(guess) < Math.min(1.5 * Math.abs(half) - tolerance / 2, Math.abs(stepBefore) / 2) &&
        guess * half > 0
      ) {
        stepBefore = step;
        step = guess;
      } else {
        stepBefore = step = half;
      }
    } else {
      stepBefore = step = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > tolerance ? step : half > 0 ? tolerance : -tolerance;
    fb = f(b);
  }
  return { kind: "not-converged", x: b };
};

/** Step from b by inverse quadratic interpolation, or by the secant while only two points are distinct. */
const interpolate = (a: number, b: number, c: number, fa: number, fb: number, fc: number): number => {
  const s = fb / fa;
  if (a === c) return ((b - c) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1));
};
