// A sheet described as data: what stands where and in which style. The browser workbook and the xlsx templates draw it.
// Addresses are plain A1 ("B4", "B4:G9"); other sheets as in formulas ("'By month'!A7"). Widths and heights in pixels.

/**
 * What a cell is, not how it looks: title and note say what the sheet answers; heading names a block; formulaText shows
 * a formula as text beside its result; header and unit stand over columns; input is for the user to change; result is
 * calculated; link leads to a source.
 */
export type CellStyle =
  "title" | "note" | "heading" | "formulaText" | "header" | "unit" | "label" | "input" | "result" | "link";

interface Look {
  readonly style: CellStyle;
  /** Excel's number format, en-US. */
  readonly format?: string;
  /** Numbers stand right and text left unless said otherwise. */
  readonly align?: "left" | "right" | "center";
}

export interface ValueCell extends Look {
  readonly address: string;
  readonly value: string | number;
}

/** A formula, with its equals sign. Where it fills more than its own cell, `fills` is how far. */
export interface FormulaCell extends Look {
  readonly address: string;
  readonly formula: string;
  readonly fills?: string;
}

export type SheetCell = ValueCell | FormulaCell;

/** The look of cells that a formula fills from elsewhere, or that are to be filled by the user. */
export interface SheetArea extends Look {
  readonly range: string;
}

export interface ChartSeries {
  /** The cell that names it. */
  readonly name: string;
  readonly values: string;
}

export interface SheetChart {
  readonly kind: "stackedArea";
  readonly title: string;
  /** One sentence for those who cannot see it, and under the drawing. */
  readonly description: string;
  /** The cells that it covers. */
  readonly over: string;
  /** The cells behind it, from the header to the last row: where "Show the table" leads. */
  readonly table: string;
  readonly dates: string;
  /** Largest first: it lies at the bottom. */
  readonly series: readonly ChartSeries[];
  readonly unit: string;
  /** Thin lines with a label. */
  readonly marks: readonly { readonly date: string; readonly label: string }[];
}

export interface SheetDescription {
  readonly name: string;
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Rows that stay in sight. */
  readonly frozenRows?: number;
  readonly cells: readonly SheetCell[];
  readonly areas?: readonly SheetArea[];
  readonly charts?: readonly SheetChart[];
}
