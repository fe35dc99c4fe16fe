// The generator and the normal quantile.
import { expect, it } from "vitest";
import { drawNormals, keysOf, normalsOfUniforms, philox, uniform } from "../../src/model/numerics/random";

const normalQuantile = (p: number): number => {
  const value = Float64Array.of(p);
  normalsOfUniforms(value, 1);
  return value[0] ?? NaN;
};

const hex = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0"));

it("is Philox4x32-10: counter 0, key 0 gives the published words", () => {
  // Random123 distribution, kat_vectors: philox4x32 10, all zero.
  const words = new Int32Array(4);
  philox(0, 0, 0, 0, words);
  expect(hex(words)).toEqual(["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"]);
});

it("agrees with big-integer arithmetic on other counters and keys", () => {
  const words = new Int32Array(4);
  for (const [c0, c1, k0, k1] of [
    [1, 0, 0, 0],
    [365, 19_999, 42, 0],
    [0xffffffff, 0xffffffff, 0xffffffff, 0x1fffff],
  ] as const) {
    philox(c0, c1, k0, k1, words);
    expect(hex(words)).toEqual(philoxByBigInt([c0, c1, 0, 0], [k0, k1]));
  }
});

const philoxByBigInt = (counter: readonly number[], key: readonly number[]): string[] => {
  const mask = 0xffffffffn;
  let [w0, w1, w2, w3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = 0xd2511f53n * w0;
    const p1 = 0xcd9e8d57n * w2;
    [w0, w1, w2, w3] = [(p1 >> 32n) ^ w1 ^ k0, p1 & mask, (p0 >> 32n) ^ w3 ^ k1, p0 & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [w0, w1, w2, w3].map((word) => word.toString(16).padStart(8, "0"));
};

it("makes numbers between 0 and 1 whose normals are finite", () => {
  expect(uniform(0, 0)).toBe(2 ** -54);
  expect(normalQuantile(uniform(-1, -1))).toBeCloseTo(8.29, 1);
  expect(normalQuantile(uniform(0, 0))).toBeCloseTo(-8.29, 1);
  expect(uniform(0x80000000 | 0, 0)).toBe(0.5 + 2 ** -54);
});

it("gives the quantiles that AS241 prints, in the centre and in both tails", () => {
  // Wichura 1988, Applied Statistics 37, table of test values.
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 14);
  expect(normalQuantile(0.5)).toBe(0);
});

it("gives standard normals: mean 0, variance 1, a mirror image below the median", () => {
  const first = new Float64Array(20_000);
  const second = new Float64Array(20_000);
  drawNormals({ pair: 0, path: 0, nextPair: 0, nextPath: 1 }, [7, 0], first, second, 20_000);
  const all = [...first, ...second];
  const mean = all.reduce((a, b) => a + b) / all.length;
  const variance = all.reduce((a, b) => a + (b - mean) ** 2, 0) / all.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(all.length));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / all.length));
  const products = first.reduce((sum, z, path) => sum + z * (second[path] ?? NaN), 0) / first.length;
  expect(Math.abs(products)).toBeLessThan(4 / Math.sqrt(first.length));
  for (const p of [1e-9, 0.01, 0.07, 0.3]) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
});

it("spreads a seed beyond 32 bits over both key words", () => {
  expect(keysOf(5 + 3 * 2 ** 32)).toEqual([5, 3]);
});

it("draws the same normals along a path as across paths", () => {
  const along = [new Float64Array(8), new Float64Array(8)] as const;
  const across = [new Float64Array(8), new Float64Array(8)] as const;
  drawNormals({ pair: 0, path: 5, nextPair: 1, nextPath: 0 }, [9, 1], ...along, 8);
  drawNormals({ pair: 3, path: 0, nextPair: 0, nextPath: 1 }, [9, 1], ...across, 8);
  expect(along.map((normals) => normals[3])).toEqual(across.map((normals) => normals[5]));
});
