// How the styles of described sheets look in a file, and so in print. Arial: on every system, narrow enough for tables.
import type { Style } from "@cj-tech-master/excelts";
import { isIndented } from "../../sheets/indent";
import type { CellStyle, SheetArea } from "../../sheets/sheet";

export const TEAL = "FF0F6B6B";
export const INK = "FF242424";
export const QUIET = "FF616161";
export const LINE = "FF8A8886";
const BLUE = "FF0000C8";
const PALE_YELLOW = "FFFFF9DB";

export const FONT = "Arial";

const font = (size: number, argb: string, bold = false) => ({ font: { name: FONT, size, color: { argb }, bold } });

const LOOKS: Readonly<Record<CellStyle, Partial<Style>>> = {
  title: font(15, TEAL, true),
  note: font(10, QUIET),
  heading: font(11.5, TEAL, true),
  formulaText: { font: { name: "Courier New", size: 9, color: { argb: QUIET } } },
  header: { ...font(10, INK, true), border: { bottom: { style: "thin", color: { argb: LINE } } } },
  unit: font(9, QUIET),
  label: font(10, INK),
  input: {
    ...font(10, BLUE),
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: PALE_YELLOW } },
  },
  result: font(10, INK),
  link: font(10, TEAL),
};

export const lookOf = (look: Omit<SheetArea, "range">): Partial<Style> => ({
  ...LOOKS[look.style],
  alignment: {
    vertical: "middle",
    ...(look.align === undefined ? {} : { horizontal: look.align }),
    ...(isIndented(look) ? { horizontal: "left", indent: 1 } : {}),
  },
  ...(look.format === undefined ? {} : { numFmt: look.format }),
});
