// The open workbook as values that say where they come from: a comment on each cell that had a formula, and a last sheet
// with every formula as text, its sources and their addresses. For a colleague who does not have the add-in.
import { record } from "../../functions";
import { cellName, cellsName, columnLetters, withSheet } from "../../common/address";
import { freeName } from "../../sheets/sheet-names";
import type { CellStyle } from "../../sheets/sheet";
import { callsIn } from "../../taskpane/models/audit";
import { explain } from "../../taskpane/explain/explanation";
import type { Source } from "../../taskpane/explain/sources";
import type { Workbook } from "../../workbook/port";
import type { SnapshotBook, SnapshotCell, SnapshotSheet } from "../../xlsx/write/snapshot";
import { styleOf } from "../styles";
import { valuesAlone } from "./values";

export const SOURCES_SHEET = "Where the numbers come from";

interface Provenance {
  readonly at: string;
  readonly formula: string;
  /** Our functions in it. */
  readonly functions: readonly string[];
  readonly sources: readonly Source[];
}

const provenanceOf = async (workbook: Workbook, sheet: string, cell: SnapshotCell): Promise<Provenance> => {
  const { row, column, formula = "", fills } = cell;
  const place = cellName(row, column);
  const at = { sheet, cell: place, formula, text: "", value: null, rows: 1, columns: 1 };
  const calls = (await callsIn(workbook, at)).map((call) => explain(call));
  const sources = new Map(calls.flatMap((call) => call.sources).map((one) => [`${one.title} ${one.says}`, one]));
  return {
    at: withSheet(sheet, fills ? cellsName(fills.first, fills.last) : place),
    formula,
    functions: [...new Set(calls.map(({ id }) => id))],
    sources: [...sources.values()],
  };
};

const calculatedBy = ({ functions }: Provenance): string =>
  functions.length === 0
    ? "calculated from cells of this workbook"
    : `calculated by ${functions.join(", ")} from the record of ${record().version}`;

/** A comment is read over the sheet: the rest is on the sheet of sources. */
const MOST_IN_COMMENT = 3;
/** Texts that comments and cells can hold without harm to a reader. */
const LONGEST = 1_000;
const cut = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

const comment = (one: Provenance): string => {
  const { formula, sources } = one;
  const named = sources.slice(0, MOST_IN_COMMENT).map(({ title, link, says }) => `${says}: ${title} ${link}`.trim());
  const more = sources.length - named.length;
  const rest = more > 0 ? [`and ${more} more on the sheet “${SOURCES_SHEET}”`] : [];
  return [cut(formula), ...(named.length > 0 ? named : [calculatedBy(one)]), ...rest].join("\n");
};

const HEADERS = ["Cells", "Formula", "Source", "Address", "What it says"];
const WIDTHS_PX = [14, 200, 380, 380, 420, 420];
const FIRST_ROW = 4;

const textAt = (row: number, column: number, value: string, style: CellStyle): SnapshotCell => ({
  row,
  column,
  value,
  style: styleOf({ style }),
});

/** One line a source; a formula without any has one that says what calculated it. */
const lines = (found: readonly Provenance[]): readonly (readonly string[])[] =>
  found.flatMap((one) => {
    const { at, formula, sources } = one;
    const told = sources.length > 0 ? sources : [{ title: calculatedBy(one), link: "", says: "" }];
    return told.map(({ title, link, says }) => [at, cut(formula, 8_000), title, link, says]);
  });

const sheetOf = (found: readonly Provenance[], name: string): SnapshotSheet => {
  const rows = lines(found);
  const sentence = `Values as they stood with the record of ${record().version}. Each formula as text, with the sources of its numbers; nothing here calculates.`;
  return {
    name,
    isHidden: false,
    showsGridlines: false,
    isRightToLeft: false,
    tabColour: "",
    frozen: { rows: FIRST_ROW, columns: 0 },
    widthPx: 80,
    heightPx: 20,
    columns: new Map(WIDTHS_PX.map((px, index) => [index, { px, isHidden: false }])),
    rows: new Map(),
    merged: [],
    cells: [
      textAt(0, 1, SOURCES_SHEET, "title"),
      textAt(1, 1, sentence, "note"),
      ...HEADERS.map((value, index) => textAt(FIRST_ROW - 1, index + 1, value, "header")),
      ...rows.flatMap((row, down) =>
        row.flatMap((value, index) =>
          value === "" ? [] : [textAt(FIRST_ROW + down, index + 1, value, index === 1 ? "formulaText" : "label")],
        ),
      ),
    ],
    charts: [],
    page: {
      print: {
        orientation: "landscape",
        area: `A1:${columnLetters(HEADERS.length)}${FIRST_ROW + Math.max(1, rows.length)}`,
        repeatedRows: `${FIRST_ROW}:${FIRST_ROW}`,
      },
    },
  };
};

export const valuesWithSources = async (snapshot: SnapshotBook, workbook: Workbook): Promise<SnapshotBook> => {
  const found: Provenance[] = [];
  const comments = new Map<string, string>();
  for (const { name, cells } of snapshot.sheets) {
    for (const cell of cells) {
      if (cell.formula === undefined) continue;
      const one = await provenanceOf(workbook, name, cell);
      found.push(one);
      comments.set(withSheet(name, cellName(cell.row, cell.column)), comment(one));
    }
  }
  const values = valuesAlone(snapshot);
  const commented = values.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const told = comments.get(withSheet(sheet.name, cellName(cell.row, cell.column)));
      return told === undefined ? cell : { ...cell, comment: told };
    }),
  }));
  const taken = new Set(values.sheets.map(({ name }) => name.toLowerCase()));
  return { ...values, sheets: [...commented, sheetOf(found, freeName(SOURCES_SHEET, taken))] };
};
