// How the styles of a described sheet look in Excel. Colours for a light sheet: Excel has no other.
import { isIndented } from "../../sheets/indent";
import type { SheetArea } from "../../sheets/sheet";
import { LOOKS } from "../../sheets/theme";

const MONO = "Consolas";

const ALIGNED = { left: "Left", right: "Right", center: "Center" } as const;

export const dress = (range: Excel.Range, look: Omit<SheetArea, "range">): void => {
  const { style, format, align } = look;
  const { bold, size, colour, ground, mono, rule } = LOOKS[style];
  const { font: letters } = range.format;
  letters.color = colour;
  if (bold) letters.bold = true;
  letters.size = size;
  if (mono) letters.name = MONO;
  if (ground !== undefined) range.format.fill.color = ground;
  if (rule !== undefined) range.format.borders.getItem("EdgeBottom").color = rule;
  if (align !== undefined) range.format.horizontalAlignment = ALIGNED[align];
  // Since ExcelApi 1.9.
  if (isIndented(look) && Office.context.requirements.isSetSupported("ExcelApi", "1.9")) {
    range.format.horizontalAlignment = "Left";
    range.format.indentLevel = 1;
  }
  // One format for all cells of the range: Excel takes it as it is, its types ask for a table.
  if (format !== undefined) range.numberFormat = format as unknown as string[][];
};
