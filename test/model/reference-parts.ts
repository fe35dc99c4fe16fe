// The closed forms that the readable loop is made of, written for reading.
export const EHS_PER_DIFFICULTY = 2 ** 32 / 600 / 1e18;
export const DAY = 86_400_000;

export const ERAS = [
  { from: Date.parse("2024-04-20") / DAY, subsidy: 3.125 },
  { from: Date.parse("2020-05-11") / DAY, subsidy: 6.25 },
  { from: Date.parse("2016-07-09") / DAY, subsidy: 12.5 },
];

export const monthsLater = (startDay: number, months: number): number => {
  const date = new Date(startDay * DAY);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return date.getTime() / DAY;
};

export const hashprice = (difficulty: number, reward: number, price: number) =>
  (86_400e15 / (difficulty * 2 ** 32)) * reward * price;

export const target = (hp: number, cost: number, softness: number): number => {
  if (cost <= 0) return 1;
  const z = Math.max(-700, Math.min(700, (hp - cost) / (softness * cost)));
  return 0.05 + 0.95 / (1 + Math.exp(-z));
};

export const ramp = (t: number, from: number, n: number) =>
  n === 0 ? (t < from ? 0 : 1) : Math.max(0, Math.min(1, (t - from) / n));

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** sinh(a) / sinh(b), 0 <= a <= b, without overflow. */
export const sinhRatio = (a: number, b: number) => (Math.exp(a - b) * Math.expm1(-2 * a)) / Math.expm1(-2 * b);
