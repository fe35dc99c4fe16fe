// What each day of a scenario brings whatever the price does: computed once, shared by all paths of a fan.
import { BLOCKS_PER_DAY } from "../../common/chain";
import { subsidyOnDay } from "../chain/chain";
import { exp, log } from "../numerics/exact";
import { scheduleSold } from "../impact/impact";
import { type ScenarioInputs, YEAR_DAYS } from "./inputs";
import { rowDays } from "./rows";

/** Arrays by day, 0 .. last. */
export interface Days {
  readonly last: number;
  /** Day of each month's row, counted from the start. */
  readonly rows: readonly number[];
  /** Price without excess sales and without chance. */
  readonly outsideUsd: Float64Array;
  readonly rewardBtc: Float64Array;
  /** Factor on all power costs. */
  readonly costFactor: Float64Array;
  /** Factor on the capacity of the rest of the network. */
  readonly growth: Float64Array;
  /** Share of the AI conversion that has left mining. */
  readonly converted: Float64Array;
  /** Share of the contracted megawatts that would be live if all were paid. */
  readonly built: Float64Array;
  /** Share of the miners' own part of the capex that falls due. */
  readonly capexDue: Float64Array;
  /** Share of it that has fallen due by the day's end. */
  readonly capexSpent: Float64Array;
  /** Share of the planned treasury sale. */
  readonly planned: Float64Array;
}

/** 0 before day `from`, 1 after `days` more, straight between; a step where there are none. */
export const ramp = (day: number, from: number, days: number): number =>
  days > 0 ? Math.min(1, Math.max(0, (day - from) / days)) : day >= from ? 1 : 0;

/** Share of a payment over `days` days from `from` that falls on a day; all on the first if there are none. */
const instalment = (day: number, from: number, days: number): number =>
  days > 0 ? (day >= from && day < from + days ? 1 / days : 0) : day === from ? 1 : 0;

const plannedOn = (inputs: ScenarioInputs, day: number): number => {
  const { policy, sellStart, sellDays, urgency } = inputs;
  if (policy === "linear") return scheduleSold(day - sellStart, sellDays, 0);
  return policy === "front" ? scheduleSold(day - sellStart, sellDays, urgency) : 0;
};

export const daysOf = (
  inputs: ScenarioInputs,
  rowsOn: readonly number[] = rowDays(inputs.startDay, inputs.months),
): Days => {
  const { startDay, priceUsd, drift, jump, jumpDay, aiStart, aiDays, buildDays } = inputs;
  const rows = rowsOn.map((day) => day - startDay);
  const last = rows.at(-1) ?? 0;
  const byDay = (value: (day: number) => number): Float64Array => {
    const values = new Float64Array(last + 1);
    for (let day = 0; day <= last; day++) values[day] = value(day);
    return values;
  };
  const compounding = (perDay: number) => byDay(perDay === 0 ? () => 1 : (day) => exp(perDay * day));
  const feesBtc = inputs.feesBtcPerDay / BLOCKS_PER_DAY;
  const capexDue = byDay((day) => instalment(day, aiStart, aiDays + buildDays));
  let spent = 0;
  const drifted = compounding(drift / YEAR_DAYS);
  return {
    last,
    rows,
    outsideUsd: drifted.map((factor, day) => priceUsd * factor * (day >= jumpDay ? 1 + jump : 1)),
    rewardBtc: byDay((day) => subsidyOnDay(startDay + day, inputs.halvingDay) + feesBtc),
    costFactor: compounding(log(1 - inputs.efficiencyGain) / YEAR_DAYS),
    growth: compounding(log(1 + inputs.networkGrowth) / YEAR_DAYS),
    converted: byDay((day) => ramp(day, aiStart, aiDays)),
    built: byDay((day) => ramp(day, aiStart + buildDays, aiDays)),
    capexDue,
    capexSpent: capexDue.map((share) => (spent += share)),
    planned: byDay((day) => plannedOn(inputs, day)),
  };
};
