// One number as printed in a cell: "1,234", "(318.4", "—", "$ 5". Words around it make it no number.
import { tidy } from "./table";

export interface PrintedNumber {
  readonly value: number;
  /** Digits after the point. */
  readonly decimals: number;
  readonly isDash: boolean;
  readonly isMoney: boolean;
  readonly isPercent: boolean;
}

const NUMBER =
  /^(\()?\s*([$€£])?\s*(-|−)?\s*(\()?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?\s*\)?\s*(%|BTC|EH\/s|bitcoins?)?$/i;
const DASH = /^[$\s]*[-–—−]+[\s)]*$/;

/** Undefined when the cell holds no number alone. A dash is zero. */
export const readPrinted = (text: string): PrintedNumber | undefined => {
  const cell = tidy(text);
  if (DASH.test(cell)) return { value: 0, decimals: 0, isDash: true, isMoney: cell.includes("$"), isPercent: false };
  const match = NUMBER.exec(cell);
  if (!match || (match[5] === undefined && match[6] === undefined)) return undefined;
  const [, open, currency, minus, inner, whole = "0", fraction = "", unit = ""] = match;
  const size = Number(`${whole.replaceAll(",", "")}.${fraction || "0"}`);
  const isNegative = [open, minus, inner].some((sign) => sign !== undefined);
  return {
    value: isNegative && size !== 0 ? -size : size,
    decimals: fraction.length,
    isDash: false,
    isMoney: currency !== undefined,
    isPercent: unit === "%",
  };
};
