// How past sales weigh on the price: the impact I of tomorrow, given the excess flow of each day until today.
/* eslint-disable @typescript-eslint/no-non-null-assertion -- one entry per day, filled in order */
import { exp } from "../numerics/exact";
import { impactMemory } from "./impact";
import type { ScenarioInputs } from "../scenario/inputs";
import { MEMORY_KERNEL } from "./kernel";

/** Takes the days in order; gives the log impact after each. */
export interface ImpactMemory {
  restart(): void;
  after(flowBtc: number, outsideUsd: number): number;
}

/** Only absurd markets get here; e^-I stays a finite number. */
export const bounded = (impact: number): number => (impact > 700 ? 700 : impact < -100 ? -100 : impact);

const rootOf = (flowBtc: number): number => (flowBtc < 0 ? -Math.sqrt(-flowBtc) : Math.sqrt(flowBtc));

/** Y s / sqrt(V): the impact of a single coin sold in a day. */
export const impactOfOne = (inputs: ScenarioInputs): number =>
  (inputs.impactCoefficient * inputs.dailyVolatility) / Math.sqrt(inputs.volumeBtc);

let weights = new Float64Array(0);
const memoryWeights = (days: number): Float64Array => {
  if (weights.length <= days)
    weights = Float64Array.from({ length: days + 1 }, (_, j) => (j > 0 ? impactMemory(j) : 0));
  return weights;
};

/** The square-root law's exact sum over all days before. */
export class ExactMemory implements ImpactMemory {
  private readonly roots: Float64Array;
  private readonly weights: Float64Array;
  private readonly scale: number;
  private day = 0;
  private firstSale = 0;
  private salesEnd = 0;

  constructor(inputs: ScenarioInputs, days: number) {
    this.roots = new Float64Array(days);
    this.weights = memoryWeights(days);
    this.scale = impactOfOne(inputs);
  }

  restart(): void {
    this.day = this.firstSale = this.salesEnd = 0;
  }

  after(flowBtc: number): number {
    const today = this.day++;
    this.roots[today] = rootOf(flowBtc);
    if (flowBtc !== 0) this.salesEnd = today + 1;
    else if (this.salesEnd === 0) this.firstSale = today + 1;
    return bounded(this.scale * this.sumUntil(today + 1));
  }

  /** Four sums side by side, since each addition waits for the one before it. */
  private sumUntil(next: number): number {
    const { roots, weights: memory, salesEnd } = this;
    let day = this.firstSale;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (; day + 3 < salesEnd; day += 4) {
      a += roots[day]! * memory[next - day]!;
      b += roots[day + 1]! * memory[next - day - 1]!;
      c += roots[day + 2]! * memory[next - day - 2]!;
      d += roots[day + 3]! * memory[next - day - 3]!;
    }
    for (; day < salesEnd; day++) a += roots[day]! * memory[next - day]!;
    return a + b + (c + d);
  }
}

export const KERNEL_WEIGHTS = Float64Array.from(MEMORY_KERNEL, ([weight]) => weight);
export const KERNEL_DECAYS = Float64Array.from(MEMORY_KERNEL, ([, rate]) => exp(-rate));

/** The same law with the memory as sixteen exponentials, for fans whose flow depends on the path. */
export class ExponentialMemory implements ImpactMemory {
  private readonly states = new Float64Array(KERNEL_WEIGHTS.length);
  private readonly scale: number;

  constructor(inputs: ScenarioInputs) {
    this.scale = impactOfOne(inputs);
  }

  restart(): void {
    this.states.fill(0);
  }

  after(flowBtc: number): number {
    const { states } = this;
    const root = rootOf(flowBtc);
    let impact = 0;
    for (let k = 0; k < states.length; k++) {
      const state = states[k]! * KERNEL_DECAYS[k]! + root;
      states[k] = state;
      impact += KERNEL_WEIGHTS[k]! * state;
    }
    return bounded(this.scale * impact);
  }
}

/** The flow reading: each billion USD takes its share of the price for good. */
export class FlowMemory implements ImpactMemory {
  private readonly perUsd: number;
  private impact = 0;

  constructor(inputs: ScenarioInputs) {
    this.perUsd = inputs.flowBeta / 1e9;
  }

  restart(): void {
    this.impact = 0;
  }

  after(flowBtc: number, outsideUsd: number): number {
    this.impact = bounded(this.impact + this.perUsd * flowBtc * outsideUsd);
    return this.impact;
  }
}

/** An impact that was found before, because the flow does not depend on the path. */
export class KnownMemory implements ImpactMemory {
  private day = 0;

  constructor(private readonly impacts: Float64Array) {}

  restart(): void {
    this.day = 0;
  }

  after(): number {
    return this.impacts[++this.day]!;
  }
}
