// How the styles of a described sheet look in Excel. Colours for a light sheet: Excel has no other.
import { isIndented } from "../../sheets/indent";
import type { CellStyle, SheetArea } from "../../sheets/sheet";

interface Look {
  readonly bold?: true;
  readonly size?: number;
  readonly colour: string;
  readonly fill?: string;
  readonly font?: string;
  readonly line?: string;
}

const TEAL = "#0F6B6B";
const INK = "#242424";
const QUIET = "#616161";

const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, size: 15, colour: TEAL },
  note: { size: 10, colour: QUIET },
  heading: { bold: true, size: 11.5, colour: TEAL },
  formulaText: { size: 9, colour: QUIET, font: "Consolas" },
  header: { bold: true, size: 10, colour: INK, line: "#8A8886" },
  unit: { size: 9, colour: QUIET },
  label: { size: 10, colour: INK },
  input: { size: 10, colour: "#0000C8", fill: "#FFF9DB" },
  result: { size: 10, colour: INK },
  link: { size: 10, colour: TEAL },
};

const ALIGNED = { left: "Left", right: "Right", center: "Center" } as const;

export const dress = (range: Excel.Range, look: Omit<SheetArea, "range">): void => {
  const { style, format, align } = look;
  const { bold, size, colour, fill, font, line } = LOOKS[style];
  const { font: letters } = range.format;
  letters.color = colour;
  if (bold) letters.bold = true;
  if (size !== undefined) letters.size = size;
  if (font !== undefined) letters.name = font;
  if (fill !== undefined) range.format.fill.color = fill;
  if (line !== undefined) range.format.borders.getItem("EdgeBottom").color = line;
  if (align !== undefined) range.format.horizontalAlignment = ALIGNED[align];
  // Since ExcelApi 1.9.
  if (isIndented(look) && Office.context.requirements.isSetSupported("ExcelApi", "1.9")) {
    range.format.horizontalAlignment = "Left";
    range.format.indentLevel = 1;
  }
  // One format for all cells of the range: Excel takes it as it is, its types ask for a table.
  if (format !== undefined) range.numberFormat = format as unknown as string[][];
};
