// The looks of a file's cells: fonts, fills, borders and number formats, each listed once and put together by number
// (ECMA-376 part 1, 18.8).
import type { IStyleData } from "@univerjs/core";
import type { Archive } from "./archive";
import type { ColourOf, FileColour } from "./colours";
import { BUILT_IN_FORMATS } from "./number-formats";
import { fontOf, styleIn, type FileAlignment, type FileBorders, type FileFill, type FileFont } from "./style-in";
import { isTrue, readXml, type Element } from "./xml";

interface CellFormat {
  readonly of: Element["attributes"];
  alignment?: FileAlignment;
}

interface Lists {
  readonly fonts: FileFont[];
  readonly fills: FileFill[];
  readonly borders: FileBorders[];
  readonly formats: Map<number, string>;
  readonly cells: CellFormat[];
}

const colourIn = ({ rgb, indexed, theme, tint }: Element["attributes"]): FileColour => ({
  ...(rgb === undefined ? {} : { argb: rgb }),
  ...(indexed === undefined ? {} : { indexed: Number(indexed) }),
  ...(theme === undefined ? {} : { theme: Number(theme) }),
  ...(tint === undefined ? {} : { tint: Number(tint) }),
});

/** <b/> is bold, <b val="0"/> is not. */
const isOn = (val: string | undefined): boolean => val === undefined || isTrue(val);

const readFont = (font: FileFont, { name, attributes }: Element): void => {
  const { val } = attributes;
  if (name === "name" && val !== undefined) font.name = val;
  else if (name === "sz") font.size = Number(val);
  else if (name === "b") font.isBold = isOn(val);
  else if (name === "i") font.isItalic = isOn(val);
  else if (name === "strike") font.isStruck = isOn(val);
  else if (name === "u") font.isUnderlined = val !== "none";
  else if (name === "color") font.colour = colourIn(attributes);
};

const readFill = (fill: FileFill, { name, attributes }: Element): void => {
  if (name === "patternFill") fill.pattern = attributes["patternType"] ?? "none";
  else if (name === "fgColor") fill.front = colourIn(attributes);
  else if (name === "bgColor") fill.back = colourIn(attributes);
};

const SIDES: Readonly<Record<string, keyof FileBorders>> = {
  left: "left",
  start: "left",
  right: "right",
  end: "right",
  top: "top",
  bottom: "bottom",
};

const readBorder = (borders: FileBorders, { name, attributes, within }: Element): void => {
  const side = SIDES[name];
  if (side && attributes["style"] !== undefined) borders[side] = { style: attributes["style"] };
  const of = borders[SIDES[within.at(-1) ?? ""] ?? "left"];
  if (name === "color" && of) of.colour = colourIn(attributes);
};

const readElement = (lists: Lists, element: Element): void => {
  const { name, attributes, within } = element;
  // Formats by condition repeat the names of these elements in <dxfs>.
  const list = within[1] ?? "";
  if (list === "fonts" && name === "font") lists.fonts.push({});
  else if (list === "fills" && name === "fill") lists.fills.push({});
  else if (list === "borders" && name === "border") lists.borders.push({});
  else if (list === "fonts") readFont(lists.fonts.at(-1) ?? {}, element);
  else if (list === "fills") readFill(lists.fills.at(-1) ?? {}, element);
  else if (list === "borders") readBorder(lists.borders.at(-1) ?? {}, element);
  else if (list === "numFmts" && name === "numFmt") {
    lists.formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
  } else if (list === "cellXfs" && name === "xf") lists.cells.push({ of: attributes });
  else if (list === "cellXfs" && name === "alignment") {
    const last = lists.cells.at(-1);
    if (last) last.alignment = attributes;
  }
};

export interface Look {
  readonly id: string;
  readonly style: IStyleData;
}

export interface StylesIn {
  /** The look with this number, by which cells, columns and rows name it; undefined for a plain one. */
  look(number: number): Look | undefined;
  /** Those that were asked for, by id. */
  readonly used: Readonly<Record<string, IStyleData>>;
  /** The font of cells without a look. */
  readonly font: IStyleData;
}

export const stylesIn = async (archive: Archive, part: string, colourOf: ColourOf): Promise<StylesIn> => {
  const lists: Lists = { fonts: [], fills: [], borders: [], formats: new Map(), cells: [] };
  await readXml(archive.read(part), {
    open: (element) => {
      readElement(lists, element);
    },
  });
  const used: Record<string, IStyleData> = {};
  const looks = new Map<number, Look | undefined>();
  const idOf = new Map<string, string>();
  const make = (number: number): Look | undefined => {
    const { of = {}, alignment } = lists.cells[number] ?? {};
    const format = Number(of["numFmtId"] ?? 0);
    const pattern = lists.formats.get(format) ?? BUILT_IN_FORMATS[format];
    const style = styleIn(
      {
        // The first look is that of every empty cell; its font is the workbook's own.
        font: number === 0 ? undefined : lists.fonts[Number(of["fontId"] ?? 0)],
        fill: lists.fills[Number(of["fillId"] ?? 0)],
        borders: lists.borders[Number(of["borderId"] ?? 0)],
        alignment,
        format: pattern === "General" ? undefined : pattern,
      },
      colourOf,
    );
    if (Object.keys(style).length === 0) return undefined;
    const text = JSON.stringify(style);
    const id = idOf.get(text) ?? `style-${idOf.size + 1}`;
    idOf.set(text, id);
    used[id] = style;
    return { id, style };
  };
  return {
    look: (number) => {
      if (!looks.has(number)) looks.set(number, make(number));
      return looks.get(number);
    },
    used,
    font: fontOf(lists.fonts[0], colourOf),
  };
};
