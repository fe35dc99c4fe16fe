// Which values an assumption accepts, how to say so, and whether a value is one of them.

export interface Range {
  readonly min: number;
  readonly max: number;
  /** The least value itself is not accepted. */
  readonly above?: true;
  /** The greatest value itself is not accepted. */
  readonly below?: true;
  readonly integer?: true;
}

const spoken = (value: number): string =>
  Math.abs(value) >= 1e6 ? value.toExponential().replace("e+", "e") : value.toLocaleString("en-US");

/** "0 to 1", "above 0, up to 1e12", "an integer 1 to 119". */
export const spokenRange = ({ min, max, above, below, integer }: Range): string => {
  const low = above ? `above ${spoken(min)}, ` : spoken(min);
  const high = below ? `below ${spoken(max)}` : above ? `up to ${spoken(max)}` : spoken(max);
  return `${integer ? "an integer " : ""}${above ? low + high : below ? `${low} to ${high}` : `${low} to ${high}`}`;
};

export const accepts = ({ min, max, above, below, integer }: Range, value: number): boolean =>
  (above ? value > min : value >= min) && (below ? value < max : value <= max) && (!integer || Number.isInteger(value));

export const SHARE: Range = { min: 0, max: 1 };
/** A century; a plan may be longer than the scenario. */
export const SPAN: Range = { min: 0, max: 36_500, integer: true };
export const POSITIVE: Range = { min: 0, max: 1e12, above: true };
export const AMOUNT: Range = { min: 0, max: 1e12 };
