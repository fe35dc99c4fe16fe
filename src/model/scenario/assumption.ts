// What kinds of assumption a scenario's table has, and what each says about itself.
import type { MinerFigure, NumericInput } from "./inputs";
import type { Range } from "./ranges";

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
  /** Where the default comes from, if it is not a number or word of its own. */
  readonly source?: string;
}

interface Numbered {
  readonly range: Range;
  readonly default?: number;
}

/** One number of the scenario. Dates are days since 1970-01-01. */
export interface NumberAssumption extends Described, Numbered {
  readonly kind: "number" | "date";
  readonly key: NumericInput;
}

/** One number for all miners, which `TICKER.name` overrides for one; `figures` have no common value. */
export interface MinerAssumption extends Described, Numbered {
  readonly kind: "each" | "figure";
  readonly key: MinerFigure;
  /** What it is by default under the policy pace, in words, where that is not the default of the others. */
  readonly underPace?: string;
}

/** One of a few words. */
export interface WordAssumption extends Described {
  readonly kind: "word";
  readonly key: "policy" | "impactModel" | "fanCentre";
  readonly words: readonly string[];
  readonly default?: string;
}

export interface SwitchAssumption extends Described {
  readonly kind: "switch";
  readonly key: "sellEncumbered";
}

/** A preset's name or miners: read elsewhere, since only the record knows them. */
export interface TextAssumption extends Described {
  readonly kind: "text";
  readonly key: "preset" | "miners";
  readonly default: string;
}

export type Assumption = NumberAssumption | MinerAssumption | WordAssumption | SwitchAssumption | TextAssumption;
