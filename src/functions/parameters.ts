// The kinds of arguments that worksheet functions take: what each accepts, and the sentence when it does not fit.
import { readPeriod, type PeriodSpan } from "../data/periods";
import { dayOfSerial, type Day } from "../common/days";
import { CellError } from "./cells";
import { isBlank, isEmpty, mayBeEmpty, type Input, type InputGrid } from "./inputs";

/**
 * How a parameter takes ranges. each: every cell is one question, broadcast against the others. one: a single cell.
 * list: all cells of the range, blanks skipped. grid: the range as it is.
 */
export type Shape = "each" | "one" | "list" | "grid";

export interface ParameterText {
  readonly name: string;
  readonly description: string;
  readonly unit?: string;
  /** What it is when left out, in words; only for optional parameters. */
  readonly default?: string;
  /** The words that it accepts, if it accepts only some. */
  readonly values?: readonly string[];
}

export interface ParameterInfo extends ParameterText {
  readonly kind: string;
  readonly shape: Shape;
  readonly optional: boolean;
  /** Whether a cell says nothing: where no number is meant, 0 says nothing either. */
  readonly isLeftOut: (cell: Input) => boolean;
}

export interface Parameter<T> extends ParameterInfo {
  /** Reads one cell. Throws a CellError that says what is allowed. */
  readonly read: (cell: Input) => T;
  /** Reads the whole range, for shape grid. */
  readonly readGrid?: (grid: InputGrid | undefined) => unknown;
  /** A list in which a bad cell stays in its place as an error. */
  readonly keepsErrors?: boolean;
  /** What an optional list is when it was left out. */
  readonly ifEmpty?: unknown;
}

/** A parameter of any kind of value: for lists of parameters. */
export type AnyParameter = Parameter<unknown>;

const shown = (cell: Input): string => {
  const text = cell instanceof CellError ? cell.code : typeof cell === "string" ? `"${cell}"` : String(cell);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
};

const make = <T>(
  kind: string,
  text: ParameterText,
  read: (cell: Input) => T,
  isLeftOut: Parameter<T>["isLeftOut"] = isBlank,
): Parameter<T> => ({
  ...text,
  kind,
  shape: "each",
  optional: false,
  isLeftOut,
  read: (cell) => {
    if (cell instanceof CellError) throw cell;
    if (isLeftOut(cell)) throw new CellError("#VALUE!", `${text.name} is empty: ${text.description}`);
    return read(cell);
  },
});

/** The same parameter, not required: an empty cell or a skipped argument gives `fallback`. */
export const optional = <T, F>(parameter: Parameter<T>, fallback: F): Parameter<T | F> => ({
  ...parameter,
  optional: true,
  read: (cell) => (parameter.isLeftOut(cell) ? fallback : parameter.read(cell)),
});

export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly integer?: boolean;
}

const allowed = ({ min, max, above, integer }: Limits): string => {
  const what = integer ? "a whole number" : "a number";
  if (min !== undefined && max !== undefined) return `${what} from ${min} to ${max}`;
  if (above !== undefined) return max === undefined ? `${what} above ${above}` : `${what} above ${above}, up to ${max}`;
  if (min !== undefined) return `${what} of ${min} or more`;
  return what;
};

const within = (value: number, { min, max, above, integer }: Limits): boolean =>
  Number.isFinite(value) &&
  (min === undefined || value >= min) &&
  (max === undefined || value <= max) &&
  (above === undefined || value > above) &&
  (!integer || Number.isInteger(value));

/** A number of a cell; text that is a plain number counts ("0.05"), other text does not. */
export const numberOf = (cell: Input): number | undefined => {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== "string" || !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(cell)) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
};

export const number = (text: ParameterText, limits: Limits = {}): Parameter<number> => {
  const read = (cell: Input): number => {
    const value = numberOf(cell);
    if (value !== undefined && within(value, limits)) return value;
    const unit = text.unit ? ` (${text.unit})` : "";
    const hint = cell === 0 ? ` ${mayBeEmpty("B2")}` : "";
    throw new CellError("#VALUE!", `${text.name} must be ${allowed(limits)}${unit}, not ${shown(cell)}.${hint}`);
  };
  return make("number", text, read, isEmpty);
};

