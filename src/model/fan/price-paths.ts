// Chance in the outside price of a fan: the walk of each path, the same for a seed whatever else is asked.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- arrays by day */
import type { Days } from "../scenario/days";
import { exp } from "../numerics/exact";
import { type ScenarioInputs, YEAR_DAYS } from "../scenario/inputs";
import { drawNormals, keysOf } from "../numerics/random";

export interface Chance {
  readonly keys: readonly [number, number];
  /** Standard deviation of a day's log return. */
  readonly daily: number;
  /** Outside price by day without the walk: the fan's median path. */
  readonly medianUsd: Float64Array;
}

export const chanceOf = (inputs: ScenarioInputs, days: Days, seed: number): Chance => {
  const { volatility, fanCentre } = inputs;
  const lowered = fanCentre === "mean" ? -(volatility * volatility) / (2 * YEAR_DAYS) : 0;
  return {
    keys: keysOf(seed),
    daily: volatility / Math.sqrt(YEAR_DAYS),
    medianUsd: lowered === 0 ? days.outsideUsd : days.outsideUsd.map((price, day) => price * exp(lowered * day)),
  };
};

/** Writes the outside price of one path. */
export const fillOutside = ({ keys, daily, medianUsd }: Chance, path: number, outsideUsd: Float64Array): void => {
  const pairs = medianUsd.length >> 1;
  const odd = new Float64Array(pairs);
  const even = new Float64Array(pairs);
  drawNormals({ pair: 0, path, nextPair: 1, nextPath: 0 }, keys, odd, even, pairs);
  let walk = 0;
  outsideUsd[0] = medianUsd[0]!;
  for (let day = 1; day < medianUsd.length; day++) {
    walk += (day & 1) === 1 ? odd[day >> 1]! : even[(day >> 1) - 1]!;
    outsideUsd[day] = medianUsd[day]! * exp(daily * walk);
  }
};
