// Univer's styles as a file has them.
import type { Border, Style } from "@cj-tech-master/excelts";
import {
  BooleanNumber,
  WrapStrategy,
  type IBorderStyleData,
  type IColorStyle,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { borders, horizontals, stepsOfPadding, verticals } from "./look-words";

/** Lists of fonts in our own sheets name several; a file takes one, and each system has these two. */
const FONTS: Readonly<Record<string, string>> = { "Segoe UI": "Arial", Consolas: "Courier New" };

const hex = (value: number): string => value.toString(16).padStart(2, "0").toUpperCase();

/** "#0f6b6b", "#abc" and "rgb(15, 107, 107)" as FF0F6B6B. */
export const argbOf = (colour: string): string | undefined => {
  const [, long] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  if (long !== undefined) return `FF${long.toUpperCase()}`;
  const [, short] = /^#([0-9a-f]{3})$/i.exec(colour) ?? [];
  if (short !== undefined) return `FF${short.replaceAll(/./g, "$&$&")}`.toUpperCase();
  const [, red, green, blue] = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour) ?? [];
  return red === undefined ? undefined : `FF${hex(Number(red))}${hex(Number(green))}${hex(Number(blue))}`;
};

const colourOf = (colour: Nullable<IColorStyle>): { argb: string } | undefined => {
  const argb = argbOf(colour?.rgb ?? "");
  return argb === undefined ? undefined : { argb };
};

const borderOf = (border: Nullable<IBorderStyleData>): Border | undefined => {
  const style = borders.word(border?.s);
  return style === undefined ? undefined : { style, color: colourOf(border?.cl) ?? { argb: "FF000000" } };
};

const fontOf = ({ ff, fs, bl, it, ul, st, cl }: IStyleData): Style["font"] => {
  const [first = ""] = (ff ?? "").split(",").map((name) => name.trim().replaceAll(/["']/g, ""));
  const color = colourOf(cl);
  return {
    ...(first === "" ? {} : { name: FONTS[first] ?? first }),
    ...(fs === undefined ? {} : { size: fs }),
    ...(bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(st?.s === BooleanNumber.TRUE ? { strike: true } : {}),
    ...(color ? { color } : {}),
  };
};

const alignmentOf = ({ ht, vt, tb, tr, pd }: IStyleData): Style["alignment"] => {
  const horizontal = horizontals.word(ht);
  const vertical = verticals.word(vt);
  const indent = stepsOfPadding(pd?.l);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(tb === WrapStrategy.WRAP ? { wrapText: true } : {}),
    ...(tr?.v === BooleanNumber.TRUE ? { textRotation: "vertical" as const } : tr?.a ? { textRotation: -tr.a } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
};

export const styleOut = (style: IStyleData, format = style.n?.pattern): Partial<Style> => {
  const { t, b, l, r } = style.bd ?? {};
  const [top, bottom, left, right] = [t, b, l, r].map(borderOf);
  const border = { ...(top && { top }), ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
  const fill = colourOf(style.bg);
  const font = fontOf(style);
  const alignment = alignmentOf(style);
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(Object.keys(border).length > 0 ? { border } : {}),
    ...(fill ? { fill: { type: "pattern", pattern: "solid", fgColor: fill } } : {}),
    ...(format === undefined || format === "" ? {} : { numFmt: format }),
  };
};
