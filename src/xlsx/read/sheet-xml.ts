// A sheet of a file, cut down to what is read: cells, merged areas and what stands before them. The rest is counted.
import { elementOf, tagsOf } from "./xml";

export interface SheetXml {
  readonly xml: string;
  readonly cells: number;
  /** Of what is not read: how often it is there, by its name in leftOut. */
  readonly left: Readonly<Record<string, number>>;
}

/** The elements of the format (ECMA-376 part 1, 18.3.1.99) by the word for them; those of extensions among them. */
const LEFT: Readonly<Record<string, string>> = {
  conditionalFormatting: "conditional format",
  dataValidation: "rule for input",
  hyperlink: "link",
  autoFilter: "filter",
  sheetProtection: "sheet protection",
  tablePart: "table",
  sparkline: "sparkline",
  oleObject: "embedded object",
  control: "form control",
};

export const cutSheet = (xml: string): SheetXml => {
  const end = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(xml);
  if (!end) return { xml, cells: 0, left: {} };
  const head = xml.slice(0, end.index + end[0].length);
  const tail = xml.slice(end.index + end[0].length);
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(head)?.[1] ?? "";
  return {
    xml: `${head}${elementOf(tail, "mergeCells")}</${prefix}worksheet>`,
    cells: head.match(/<(?:\w+:)?c[\s/>]/g)?.length ?? 0,
    left: Object.fromEntries(
      Object.entries(LEFT).flatMap(([name, word]) => {
        const count = tagsOf(tail, name).length;
        return count > 0 ? [[word, count]] : [];
      }),
    ),
  };
};