/** 0 is FALSE, as in Excel's own functions. */
export const flag = (text: ParameterText): Parameter<boolean> => {
  const read = (cell: Input): boolean => {
    if (typeof cell === "boolean") return cell;
    if (cell === 1 || cell === 0) return cell === 1;
    if (typeof cell === "string" && /^(true|false)$/i.test(cell.trim())) return cell.trim().toLowerCase() === "true";
    throw new CellError("#VALUE!", `${text.name} must be TRUE or FALSE, not ${shown(cell)}.`);
  };
  return make("flag", { values: ["TRUE", "FALSE"], ...text }, read, isEmpty);
};

export const choice = <const V extends string>(
  text: Omit<ParameterText, "values">,
  values: readonly V[],
): Parameter<V> => {
  const read = (cell: Input): V => {
    if ((values as readonly Input[]).includes(cell)) return cell as V;
    const word = String(cell).trim().toUpperCase();
    const found = values.find((value) => value.toUpperCase() === word);
    if (found !== undefined) return found;
    throw new CellError("#VALUE!", `${text.name} must be one of ${values.join(", ")}, not ${shown(cell)}.`);
  };
  const areNumbers = values.every((value) => numberOf(value) !== undefined);
  return make("choice", { ...text, values }, read, areNumbers ? isEmpty : isBlank);
};

/** No name or list of names is longer; looking for the nearest to a whole page would take seconds. */
const LONGEST_TEXT = 1_000;

export const text = (about: ParameterText): Parameter<string> =>
  make("text", about, (cell) => {
    const written = String(cell).trim();
    if (written.length <= LONGEST_TEXT) return written;
    throw new CellError(
      "#VALUE!",
      `${about.name} is too long: ${written.length} characters; at most ${LONGEST_TEXT} are allowed.`,
    );
  });

/** Excel's last day, 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** A day, or the end of a period, as it was asked for. `fiscal`: "FY2025", whose days depend on the miner. */
export interface AskedDate {
  readonly day: Day;
  readonly fiscal?: string;
  /** The period that was named ("2025Q4"): what a flow is asked over. */
  readonly span?: PeriodSpan;
}

const dates = new Map<string, AskedDate>();

/** Five digits are no year and no other period: a date cell that was copied as text. */
const SERIAL_AS_TEXT = /^\s*\d{5,7}\s*$/;

export const readDate = (name: string, cell: Input): AskedDate => {
  const serial = typeof cell !== "string" || SERIAL_AS_TEXT.test(cell) ? numberOf(cell) : undefined;
  if (serial !== undefined) {
    if (serial >= 1 && serial < LAST_SERIAL + 1) return { day: dayOfSerial(serial) };
    throw new CellError("#VALUE!", `${name} ${shown(cell)} is not a date. Excel's dates run from 1 to ${LAST_SERIAL}.`);
  }
  const known = typeof cell === "string" ? dates.get(cell) : undefined;
  if (known) return known;
  const period = typeof cell === "string" ? readPeriod(cell) : undefined;
  if (typeof cell !== "string" || !period) {
    const forms = `"2025-12-31", "2025-12", "2025Q4", "FY2025"`;
    throw new CellError("#VALUE!", `${name} ${shown(cell)} is not a date. Write ${forms} or point to a date cell.`);
  }
  const isFiscal = /^\s*FY/i.test(cell);
  const asked: AskedDate = {
    day: period.end,
    ...(period.period === "instant" ? {} : { span: period }),
    ...(isFiscal ? { fiscal: cell } : {}),
  };
  if (dates.size > 2000) dates.clear();
  dates.set(cell, asked);
  return asked;
};

export const date = (text: ParameterText): Parameter<AskedDate> =>
  make("date", text, (cell) => readDate(text.name, cell));
