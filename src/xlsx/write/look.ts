// How the styles of described sheets look in a file, and so in print. Arial: on every system, narrow enough for tables.
import type { Style } from "@cj-tech-master/excelts";
import { isIndented } from "../../sheets/indent";
import type { SheetArea } from "../../sheets/sheet";
import { LOOKS, type CellLook } from "../../sheets/theme";

export const FONT = "Arial";
const MONO = "Courier New";

/** "#0F6B6B" as files write it. */
export const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;

const inFile = ({ size, colour, bold, mono, ground, rule }: CellLook): Partial<Style> => ({
  font: { name: mono ? MONO : FONT, size, color: { argb: argb(colour) }, bold: bold === true },
  ...(ground === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(ground) } } }),
  ...(rule === undefined ? {} : { border: { bottom: { style: "thin", color: { argb: argb(rule) } } } }),
});

export const lookOf = (look: Omit<SheetArea, "range">): Partial<Style> => ({
  ...inFile(LOOKS[look.style]),
  alignment: {
    vertical: "middle",
    ...(look.align === undefined ? {} : { horizontal: look.align }),
    ...(isIndented(look) ? { horizontal: "left", indent: 1 } : {}),
  },
  ...(look.format === undefined ? {} : { numFmt: look.format }),
});
