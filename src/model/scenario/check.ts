// Whether the model can compute with a scenario's numbers: each inside its range, or a sentence that says which is not.
import type { Assumption, MinerAssumption, NumberAssumption } from "./assumption";
import { ASSUMPTIONS } from "./assumptions";
import { isoOf } from "../../common/days";
import type { ScenarioInputs } from "./inputs";
import { accepts, spokenRange } from "./ranges";

export const isNumberAssumption = (one: Assumption): one is NumberAssumption =>
  one.kind === "number" || one.kind === "date";

export const isMinerAssumption = (one: Assumption): one is MinerAssumption =>
  one.kind === "each" || one.kind === "figure";

const NUMBERS = ASSUMPTIONS.filter(isNumberAssumption);
const MINER_NUMBERS = ASSUMPTIONS.filter(isMinerAssumption);

/** The values that an assumption accepts, in words. */
export const acceptedBy = (one: NumberAssumption | MinerAssumption): string =>
  one.kind === "date" ? `a date ${isoOf(one.range.min)} to ${isoOf(one.range.max)}` : spokenRange(one.range);

/** What is wrong with a value of an assumption; undefined if nothing is. */
export const refusal = (
  one: NumberAssumption | MinerAssumption,
  value: number,
  ticker?: string,
): string | undefined => {
  if (accepts(one.range, value)) return undefined;
  const name = ticker === undefined ? one.name : `${ticker}.${one.name}`;
  const given = one.kind === "date" && Number.isInteger(value) ? isoOf(value) : String(value);
  return `${name} must be ${acceptedBy(one)}, not ${given}.`;
};

/** The first thing that is wrong with a scenario; undefined if nothing is. */
export const refusalOf = (inputs: ScenarioInputs): string | undefined => {
  for (const one of NUMBERS) {
    const value = inputs[one.key];
    const wrong = value === undefined ? undefined : refusal(one, value);
    if (wrong !== undefined) return wrong;
  }
  for (const miner of inputs.miners) {
    for (const one of MINER_NUMBERS) {
      const wrong = refusal(one, miner[one.key], miner.ticker);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
};
