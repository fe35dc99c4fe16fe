// From numbers and days to pixels, with the ticks that a reader expects.
import { dayOf, dayOfSerial, isoOf, serialOf } from "../../common/days";

export type Scale = (value: number) => number;

export const linear =
  (from: readonly [number, number], to: readonly [number, number]): Scale =>
  (value) =>
    to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0]);

/** Round steps of 1, 2, 2.5 or 5 times a power of ten that reach from `lowest` or below to `highest` or above. */
export const ticksBetween = (lowest: number, highest: number, count: number): number[] => {
  if (!(highest > lowest)) return lowest > 0 ? [0, lowest] : [lowest, lowest + 1];
  const rough = (highest - lowest) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
};

export const ticksUpTo = (highest: number, count: number): number[] => ticksBetween(0, Math.max(0, highest), count);

/** How many decimals tell neighbouring ticks apart. */
export const decimalsOf = (ticks: readonly number[]): number => {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return [0, 1, 2, 3, 4, 5].find((decimals) => Math.abs(step - +step.toFixed(decimals)) < step * 1e-6) ?? 6;
};

export const numberText = (value: number, decimals: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Excel's serial of a day. */
const serial = (year: number, month = 1, day = 1): number => serialOf(dayOf(year, month, day));

export const isoOfSerial = (serial: number): string => isoOf(dayOfSerial(serial));

/** The years that the days touch, each with its part of them. */
export const yearsBetween = (first: number, last: number): { year: number; from: number; to: number }[] => {
  const yearOf = (day: number): number => Number(isoOfSerial(day).slice(0, 4));
  const years = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    years.push({ year, from: Math.max(first, serial(year)), to: Math.min(last, serial(year + 1)) });
  }
  return years;
};

/** First days of months between the two, every one or every second, third or sixth, so that there are at most `most`. */
export const monthStarts = (first: number, last: number, most: number): number[] => {
  const [year = 0, month = 1] = isoOfSerial(first).split("-").map(Number);
  const starts: { start: number; index: number }[] = [];
  for (let index = year * 12 + month - 1; ; index++) {
    const start = serial(Math.floor(index / 12), (index % 12) + 1);
    if (start > last) break;
    if (start >= first) starts.push({ start, index });
  }
  const step = [1, 2, 3, 6].find((each) => starts.filter(({ index }) => index % each === 0).length <= most) ?? 12;
  return starts.filter(({ index }) => index % step === 0).map(({ start }) => start);
};
