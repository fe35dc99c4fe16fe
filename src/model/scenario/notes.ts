// Sentences that belong beside a scenario's numbers: where the model is shaky or the assumptions do not fit together.
import { powerMw } from "../economics/economics";
import type { ScenarioInputs } from "./inputs";

const CHAOTIC_SOFTNESS = 0.12;
const CHAOTIC_DAYS = 10;
/** The law was seen from a thousandth of a day's volume upwards (PARAMETERS 4.1). */
const SEEN_FROM = 1e-3;
const HALVING_DAYS = 1461;

/** A whole number with commas. Locale functions would take longer than the whole scenario. */
const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");

/** Notes that the assumptions alone call for. */
export const notesOf = (inputs: ScenarioInputs, lastDay: number): string[] => {
  const notes: string[] = [];
  if (inputs.switchSoftness < CHAOTIC_SOFTNESS || inputs.switchDays < CHAOTIC_DAYS) {
    notes.push(
      `Machines react abruptly (switch_softness below ${CHAOTIC_SOFTNESS} or switch_days below ${CHAOTIC_DAYS}): the path may be chaotic, so that a tiny change of an assumption moves it.`,
    );
  }
  const beyond = inputs.miners
    .map((miner, place) => ({
      who: miner.ticker ?? `miner ${place + 1}`,
      convertedMw: miner.aiShare * powerMw(miner.hashrateEhs, miner.efficiencyJth),
      contractedMw: miner.contractedMw,
    }))
    .filter(({ convertedMw, contractedMw }) => convertedMw > contractedMw);
  if (beyond.length > 0) {
    const list = beyond.map(
      ({ who, convertedMw, contractedMw }) => `${who} ${whole(convertedMw)} of ${whole(contractedMw)}`,
    );
    notes.push(`ai_share frees more megawatts than are contracted: ${list.join(", ")}.`);
  }
  if (lastDay > inputs.halvingDay + HALVING_DAYS) {
    notes.push("The scenario passes a second halving, which the model leaves out.");
  }
  return notes;
};

/** The note on sales too small for the square-root law to have been seen, if they are. */
export const smallFlowNote = (inputs: ScenarioInputs, largestFlowBtc: number): string[] =>
  inputs.impactModel === "sqrt" && largestFlowBtc > 0 && largestFlowBtc < SEEN_FROM * inputs.volumeBtc
    ? ["Excess sales stay below 0.1 % of the daily volume, where the square-root law has not been seen."]
    : [];
