// Impact and proceeds of many paths side by side: known beforehand, by exponential memory, or by the flow reading.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- typed arrays, one entry per path or day */
import { COHORT } from "./cohort";
import { exp, meanDecay } from "../numerics/exact";
import { excessShare } from "../scenario/excess";
import type { ScenarioInputs } from "../scenario/inputs";
import { bounded, impactOfOne, KERNEL_DECAYS, KERNEL_WEIGHTS } from "../impact/impact-decay";

export interface CohortImpact {
  /** Log impact of each path now, and the largest so far. */
  readonly impact: Float64Array;
  readonly worst: Float64Array;
  readonly raisedUsd: Float64Array;
  restart(): void;
  /** Prices of the day from the outside prices. */
  price(day: number, outsideUsd: Float64Array, priceUsd: Float64Array, size: number): void;
  /** Takes the day's flow and pays its treasury sale. */
  after(day: number, treasuryBtc: number, outsideUsd: Float64Array, minedBtc: Float64Array, size: number): void;
}

abstract class Impact implements CohortImpact {
  readonly impact = new Float64Array(COHORT);
  readonly worst = new Float64Array(COHORT);
  readonly raisedUsd = new Float64Array(COHORT);

  restart(): void {
    this.impact.fill(0);
    this.worst.fill(0);
    this.raisedUsd.fill(0);
  }

  price(_day: number, outsideUsd: Float64Array, priceUsd: Float64Array, size: number): void {
    const { impact, worst } = this;
    for (let p = 0; p < size; p++) {
      const now = impact[p]!;
      priceUsd[p] = outsideUsd[p]! * exp(-now);
      if (now > worst[p]!) worst[p] = now;
    }
  }

  abstract after(
    day: number,
    treasuryBtc: number,
    outsideUsd: Float64Array,
    minedBtc: Float64Array,
    size: number,
  ): void;
}

/** Paths run side by side only where all miners sell the same share of what they mine. */
const excessShareOfAll = (inputs: ScenarioInputs): number => {
  const [first] = inputs.miners;
  return first ? excessShare(inputs, first) : 0;
};

/** The flow is the plan's on every path: one impact for all. */
export class PlannedImpact extends Impact {
  private readonly factor: Float64Array;
  private readonly worstBy: Float64Array;

  constructor(private readonly byDay: Float64Array) {
    super();
    this.factor = byDay.map((impact) => exp(-impact));
    let largest = 0;
    this.worstBy = byDay.map((impact) => (largest = Math.max(largest, impact)));
  }

  override price(day: number, outsideUsd: Float64Array, priceUsd: Float64Array, size: number): void {
    const factor = this.factor[day]!;
    for (let p = 0; p < size; p++) priceUsd[p] = outsideUsd[p]! * factor;
    this.impact.fill(this.byDay[day]!);
    this.worst.fill(this.worstBy[day]!);
  }

  after(day: number, treasuryBtc: number, outsideUsd: Float64Array, _minedBtc: Float64Array, size: number): void {
    if (treasuryBtc === 0) return;
    const { raisedUsd } = this;
    const perUsd = treasuryBtc * exp(-(this.byDay[day]! + 2 * this.byDay[day + 1]!) / 3);
    for (let p = 0; p < size; p++) raisedUsd[p] = raisedUsd[p]! + perUsd * outsideUsd[p]!;
  }
}

/** The square-root law where production adds to the flow: sixteen exponentials per path. */
export class RememberedImpact extends Impact {
  private readonly states = new Float64Array(COHORT * KERNEL_WEIGHTS.length);
  private readonly roots = new Float64Array(COHORT);
  private readonly next = new Float64Array(COHORT);
  private readonly scale: number;
  private readonly excessShare: number;

  constructor(inputs: ScenarioInputs) {
    super();
    this.scale = impactOfOne(inputs);
    this.excessShare = excessShareOfAll(inputs);
  }

  override restart(): void {
    super.restart();
    this.states.fill(0);
  }

  after(_day: number, treasuryBtc: number, outsideUsd: Float64Array, minedBtc: Float64Array, size: number): void {
    const { roots, next, excessShare } = this;
    for (let p = 0; p < size; p++) {
      const flow = treasuryBtc + minedBtc[p]! * excessShare;
      roots[p] = flow < 0 ? -Math.sqrt(-flow) : Math.sqrt(flow);
    }
    this.remember(size);
    const { impact, raisedUsd, scale } = this;
    for (let p = 0; p < size; p++) {
      const now = bounded(scale * next[p]!);
      if (treasuryBtc > 0) raisedUsd[p]! += treasuryBtc * outsideUsd[p]! * exp(-(impact[p]! + 2 * now) / 3);
      impact[p] = now;
    }
  }

  /** One step of all exponentials, four at a time: fewer trips through memory. */
  private remember(size: number): void {
    const { roots, next, states } = this;
    next.fill(0);
    for (let k = 0; k < KERNEL_WEIGHTS.length; k += 4) {
      const [weight0, weight1, weight2, weight3] = four(KERNEL_WEIGHTS, k);
      const [decay0, decay1, decay2, decay3] = four(KERNEL_DECAYS, k);
      const at = k * COHORT;
      for (let p = 0; p < size; p++) {
        const i = at + p;
        const root = roots[p]!;
        const state0 = states[i]! * decay0 + root;
        const state1 = states[i + COHORT]! * decay1 + root;
        const state2 = states[i + 2 * COHORT]! * decay2 + root;
        const state3 = states[i + 3 * COHORT]! * decay3 + root;
        states[i] = state0;
        states[i + COHORT] = state1;
        states[i + 2 * COHORT] = state2;
        states[i + 3 * COHORT] = state3;
        next[p] = next[p]! + (weight0 * state0 + weight1 * state1 + (weight2 * state2 + weight3 * state3));
      }
    }
  }
}

const four = (values: Float64Array, at: number) =>
  [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!] as const;

/** The flow reading: lasting impact per billion USD, so it depends on each path's price. */
export class FlowImpact extends Impact {
  private readonly perUsd: number;
  private readonly excessShare: number;

  constructor(inputs: ScenarioInputs) {
    super();
    this.perUsd = inputs.flowBeta / 1e9;
    this.excessShare = excessShareOfAll(inputs);
  }

  after(_day: number, treasuryBtc: number, outsideUsd: Float64Array, minedBtc: Float64Array, size: number): void {
    const { impact, raisedUsd, perUsd, excessShare } = this;
    for (let p = 0; p < size; p++) {
      const outside = outsideUsd[p]!;
      const before = impact[p]!;
      const now = bounded(before + perUsd * (treasuryBtc + minedBtc[p]! * excessShare) * outside);
      if (treasuryBtc > 0) raisedUsd[p]! += treasuryBtc * outside * exp(-before) * meanDecay(now - before);
      impact[p] = now;
    }
  }
}
