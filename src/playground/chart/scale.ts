// From numbers and days to pixels, with the ticks that a reader expects.
export type Scale = (value: number) => number;

export const linear =
  (from: readonly [number, number], to: readonly [number, number]): Scale =>
  (value) =>
    to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0]);

/** Round steps of 1, 2, 2.5 or 5 times a power of ten from 0 to at least `highest`, about `count` of them. */
export const ticksUpTo = (highest: number, count: number): number[] => {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, index) => index * step);
};

const UNIX_EPOCH_SERIAL = 25_569;
const MS_PER_DAY = 86_400_000;

/** Excel's serial of a day. */
export const serial = (year: number, month = 1, day = 1): number =>
  Date.UTC(year, month - 1, day) / MS_PER_DAY + UNIX_EPOCH_SERIAL;

export const serialOfIso = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY + UNIX_EPOCH_SERIAL;

export const isoOfSerial = (day: number): string =>
  new Date((Math.floor(day) - UNIX_EPOCH_SERIAL) * MS_PER_DAY).toISOString().slice(0, 10);

/** The years that the days touch, each with its part of them. */
export const yearsBetween = (first: number, last: number): { year: number; from: number; to: number }[] => {
  const yearOf = (day: number): number => Number(isoOfSerial(day).slice(0, 4));
  const years = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    years.push({ year, from: Math.max(first, serial(year)), to: Math.min(last, serial(year + 1)) });
  }
  return years;
};
