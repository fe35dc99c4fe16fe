// How the styles of a described sheet look in Univer. Colours are those of the light theme; Univer turns them for the dark.
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
} from "@univerjs/core";
import { isIndented } from "../sheets/indent";
import type { SheetArea } from "../sheets/sheet";
import { LOOKS, type CellLook } from "../sheets/theme";

const FONT = "Segoe UI, Helvetica Neue, Arial, sans-serif";
const MONO = "Consolas, Menlo, DejaVu Sans Mono, monospace";

const inUniver = ({ size, colour, bold, mono, ground, rule }: CellLook): IStyleData => ({
  fs: size,
  ff: mono ? MONO : FONT,
  cl: { rgb: colour },
  ...(bold ? { bl: BooleanNumber.TRUE } : {}),
  ...(ground === undefined ? {} : { bg: { rgb: ground } }),
  ...(rule === undefined ? {} : { bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: rule } } } }),
});

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };

const INDENT_PX = 8;

export const styleOf = ({ style, format, align }: Omit<SheetArea, "range">): IStyleData => ({
  vt: VerticalAlign.MIDDLE,
  tb: WrapStrategy.OVERFLOW,
  ...inUniver(LOOKS[style]),
  ...(format === undefined ? {} : { n: { pattern: format } }),
  ...(align === undefined ? {} : { ht: ALIGN[align] }),
  ...(isIndented({ style, ...(align && { align }) }) ? { ht: HorizontalAlign.LEFT, pd: { l: INDENT_PX } } : {}),
});
