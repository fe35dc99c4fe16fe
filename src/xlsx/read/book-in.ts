// An .xlsx file as a workbook of Univer, and in sentences what of it is not there.
import { LocaleType, type IWorkbookData } from "@univerjs/core";
import { cellsName, withSheet } from "../../common/address";
import { allowedSheetNames } from "../../sheets/sheet-names";
import { Archive } from "./archive";
import { coloursOf } from "./colours";
import type { Surroundings } from "./formula-in";
import { formulasIn, type FormulaCell, type KeptCell } from "./formulas-in";
import { NotOpened, refusal, refusalOfArchive } from "./kind";
import { keptSentence, leftOutSentence } from "./left-out";
import { limitsOf } from "./limits";
import { mergesIn } from "./merges-in";
import { namesIn } from "./names-in";
import { contentTypesIn, relatedTo, workbookPart } from "./package";
import { sheetData, valuesOf, withFormulas, type CellMatrix } from "./sheet-data";
import { sheetIn } from "./sheet-in";
import { lostSheets, renamedSheets } from "./sheets-said";
import { stringsIn } from "./strings-in";
import { stylesIn } from "./styles-in";
import { themeIn } from "./theme-in";
import { workbookIn } from "./workbook-in";

/** A sheet's formulas beside what the file says of them. */
export interface OpenedSheet {
  readonly id: string;
  readonly name: string;
  /** All cells with the values that they have in the file and without formulas. */
  readonly values: CellMatrix;
  readonly formulas: readonly FormulaCell[];
  readonly kept: readonly KeptCell[];
}

export interface OpenedBook {
  readonly data: Partial<IWorkbookData>;
  readonly sheets: readonly OpenedSheet[];
  /** Whoever wrote the file did not calculate it. */
  readonly asksToCalculate: boolean;
  /** What is not as in the file: one sentence each. */
  readonly notes: readonly string[];
}

const FROM_1904 =
  "The file uses the 1904 date system: dates were converted to the 1900 system used here. Formulas with dates as plain numbers may need 1,462 added.";
const ITERATES =
  "The file solves circular formulas by iterative calculation, which this workbook does not: such formulas keep the file's values.";

const read = async (file: string, bytes: Uint8Array, isKnown: (name: string) => boolean): Promise<OpenedBook> => {
  const archive = await Archive.of(file, bytes);
  const types = await contentTypesIn(archive);
  const part = await workbookPart(archive, types);
  if (part === undefined) throw new NotOpened(refusalOfArchive(file, archive.names));
  const limits = limitsOf(file);
  const related = await relatedTo(archive, part);
  const partOf = (kind: string, usual: string): string =>
    related.find((one) => one.kind === kind && archive.has(one.part))?.part ?? usual;
  const workbook = await workbookIn(archive, part);
  limits.requireNames(workbook.names.length);
  limits.requireSheets(workbook.sheets.length);

  const titles = workbook.sheets.map(({ name }) => name);
  const allowed = allowedSheetNames(titles);
  const parts = workbook.sheets.map(({ relation }) => related.find(({ id }) => id === relation));
  const isThere = parts.map((one) => one?.kind === "worksheet" && archive.has(one.part));
  if (!isThere.includes(true)) throw new NotOpened(`${file} has no sheet with cells.`);
  const ids = titles.map((_, index) => `sheet-${index + 1}`);
  const hereOf = new Map(
    titles.map((title, index) => [title.toLowerCase(), allowed[index] ?? title] as const).reverse(),
  );
  const around: Omit<Surroundings, "named"> = { isKnown, sheetHere: (name) => hereOf.get(name.toLowerCase()) };
  const names = namesIn(workbook.names, titles, ids, around);

  const colourOf = coloursOf(await themeIn(archive, partOf("theme", "xl/theme/theme1.xml")));
  const strings = await stringsIn(archive, partOf("sharedStrings", "xl/sharedStrings.xml"));
  const styles = await stylesIn(archive, partOf("styles", "xl/styles.xml"), colourOf);

  const left = new Map<string, number>();
  const count = (word: string, times: number): void => {
    if (times > 0) left.set(word, (left.get(word) ?? 0) + times);
  };
  const sheets: OpenedSheet[] = [];
  const data: Partial<IWorkbookData>["sheets"] & object = {};
  for (const [index, { name: title, isHidden }] of workbook.sheets.entries()) {
    const sheetPart = parts[index];
    if (!isThere[index] || !sheetPart) continue;
    const [id = "", name = title] = [ids[index], allowed[index]];
    const found = await sheetIn(archive, sheetPart.part, strings, limits.countCell);
    const { formulas, kept } = formulasIn(found.cells, title, { ...around, named: names.named });
    const merges = mergesIn(found.merged);
    const values = valuesOf(found, styles, workbook.countsFrom1904);
    sheets.push({ id, name, values, formulas, kept });
    const frame = { id, name, isHidden, merges, styles, colourOf };
    data[id] = sheetData(found, withFormulas(values, formulas), frame);
    for (const [word, times] of found.left) count(word, times);
    count("text with mixed formatting (its words are kept)", found.richTexts);
    count("text that cells refer to but the file lacks (shown as #VALUE!)", found.lostTexts);
    count("merged area that overlaps another", merges.overlapping);
    count("merged area over more than 100,000 cells", merges.tooLarge);
    count("merged area beyond the number supported here", merges.tooMany);
  }
  count("the print layout", workbook.printings);
  count("name that refers to nothing here", names.left);
  const keptCells = sheets.flatMap(({ name, kept }) =>
    kept.map(({ first, last, why }) => ({ cell: withSheet(name, cellsName(first, last)), why })),
  );
  return {
    data: {
      name: file,
      locale: LocaleType.EN_US,
      styles: styles.used,
      ...(styles.font.ff || styles.font.fs
        ? { defaultStyle: { ff: styles.font.ff ?? null, ...(styles.font.fs ? { fs: styles.font.fs } : {}) } }
        : {}),
      sheetOrder: sheets.map(({ id }) => id),
      sheets: data,
      resources: names.resources,
    },
    sheets,
    asksToCalculate: workbook.asksToCalculate,
    notes: [
      ...renamedSheets(
        titles.filter((_, index) => isThere[index]),
        allowed.filter((_, index) => isThere[index]),
      ),
      ...lostSheets(titles.flatMap((title, index) => (isThere[index] ? [] : [{ title, kind: parts[index]?.kind }]))),
      leftOutSentence(archive.names, types, left),
      keptSentence(keptCells),
      names.replaced > 0 ? replacedSentence(names.replaced) : "",
      workbook.countsFrom1904 ? FROM_1904 : "",
      workbook.iterates ? ITERATES : "",
    ].filter((note) => note !== ""),
  };
};

const replacedSentence = (count: number): string =>
  `${count === 1 ? "1 name means" : `${count.toLocaleString("en-US")} names mean`} different cells depending on the sheet or position, which a name cannot do here: formulas with ${count === 1 ? "it" : "them"} use the cell addresses instead.`;

export const bookIn = async (
  file: string,
  bytes: Uint8Array,
  isKnown: (name: string) => boolean,
): Promise<OpenedBook> => {
  const why = refusal(file, bytes);
  if (why !== undefined) throw new NotOpened(why);
  try {
    return await read(file, bytes, isKnown);
  } catch (error) {
    if (error instanceof NotOpened) throw error;
    throw new NotOpened(
      `${file} is damaged: its parts cannot be read. Repair and save it in Excel or LibreOffice, then open that file.`,
      { cause: error },
    );
  }
};
