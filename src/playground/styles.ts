// How the styles of a described sheet look in Univer. Colours are those of the light theme; Univer turns them for the dark.
import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData } from "@univerjs/core";
import { isIndented } from "../sheets/indent";
import type { CellStyle, SheetArea } from "../sheets/sheet";

const TEAL = "#0F6B6B";
const INK = "#242424";
const QUIET = "#616161";
const FONT = "Segoe UI, Helvetica Neue, Arial, sans-serif";

const bold = { bl: BooleanNumber.TRUE };
const under = (colour: string, style = 1) => ({ bd: { b: { s: style, cl: { rgb: colour } } } });

const STYLES: Readonly<Record<CellStyle, IStyleData>> = {
  title: { ...bold, fs: 15, cl: { rgb: TEAL } },
  note: { fs: 10, cl: { rgb: QUIET } },
  heading: { ...bold, fs: 11.5, cl: { rgb: TEAL } },
  formulaText: { fs: 9, ff: "Consolas, Menlo, DejaVu Sans Mono, monospace", cl: { rgb: QUIET } },
  header: { ...bold, fs: 10, cl: { rgb: INK }, ...under("#8A8886") },
  unit: { fs: 9, cl: { rgb: QUIET } },
  label: { fs: 10, cl: { rgb: INK } },
  input: { fs: 10, cl: { rgb: "#0000C8" }, bg: { rgb: "#FFF9DB" } },
  result: { fs: 10, cl: { rgb: INK } },
  link: { fs: 10, cl: { rgb: TEAL } },
};

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };

const INDENT_PX = 8;

export const styleOf = ({ style, format, align }: Omit<SheetArea, "range">): IStyleData => ({
  ff: FONT,
  vt: VerticalAlign.MIDDLE,
  tb: WrapStrategy.OVERFLOW,
  ...STYLES[style],
  ...(format === undefined ? {} : { n: { pattern: format } }),
  ...(align === undefined ? {} : { ht: ALIGN[align] }),
  ...(isIndented({ style, ...(align && { align }) }) ? { ht: HorizontalAlign.LEFT, pd: { l: INDENT_PX } } : {}),
});
