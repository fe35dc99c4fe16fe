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

/**
 * stackedArea: largest series first, it lies at the bottom. line, column: side by side. fan: the series are the
 * percentiles P5, P25, P50, P75 and P95, drawn as a median with two bands.
 */
export type ChartKind = "stackedArea" | "line" | "column" | "fan";

export interface SheetChart {
  readonly kind: ChartKind;
  readonly title: string;
  /** One sentence for those who cannot see it, and under the drawing. */
  readonly description: string;
  /** The cells that it covers. */
  readonly over: string;
  /** The cells behind it, from the header to the last row: where "Show the table" leads. */
  readonly table: string;
  /** What stands along the horizontal axis: dates, or names and numbers where `categories` is set. */
  readonly dates: string;
  readonly categories?: true;
  readonly series: readonly ChartSeries[];
  /** For fans: the differences from one percentile to the next, which Excel's own charts stack. */
  readonly steps?: readonly string[];
  readonly unit: string;
  /** Its vertical axis begins near the values, where differences are what it shows; it says so beside its unit. */
  readonly fromZero?: false;
  /** Number format of the vertical axis, en-US. */
  readonly format?: string;
  /** Thin lines with a label. */
  readonly marks: readonly { readonly date: string; readonly label: string }[];
  /** The mark as a series, high in the row of its month: Excel's own charts know no days between their rows. */
  readonly marked?: ChartSeries;
}

/** What stands beside a chart's title or over its axis. */
export const unitOf = ({ unit, fromZero }: SheetChart): string =>
  fromZero === false ? `${unit}; axis need not start at 0` : unit;

/** A name for a cell or range of the sheet, known on this sheet: inputs are named, so that formulas can be read. */
export interface SheetName {
  readonly name: string;
  readonly range: string;
}

/** An input that takes one of a few words. */
export interface SheetChoice {
  readonly range: string;
  readonly values: readonly string[];
}

/** One page wide and as many tall as it takes, unless it is to be one page. */
export interface PrintLayout {
  readonly orientation: "portrait" | "landscape";
  readonly area: string;
  readonly onePage?: true;
  /** How the sheet's numbers came about, in a few words for the foot of each page. */
  readonly method?: string;
  /** Rows on top of each page: "6:7". */
  readonly repeatedRows?: string;
}

/** What stands at the foot of pages: how the numbers came about, and of which record they are. */
export const footOf = ({ method = "As last reported; what is missing is not zero" }: PrintLayout, version: string) =>
  `${method}. Miner Overhang, record of ${version}`;

export interface SheetDescription {
  readonly name: string;
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights?: Readonly<Record<number, number>>;
  /** Rows that stay in sight. */
  readonly frozenRows?: number;
  readonly cells: readonly SheetCell[];
  readonly areas?: readonly SheetArea[];
  readonly charts?: readonly SheetChart[];
  readonly names?: readonly SheetName[];
  readonly choices?: readonly SheetChoice[];
  readonly print?: PrintLayout;
}
