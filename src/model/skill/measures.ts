// How good forecasts were: their error, their skill against persistence, and how far chance alone could move that skill.

/** One start: what the model, persistence and the run-rate said of the outcome. */
export interface Trial {
  /** Months since any fixed month; trials come in their order. */
  readonly month: number;
  readonly startDay: number;
  readonly outcomeDay: number;
  readonly outcome: number;
  readonly model: number;
  readonly persistence: number;
  readonly runRate: number;
  /** Whether the outcome lay within the bands; undefined where the model has none. */
  readonly inside50?: boolean | undefined;
  readonly inside90?: boolean | undefined;
}

export type Verdict = "same" | "too few" | "better" | "worse" | "no difference seen";

export interface Skill {
  readonly starts: number;
  /** How many looks at the world there were that do not overlap. */
  readonly windows: number;
  readonly error: number;
  readonly persistence: number;
  readonly runRate: number;
  /** Undefined where persistence was never wrong. */
  readonly skill: number | undefined;
  /** Half the width of the 95 % interval; undefined with fewer than four windows. */
  readonly margin: number | undefined;
  readonly bias: number;
  readonly inside50: number | undefined;
  readonly inside90: number | undefined;
  readonly verdict: Verdict;
}

const FEWEST_WINDOWS = 4;
const SAME = 1e-12;
/** 97.5 % of the standard normal. */
const Z = 1.959963984540054;

/** Of the mean of both: the log error to third order, without a base to choose; at most 2, where one of them is 0. */
export const errorOf = (forecast: number, outcome: number): number =>
  forecast === 0 && outcome === 0 ? 0 : (forecast - outcome) / ((forecast + outcome) / 2);

/** 97.5 % of Student's t with n degrees of freedom, by the expansion of Fisher and Cornish. */
export const studentQuantile = (n: number): number => {
  const z3 = Z * Z * Z;
  const [z5, z7] = [z3 * Z * Z, z3 * z3 * Z];
  return (
    Z +
    (z3 + Z) / (4 * n) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * n ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * n ** 3)
  );
};

/** Starts, taken in order, that do not begin before the outcome of the last one taken. */
const windowsOf = (trials: readonly Trial[]): number => {
  let windows = 0;
  let until = -Infinity;
  for (const { startDay, outcomeDay } of trials) {
    if (startDay < until) continue;
    windows++;
    until = outcomeDay;
  }
  return windows;
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Newey and West's over the months that two horizons share: neighbouring starts see the same world twice. */
const varianceOf = (residuals: readonly number[], trials: readonly Trial[], horizon: number): number => {
  let variance = 0;
  residuals.forEach((left, t) => {
    residuals.forEach((right, u) => {
      const apart = Math.abs((trials[t]?.month ?? 0) - (trials[u]?.month ?? 0));
      variance += left * right * Math.max(0, 1 - apart / horizon);
    });
  });
  return Math.max(0, variance);
};

const shareOf = (inside: readonly (boolean | undefined)[]): number | undefined =>
  inside.some((one) => one === undefined) ? undefined : inside.filter(Boolean).length / inside.length;

const verdictOf = (skill: number | undefined, margin: number | undefined): Verdict => {
  if (skill !== undefined && Math.abs(skill) < SAME) return "same";
  if (skill === undefined || margin === undefined) return "too few";
  return skill > margin ? "better" : skill < -margin ? "worse" : "no difference seen";
};

/** Of at least one trial; the horizon in months. */
export const skillOf = (trials: readonly Trial[], horizon: number): Skill => {
  const errors = (said: "model" | "persistence" | "runRate"): number[] =>
    trials.map((trial) => errorOf(trial[said], trial.outcome));
  const model = errors("model");
  const persistence = errors("persistence").map(Math.abs);
  const missed = sum(persistence);
  const raw = missed === 0 ? undefined : 1 - sum(model.map(Math.abs)) / missed;
  const skill = raw !== undefined && Math.abs(raw) < SAME ? 0 : raw;
  const windows = windowsOf(trials);
  const residuals = model.map((error, t) => Math.abs(error) - (1 - (skill ?? 0)) * (persistence[t] ?? 0));
  const scaled = (varianceOf(residuals, trials, horizon) * windows) / (windows - 1);
  const count = trials.length;
  const margin =
    skill === undefined || windows < FEWEST_WINDOWS
      ? undefined
      : (studentQuantile(windows - 1) * Math.sqrt(scaled)) / missed;
  return {
    starts: count,
    windows,
    error: sum(model.map(Math.abs)) / count,
    persistence: missed / count,
    runRate: sum(errors("runRate").map(Math.abs)) / count,
    skill,
    margin: skill === 0 && margin !== undefined && margin < SAME ? 0 : margin,
    bias: sum(model) / count,
    inside50: shareOf(trials.map((trial) => trial.inside50)),
    inside90: shareOf(trials.map((trial) => trial.inside90)),
    verdict: verdictOf(skill, margin),
  };
};
