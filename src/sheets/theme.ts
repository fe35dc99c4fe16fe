// How sheets look, once for all hosts: what each style of a cell is, and which colour stands for what on every chart.
// The browser workbook, Excel and files translate it into their own words (styles.ts, looks.ts, look.ts).
import type { CellStyle } from "./sheet";

/** Colours of a light sheet; Univer turns those of cells for its dark theme by itself. */
export const COLOURS = {
  accent: "#0F6B6B",
  ink: "#242424",
  quiet: "#616161",
  rule: "#8A8886",
  grid: "#E3E3E3",
  input: "#0000C8",
  inputGround: "#FFF9DB",
} as const;

export interface CellLook {
  readonly size: number;
  readonly colour: string;
  readonly bold?: true;
  /** A letter of one width, for formulas as text. */
  readonly mono?: true;
  readonly ground?: string;
  /** A line under the cell. */
  readonly rule?: string;
}

const { accent, ink, quiet, rule, input, inputGround } = COLOURS;

export const LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  title: { size: 15, colour: accent, bold: true },
  note: { size: 10, colour: quiet },
  heading: { size: 11.5, colour: accent, bold: true },
  formulaText: { size: 9, colour: quiet, mono: true },
  header: { size: 10, colour: ink, bold: true, rule },
  unit: { size: 9, colour: quiet },
  label: { size: 10, colour: ink },
  input: { size: 10, colour: input, ground: inputGround },
  result: { size: 10, colour: ink },
  link: { size: 10, colour: accent },
};

/** A colour on a light ground and on a dark one. */
export interface Shade {
  readonly light: string;
  readonly dark: string;
}

const shade = (light: string, dark: string): Shade => ({ light, dark });

/** Stacked from the bottom, the rest last: lightness differs from band to band, so that they hold in grey and for every eye. */
export const BANDS: readonly Shade[] = [
  shade("#0F6B6B", "#2F9C95"),
  shade("#7FCABF", "#A5DDD4"),
  shade("#34507F", "#4D74BA"),
  shade("#A9BFE0", "#C0D2EE"),
  shade("#A5692F", "#C4864A"),
  shade("#D3D0CB", "#8E8C88"),
];

/** Lines and columns side by side, in the order of their series. */
export const LINES: readonly Shade[] = [
  shade("#0F6B6B", "#6CC0B6"),
  shade("#A5692F", "#D69A61"),
  shade("#34507F", "#8FB0EA"),
  shade("#5C5C5C", "#B4B4B4"),
  shade("#6AA9DC", "#4F7FB8"),
];

/** Nine in ten paths, half of them, and the median, which is the first line. */
export const FAN = {
  nineInTen: shade("#D3E8E5", "#1F4442"),
  half: shade("#8CC4BD", "#2C7069"),
  median: shade("#0F6B6B", "#6CC0B6"),
} as const;

/** What else a chart is drawn with. */
export const CHART = {
  ground: shade("#FFFFFF", "#1B1C1F"),
  ink: shade("#242424", "#ECECEC"),
  quiet: shade("#5C5C5C", "#B4B4B4"),
  grid: shade(COLOURS.grid, "#3A3B40"),
  link: shade("#0F6B6B", "#6CC0B6"),
} as const;

/** The colour of the n-th series on a light ground. */
export const lightOf = (shades: readonly Shade[], index: number): string =>
  shades[index % shades.length]?.light ?? COLOURS.ink;
