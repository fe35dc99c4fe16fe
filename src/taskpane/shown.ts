// Values as a cell would show them, for the number formats that our functions give (functions/formats.ts) and no others.
import { dayOfSerial, isoOf } from "../common/days";
import type { Metric } from "../data/rows";
import { CellError, isEntity, isRich, type Cell } from "../functions";

const MOST_DIGITS = 10;

/** As Excel's General: up to ten digits. */
const general = (value: number): string =>
  Math.abs(value) >= 1e11 || (value !== 0 && Math.abs(value) < 1e-6)
    ? value
        .toExponential(5)
        .replace(/\.?0+e/, "e")
        .replace("e", "E")
    : String(Number(value.toPrecision(MOST_DIGITS)));

const grouped = (value: number, decimals: readonly [number, number]): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals[0], maximumFractionDigits: decimals[1] });

export const formatted = (value: number, format: string): string => {
  if (format === "General") return general(value);
  if (format.startsWith("yyyy")) return isoOf(dayOfSerial(value));
  const [, currency = "", whole = "", digits = "", rest = ""] = /^(\$?)(#,##0|0)(?:\.([0#]+))?(.*)$/.exec(format) ?? [];
  if (whole === "") return general(value);
  const scaled = rest === "%" ? value * 100 : value;
  const exponent = /^E\+(0+)$/.exec(rest)?.[1];
  if (exponent !== undefined) {
    const [mantissa = "", power = ""] = scaled.toExponential(digits.length).split("e");
    return `${mantissa}E${power.slice(0, 1)}${power.slice(1).padStart(exponent.length, "0")}`;
  }
  const text = grouped(Math.abs(scaled), [digits.replaceAll("#", "").length, digits.length]);
  const plain = whole === "0" ? text.replaceAll(",", "") : text;
  const sign = scaled < 0 && /[1-9]/.test(plain) ? "-" : "";
  return `${sign}${currency}${plain}${rest === "%" ? "%" : ""}`;
};

const allDigits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12 });

/** A figure of the record in full, with its unit: so that an old and a new one never look alike when they are not. */
export const valueOf = (value: number, { unit }: Metric): string =>
  unit === "share" ? `${allDigits.format(value * 100)}\u00a0%` : `${allDigits.format(value)}\u00a0${unit}`;

/** The cell as text; an error as its code. */
export const shownCell = (cell: Cell): string => {
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === "number") return general(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell;
  return isEntity(cell) ? cell.entity : isRich(cell) ? formatted(cell.value, cell.format) : "";
};
