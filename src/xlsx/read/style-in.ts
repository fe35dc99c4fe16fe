// Styles of a file as Univer has them.
import { BooleanNumber, WrapStrategy, type IBorderStyleData, type IStyleData } from "@univerjs/core";
import { borders, horizontals, paddingOfSteps, verticals } from "../write/look-words";
import type { ColourOf, FileColour } from "./colours";
import { isTrue } from "./xml";

export interface FileFont {
  name?: string;
  size?: number;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isStruck?: boolean;
  colour?: FileColour;
}

export interface FileFill {
  pattern?: string;
  front?: FileColour;
  back?: FileColour;
}

export interface FileBorder {
  readonly style: string;
  colour?: FileColour;
}

export type FileBorders = Partial<Record<"left" | "right" | "top" | "bottom", FileBorder>>;

/** What an element <alignment> says, by its attributes. */
export type FileAlignment = Readonly<Record<string, string | undefined>>;

export interface FileLook {
  readonly font?: FileFont | undefined;
  readonly fill?: FileFill | undefined;
  readonly borders?: FileBorders | undefined;
  readonly alignment?: FileAlignment | undefined;
  readonly format?: string | undefined;
}

const colour = (of: FileColour | undefined, colourOf: ColourOf): { rgb: string } | undefined => {
  const rgb = colourOf(of);
  return rgb === undefined ? undefined : { rgb };
};

const borderOf = (border: FileBorder | undefined, colourOf: ColourOf): IBorderStyleData | undefined => {
  const style = borders.value(border?.style);
  return style === undefined ? undefined : { s: style, cl: colour(border?.colour, colourOf) ?? { rgb: "#000000" } };
};

export const fontOf = (font: FileFont | undefined, colourOf: ColourOf): IStyleData => {
  if (!font) return {};
  const cl = colour(font.colour, colourOf);
  return {
    ...(font.name ? { ff: font.name } : {}),
    ...(font.size ? { fs: font.size } : {}),
    ...(font.isBold ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.isItalic ? { it: BooleanNumber.TRUE } : {}),
    ...(font.isUnderlined ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(font.isStruck ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(cl ? { cl } : {}),
  };
};

/** Written from top to bottom, letter under letter. */
const STACKED = 255;

/** Degrees downwards, as Univer counts them: a file counts up to 90 upwards and beyond that downwards. */
const downwards = (rotation: number): number => (rotation > 90 ? rotation - 90 : -rotation);

const alignmentOf = (alignment: FileAlignment | undefined): IStyleData => {
  if (!alignment) return {};
  const { horizontal, vertical, wrapText, textRotation, indent } = alignment;
  const ht = horizontals.value(horizontal);
  const vt = verticals.value(vertical === "center" ? "middle" : vertical);
  const rotation = Number(textRotation ?? 0);
  const steps = Number(indent ?? 0);
  return {
    ...(ht !== undefined ? { ht } : {}),
    ...(vt !== undefined ? { vt } : {}),
    ...(isTrue(wrapText) ? { tb: WrapStrategy.WRAP } : {}),
    ...(rotation === STACKED
      ? { tr: { a: 0, v: BooleanNumber.TRUE } }
      : rotation > 0
        ? { tr: { a: downwards(rotation) } }
        : {}),
    ...(steps > 0 ? { pd: { t: 0, r: 2, b: 2, l: paddingOfSteps(steps) } } : {}),
  };
};

const fillOf = (fill: FileFill | undefined, colourOf: ColourOf): IStyleData => {
  if (!fill?.pattern || fill.pattern === "none") return {};
  const bg = colour(fill.pattern === "solid" ? fill.front : (fill.back ?? fill.front), colourOf);
  return bg ? { bg } : {};
};

export const styleIn = (look: FileLook, colourOf: ColourOf): IStyleData => {
  const { top, bottom, left, right } = look.borders ?? {};
  const [t, b, l, r] = [top, bottom, left, right].map((border) => borderOf(border, colourOf));
  const bd = { ...(t && { t }), ...(b && { b }), ...(l && { l }), ...(r && { r }) };
  return {
    ...fontOf(look.font, colourOf),
    ...fillOf(look.fill, colourOf),
    ...alignmentOf(look.alignment),
    ...(Object.keys(bd).length > 0 ? { bd } : {}),
    ...(look.format === undefined ? {} : { n: { pattern: look.format } }),
  };
};
