// Figures that nobody reports and that formulas fall back to: judgements of the model, each visible and editable.
import { ASSUMPTIONS } from "../model/scenario/assumptions";

/** Real spot volume in all quote currencies, USD a day (MODEL 4.0; PARAMETERS names three definitions far apart). */
export const REAL_VOLUME_USD = 8e9;

/** The model's own default of a numeric assumption; NaN for one that comes from the record. */
export const standardOf = (name: string): number => {
  const one = ASSUMPTIONS.find((assumption) => assumption.name === name && assumption.kind !== "figure");
  return one && "default" in one && typeof one.default === "number" ? one.default : NaN;
};
