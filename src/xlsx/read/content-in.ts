// The values of a file's cells as Univer keeps them.
import { dayOfTime, serialOf } from "../../common/days";
import { CellValueType, numfmt, type ICellData, type IStyleData } from "@univerjs/core";

/** Days between 1900's and 1904's first day. */
const FROM_1904 = 1462;

interface RichText {
  readonly richText: readonly { readonly text?: string }[];
}

/** A text whose parts have looks of their own. */
export const isRichText = (value: unknown): value is RichText =>
  typeof value === "object" && value !== null && "richText" in value && Array.isArray(value.richText);

export const contentOf = (value: unknown): ICellData => {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "string") return { v: value, t: CellValueType.STRING };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) return { v: serialOf(dayOfTime(value.getTime())), t: CellValueType.NUMBER };
  if (typeof value !== "object" || value === null) return {};
  if ("error" in value) return { v: String(value.error), t: CellValueType.STRING };
  if (isRichText(value)) return { v: value.richText.map(({ text = "" }) => text).join(""), t: CellValueType.STRING };
  return {};
};

/** A number that is shown as a date counts from the file's first day. */
export const from1900 = (cell: ICellData, style: IStyleData | undefined): ICellData =>
  typeof cell.v === "number" && cell.t === CellValueType.NUMBER && numfmt.isDateFormat(style?.n?.pattern ?? "General")
    ? { ...cell, v: cell.v + FROM_1904 }
    : cell;
