// An .xlsx file as a workbook of Univer, and in sentences what of it is not there.
import { Workbook, type Style } from "@cj-tech-master/excelts";
import { LocaleType, type IStyleData, type IWorkbookData } from "@univerjs/core";
import { coloursOf } from "./colours";
import { formulaIn } from "./formula-in";
import { NotOpened } from "./kind";
import { keptSentence, leftOutSentence, type KeptValue } from "./left-out";
import { namesIn } from "./names-in";
import { setFormatsAside } from "./number-formats";
import { readParts } from "./parts";
import { sheetIn, type SheetContext, type SheetIn } from "./sheet-in";
import { cutSheet } from "./sheet-xml";
import { styleIn } from "./style-in";
import { readWorkbookXml } from "./workbook-xml";

/** More than this a browser tab shows only after minutes. */
const MOST_CELLS = 400_000;

export interface OpenedBook {
  readonly data: Partial<IWorkbookData>;
  /** What is not as in the file: one sentence each. */
  readonly notes: readonly string[];
}

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
const isSheet = (part: string): boolean => part.startsWith("xl/worksheets/");

const readBook = async (file: string, texts: ReadonlyMap<string, string>): Promise<Workbook> => {
  const encoder = new TextEncoder();
  const parts = Object.fromEntries([...texts].map(([part, text]) => [part, encoder.encode(text)]));
  const book = new Workbook();
  try {
    await book.xlsx.loadFromFiles(parts);
  } catch {
    throw new NotOpened(
      `${file} is damaged: its sheets cannot be read. Let Excel or LibreOffice repair and save it, then open that.`,
    );
  }
  if (book.worksheets.length === 0) throw new NotOpened(`${file} has no sheet with cells.`);
  return book;
};

/** Each look once, by what it says. */
const styleSheet = (formatOf: (quoted: string | undefined) => string | undefined, theme: string) => {
  const colourOf = coloursOf(theme);
  const styles: Record<string, IStyleData> = {};
  const byText = new Map<string, string>();
  const byObject = new Map<object, ReturnType<SheetContext["style"]>>();
  const read = (style: object): ReturnType<SheetContext["style"]> => {
    const { numFmt, ...rest } = style as Partial<Style>;
    const look = styleIn(rest, formatOf(typeof numFmt === "string" ? numFmt : undefined), colourOf);
    if (Object.keys(look).length === 0) return undefined;
    const text = JSON.stringify(look);
    const id = byText.get(text) ?? `style-${byText.size + 1}`;
    byText.set(text, id);
    styles[id] = look;
    return { id, style: look };
  };
  const style: SheetContext["style"] = (of) => {
    if (!byObject.has(of)) byObject.set(of, read(of));
    return byObject.get(of);
  };
  return { styles, style, colourOf };
};

export const bookIn = async (
  file: string,
  bytes: Uint8Array,
  isKnown: (name: string) => boolean,
): Promise<OpenedBook> => {
  const parts = await readParts(file, bytes);
  const texts = new Map(parts.texts);
  const whole = readWorkbookXml(texts.get(WORKBOOK) ?? "", texts.get(RELATIONS) ?? "");
  texts.set(WORKBOOK, whole.workbook).set(RELATIONS, whole.relations);
  const formats = setFormatsAside(texts.get(STYLES) ?? "");
  if (texts.has(STYLES)) texts.set(STYLES, formats.styles);

  const left = new Map<string, number>();
  const count = (found: Readonly<Record<string, number>>): void => {
    for (const [word, times] of Object.entries(found)) left.set(word, (left.get(word) ?? 0) + times);
  };
  let cells = 0;
  for (const [part, text] of parts.texts) {
    if (!isSheet(part)) continue;
    const cut = cutSheet(text);
    texts.set(part, cut.xml);
    cells += cut.cells;
    count(cut.left);
  }
  if (cells > MOST_CELLS) {
    throw new NotOpened(
      `${file} has ${cells.toLocaleString("en-US")} cells; up to ${MOST_CELLS.toLocaleString("en-US")} can be opened here. Save the sheets that you need as a file of their own.`,
    );
  }

  const book = await readBook(file, texts);
  const { styles, style, colourOf } = styleSheet(formats.formatOf, texts.get("xl/theme/theme1.xml") ?? "");
  const sheets = book.worksheets.map((sheet, index): SheetIn =>
    sheetIn(sheet, {
      id: `sheet-${index + 1}`,
      countsFrom1904: whole.countsFrom1904,
      formulaIn: (formula) => formulaIn(formula, isKnown),
      style,
    }),
  );
  const richTexts = sheets.reduce((sum, sheet) => sum + sheet.richTexts, 0);
  if (richTexts > 0) count({ "text with several looks (its words are there)": richTexts });
  count(whole.left);
  const kept: KeptValue[] = sheets.flatMap((sheet) => sheet.kept);
  const idOf = new Map(sheets.map(({ data }) => [data.name ?? "", data.id]));
  const names = namesIn(whole.names, idOf, isKnown);
  if (names.left > 0) count({ "name that refers to nothing here": names.left });
  const font = styleIn({ font: book.model.defaultFont ?? {} }, undefined, colourOf);
  const from1904 = whole.countsFrom1904
    ? "The file counts days from 1904: dates were changed to count from 1900, as here. Formulas with days as plain numbers may need 1,462 added."
    : "";
  return {
    data: {
      name: file,
      locale: LocaleType.EN_US,
      styles,
      ...(Object.keys(font).length > 0
        ? { defaultStyle: { ff: font.ff ?? null, ...(font.fs ? { fs: font.fs } : {}) } }
        : {}),
      sheetOrder: sheets.map(({ data }) => data.id),
      sheets: Object.fromEntries(sheets.map(({ data }) => [data.id, data])),
      resources: names.resources,
    },
    notes: [leftOutSentence(parts.names, left), keptSentence(kept), from1904].filter((note) => note !== ""),
  };
};
