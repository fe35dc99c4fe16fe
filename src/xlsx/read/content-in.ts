// The value of a file's cell as Univer keeps it.
import { CellValueType, numfmt, type ICellData, type IStyleData } from "@univerjs/core";
import { dayOf, SECONDS_PER_DAY, serialOf } from "../../common/days";
import type { FileText } from "./strings-in";
import { isTrue, withoutEscapes } from "./xml";

/** Days between 1900's and 1904's first day. */
const FROM_1904 = 1462;
/** Excel's calendar has a 29 February 1900. */
const FIRST_OF_MARCH_1900 = 61;

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const ISO = /^\s*(?:(\d{4})-?(\d\d)-?(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?\s*(?:Z|[+-]\d\d:\d\d)?\s*$/;

const text = (v: string): ICellData => ({ v, t: CellValueType.STRING });

/** "2025-12-31T18:00:00" as 46022.75: the hour is that of the clock on the wall, wherever the file is opened. */
const serialOfIsoTime = (iso: string): number | undefined => {
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = ISO.exec(iso) ?? [];
  if (year === undefined && !iso.includes(":")) return undefined;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / SECONDS_PER_DAY;
  if (year === undefined) return time;
  const serial = serialOf(dayOf(Number(year), Number(month), Number(day)));
  return (serial < FIRST_OF_MARCH_1900 ? serial - 1 : serial) + time;
};

/** `type` is what the cell says of itself (ECMA-376 part 1, 18.18.11); undefined for a value that cannot be had. */
export const contentOf = (type: string, value: string, strings: readonly FileText[]): ICellData | undefined => {
  if (type === "s") {
    const shared = strings[Number(value)];
    return shared && text(shared.text);
  }
  if (type === "str") return text(withoutEscapes(value));
  if (value.trim() === "") return {};
  if (type === "e") return text(value.trim());
  if (type === "b") return { v: isTrue(value.trim()) ? 1 : 0, t: CellValueType.BOOLEAN };
  const serial = type === "d" ? serialOfIsoTime(value) : undefined;
  if (serial !== undefined) return { v: serial, t: CellValueType.NUMBER };
  const number = Number(value);
  return NUMBER.test(value) && Number.isFinite(number) ? { v: number, t: CellValueType.NUMBER } : text(value);
};

/** A number that is shown as a date counts from the file's first day. */
export const from1900 = (cell: ICellData, style: IStyleData | undefined): ICellData =>
  typeof cell.v === "number" && cell.t === CellValueType.NUMBER && numfmt.isDateFormat(style?.n?.pattern ?? "General")
    ? { ...cell, v: cell.v + FROM_1904 }
    : cell;
