// Styles of a file as Univer has them.
import type { Border, Style } from "@cj-tech-master/excelts";
import { BooleanNumber, WrapStrategy, type IBorderStyleData, type IStyleData } from "@univerjs/core";
import { borders, horizontals, paddingOfSteps, verticals } from "../write/look-words";
import type { ColourOf, FileColour } from "./colours";

const colour = (of: unknown, colourOf: ColourOf): { rgb: string } | undefined => {
  const rgb = colourOf(of as FileColour | undefined);
  return rgb === undefined ? undefined : { rgb };
};

const borderOf = (border: Partial<Border> | undefined, colourOf: ColourOf): IBorderStyleData | undefined => {
  const style = borders.value(border?.style);
  return style === undefined ? undefined : { s: style, cl: colour(border?.color, colourOf) ?? { rgb: "#000000" } };
};

const fontOf = (font: Partial<Style>["font"], colourOf: ColourOf): IStyleData => {
  if (!font) return {};
  const cl = colour(font.color, colourOf);
  return {
    ...(font.name ? { ff: font.name } : {}),
    ...(font.size ? { fs: font.size } : {}),
    ...(font.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(font.underline && font.underline !== "none" ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(font.strike ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(cl ? { cl } : {}),
  };
};

const alignmentOf = (alignment: Partial<Style>["alignment"]): IStyleData => {
  if (!alignment) return {};
  const { horizontal, vertical, wrapText, textRotation, indent = 0 } = alignment;
  const ht = horizontals.value(horizontal);
  const vt = verticals.value(vertical);
  return {
    ...(ht !== undefined ? { ht } : {}),
    ...(vt !== undefined ? { vt } : {}),
    ...(wrapText ? { tb: WrapStrategy.WRAP } : {}),
    ...(textRotation === "vertical"
      ? { tr: { a: 0, v: BooleanNumber.TRUE } }
      : textRotation
        ? { tr: { a: -textRotation } }
        : {}),
    ...(indent > 0 ? { pd: { t: 0, r: 2, b: 2, l: paddingOfSteps(indent) } } : {}),
  };
};

const fillOf = ({ fill }: Partial<Style>, colourOf: ColourOf): IStyleData => {
  if (fill?.type !== "pattern" || fill.pattern === "none") return {};
  const bg = colour(fill.pattern === "solid" ? fill.fgColor : (fill.bgColor ?? fill.fgColor), colourOf);
  return bg ? { bg } : {};
};

export const styleIn = (style: Partial<Style>, format: string | undefined, colourOf: ColourOf): IStyleData => {
  const { top, bottom, left, right } = style.border ?? {};
  const [t, b, l, r] = [top, bottom, left, right].map((border) => borderOf(border, colourOf));
  const bd = { ...(t && { t }), ...(b && { b }), ...(l && { l }), ...(r && { r }) };
  return {
    ...fontOf(style.font, colourOf),
    ...fillOf(style, colourOf),
    ...alignmentOf(style.alignment),
    ...(Object.keys(bd).length > 0 ? { bd } : {}),
    ...(format === undefined ? {} : { n: { pattern: format } }),
  };
};
