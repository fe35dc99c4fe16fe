// SCENARIO: one path, from assumptions to monthly rows.
import { refusalOf } from "./check";
import { COLUMN_COUNT } from "./columns";
import { daysOf } from "./days";
import { Engine } from "./engine";
import { calibrate, ordered } from "./fleet";
import type { ScenarioInputs } from "./inputs";
import { ExactMemory, FlowMemory } from "../impact/impact-decay";
import { notesOf, smallFlowNote } from "./notes";
import type { ScenarioPath } from "./rows";

/**
 * Runs a scenario. Throws a RangeError with a sentence if an assumption is outside what it accepts. `rowsOn` are the
 * days of the rows, rising from the start, where they shall not be the monthly ones.
 */
export const scenario = (given: ScenarioInputs, rowsOn?: readonly number[]): ScenarioPath => {
  const wrong = refusalOf(given);
  if (wrong !== undefined) throw new RangeError(wrong);
  const inputs = ordered(given);
  const days = daysOf(inputs, rowsOn);
  const memory = inputs.impactModel === "sqrt" ? new ExactMemory(inputs, days.last) : new FlowMemory(inputs);
  const engine = new Engine(inputs, days, calibrate(inputs));
  const table = new Float64Array(days.rows.length * COLUMN_COUNT);
  const coins: Float64Array[] = [];
  engine.run(days.outsideUsd, memory, table, 0, coins);
  return {
    months: days.rows.length - 1,
    days: days.rows.map((day) => inputs.startDay + day),
    table,
    coins: new Map(inputs.miners.map(({ ticker = "" }, i) => [ticker, coins.map((row) => row[i] ?? NaN)])),
    notes: [...notesOf(given, given.startDay + days.last), ...smallFlowNote(inputs, engine.largestFlowBtc)],
  };
};
