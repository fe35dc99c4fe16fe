// One sheet of a file, read from its part: cells, lines, panes and merged areas. What is not read is counted.
import type { Archive } from "./archive";
import { CellReader, type FileCell } from "./cells-in";
import type { FileColour } from "./colours";
import type { FileText } from "./strings-in";
import { isTrue, readXml, type Element } from "./xml";

export interface FileColumns {
  /** Counted from 1, both included. */
  readonly min: number;
  readonly max: number;
  readonly width: number | undefined;
  readonly isHidden: boolean;
  readonly look: number;
}

export interface FileRow {
  readonly height: number | undefined;
  readonly isHidden: boolean;
}

export interface SheetIn {
  readonly cells: readonly FileCell[];
  readonly rows: ReadonlyMap<number, FileRow>;
  readonly columns: readonly FileColumns[];
  readonly merged: readonly string[];
  readonly usualWidth: number | undefined;
  readonly usualHeight: number | undefined;
  readonly view: Element["attributes"];
  readonly pane: Element["attributes"];
  readonly tabColour: FileColour | undefined;
  readonly richTexts: number;
  readonly lostTexts: number;
  /** Of what is not read: how often it is there, by its word. */
  readonly left: ReadonlyMap<string, number>;
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

const number = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) ? undefined : value;
};

const colourOf = ({ rgb, theme, tint, indexed }: Element["attributes"]): FileColour => ({
  ...(rgb === undefined ? {} : { argb: rgb }),
  ...(theme === undefined ? {} : { theme: Number(theme) }),
  ...(tint === undefined ? {} : { tint: Number(tint) }),
  ...(indexed === undefined ? {} : { indexed: Number(indexed) }),
});

/** `onCells` is told of each cell and of each row that says something of itself: it may refuse more of them. */
export const sheetIn = async (
  archive: Archive,
  part: string,
  strings: readonly FileText[],
  onCell: () => void,
): Promise<SheetIn> => {
  const reader = new CellReader(strings);
  const rows = new Map<number, FileRow>();
  const columns: FileColumns[] = [];
  const merged: string[] = [];
  const left = new Map<string, number>();
  let format: Element["attributes"] = {};
  let view: Element["attributes"] | undefined;
  let pane: Element["attributes"] | undefined;
  let tabColour: FileColour | undefined;

  const openRow = (attributes: Element["attributes"]): void => {
    const row = reader.openRow(attributes);
    const height = number(attributes["ht"]);
    const isHidden = isTrue(attributes["hidden"]);
    if (height === undefined && !isHidden) return;
    onCell();
    rows.set(row, { height, isHidden });
  };

  const openElsewhere = ({ name, attributes, within }: Element): void => {
    const word = LEFT[name];
    if (word !== undefined) left.set(word, (left.get(word) ?? 0) + 1);
    if (name === "mergeCell") merged.push(attributes["ref"] ?? "");
    else if (name === "sheetFormatPr") format = attributes;
    else if (name === "sheetView") view ??= attributes;
    else if (name === "pane") pane ??= attributes;
    else if (name === "tabColor") tabColour = colourOf(attributes);
    else if (name === "col" && within.at(-1) === "cols") {
      const { min, max, width, hidden, style } = attributes;
      const [first = 1, last = first] = [number(min), number(max)];
      columns.push({ min: first, max: last, width: number(width), isHidden: isTrue(hidden), look: number(style) ?? 0 });
    }
  };

  await readXml(archive.read(part), {
    open: (element) => {
      const isCell = element.within[1] === "sheetData";
      if (!isCell) openElsewhere(element);
      else if (element.name === "row") openRow(element.attributes);
      else {
        if (element.name === "c") onCell();
        reader.open(element);
      }
    },
    text: (text, within) => {
      reader.text(text, within);
    },
    close: (name) => {
      reader.close(name);
    },
  });
  return {
    cells: reader.cells,
    rows,
    columns,
    merged,
    usualWidth: number(format["defaultColWidth"]),
    usualHeight: number(format["defaultRowHeight"]),
    view: view ?? {},
    pane: pane ?? {},
    tabColour,
    richTexts: reader.richTexts,
    lostTexts: reader.lostTexts,
    left,
  };
};
