// What a template is, and the small pieces that its sheets are made of.
import type { CellStyle, FormulaCell, SheetArea, SheetCell, SheetDescription, ValueCell } from "../sheet";

export interface Template {
  /** In file names and menus; never changes. */
  readonly id: string;
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly sentence: string;
  /** In their order, the first to be shown. Names of sheets are unlike those of every other template. */
  readonly sheets: readonly SheetDescription[];
}

/**
 * A cell or range whose empty cells stay empty: Excel may hand them over as 0, which among numbers cannot be told from
 * a 0 that is meant ("First hour in Excel", check 4).
 */
export const orEmpty = (range: string): string => `IF(${range}="","",${range})`;

type Look = Omit<ValueCell, "address" | "value">;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The column `steps` to the right of a single-letter one. */
export const columnAfter = (column: string, steps: number): string => LETTERS[LETTERS.indexOf(column) + steps] ?? "";

/** Texts or numbers side by side, from `column` on; an empty text leaves its cell as it is. */
export const across = (column: string, row: number, texts: readonly (string | number)[], look: Look): SheetCell[] =>
  texts.flatMap((value, index): SheetCell[] =>
    value === "" ? [] : [{ address: `${columnAfter(column, index)}${row}`, value, ...look }],
  );

/** Texts one below the other, from `row` on; an empty text leaves a line free. */
export const down = (column: string, row: number, texts: readonly (string | number)[], look: Look): SheetCell[] =>
  texts.flatMap((value, index): SheetCell[] =>
    value === "" ? [] : [{ address: `${column}${row + index}`, value, ...look }],
  );

/** The title and the sentence under it, which says what the sheet answers. */
export const head = (title: string, sentence: string): SheetCell[] => [
  { address: "B1", value: title, style: "title" },
  { address: "B2", value: sentence, style: "note" },
];

/** A formula with its text in another cell: what to type is learnt by reading. */
export const withText = (textAddress: string, cell: FormulaCell): SheetCell[] => [
  cell,
  { address: textAddress, value: cell.formula, style: "formulaText" },
];

/** A column of the rows `first` to `last`. */
export const area = (
  columns: string,
  first: number,
  last: number,
  style: CellStyle,
  look: Partial<Look> = {},
): SheetArea => {
  const [from = "", to = from] = columns.split(":");
  return { range: `${from}${first}:${to}${last}`, style, ...look };
};

/** For the notes of templates with charts over time. */
export const CHARTS_FOLLOW =
  "Charts over time get longer and shorter with their tables: in a file by themselves, inserted into Excel by the add-in while it runs (Excel since mid-2022).";

/** The note sheet of a template: headings and sentences, one a row. */
export const notes = (name: string, title: string, blocks: Readonly<Record<string, readonly string[]>>) => {
  const cells = head(title, "How this model works, what it rests on and where it ends.");
  let row = 4;
  for (const [heading, sentences] of Object.entries(blocks)) {
    cells.push({ address: `B${row}`, value: heading, style: "heading" });
    cells.push(...down("B", row + 1, sentences, { style: "label" }));
    row += sentences.length + 2;
  }
  return {
    name,
    columnWidths: { A: 14, B: 900 },
    rowHeights: { 1: 28 },
    cells,
    print: { orientation: "portrait", area: `A1:B${row}` },
  } as const satisfies SheetDescription;
};
