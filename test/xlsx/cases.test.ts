// Files as other programs write them, each with a trouble that somebody has reported in public: what is read from them.
// That the workbook in the browser shows the right values is test/e2e/opened-files.test.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { bookIn, type OpenedBook } from "../../src/xlsx/read/book-in";
import { fileOf, type FileParts } from "./xlsx-parts";

const KNOWN = new Set(["SUM", "SUMPRODUCT", "IF", "INDEX", "MATCH", "VLOOKUP", "ROUND", "OFFSET", "COUNT", "SEQUENCE"]);
const isKnown = (name: string): boolean => KNOWN.has(name) || functionCalled(name) !== undefined;

const open = (name: string): Promise<OpenedBook> =>
  bookIn(name, new Uint8Array(readFileSync(join(import.meta.dirname, "cases", name))), isKnown);
const made = async (parts: FileParts): Promise<OpenedBook> => bookIn("made.xlsx", await fileOf(parts), isKnown);

const sheet = (book: OpenedBook, name: string) => {
  const found = book.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`No sheet ${name} but ${book.sheets.map((one) => one.name).join(", ")}`);
  return found;
};
const valueAt = (book: OpenedBook, name: string, row: number, column: number): unknown =>
  sheet(book, name).values[row]?.[column]?.v;
const formulasOf = (book: OpenedBook, name: string): string[] =>
  sheet(book, name).formulas.map(({ formula }) => formula);
const said = (book: OpenedBook): string => book.notes.join(" ");

const row = (cells: string, at = 1): string => `<row r="${at}">${cells}</row>`;
const formulas = (...texts: readonly string[]): string =>
  row(texts.map((text) => `<c><f>${text}</f><v>1</v></c>`).join(""));

describe("parts", () => {
  it.each([
    "part-strings-capital.xlsx",
    "part-strings-other.xlsx",
    "part-styles-capital.xlsx",
    "part-sheet-elsewhere.xlsx",
    "part-workbook2.xlsx",
  ])("are found wherever they are and whatever they are called: %s", async (name) => {
    const book = await open(name);
    expect([valueAt(book, "S", 0, 0), valueAt(book, "S", 0, 1), valueAt(book, "T", 0, 0)]).toEqual([
      "MARA",
      46022,
      "CLSK",
    ]);
    const id = sheet(book, "S").values[0]?.[1]?.s;
    expect(book.data.styles?.[typeof id === "string" ? id : ""]?.n?.pattern).toBe("yyyy\\-mm\\-dd");
    expect(book.notes).toEqual([]);
  });

  it.each(["strict.xlsx", "x-prefix.xlsx"])("are read in either spelling of the format: %s", async (name) => {
    expect(formulasOf(await open(name), "S")).toEqual(["=B1*2"]);
  });

  it("may hold a bare > in their attributes", async () => {
    const book = await open("greater-than.xlsx");
    expect(book.sheets.map(({ name }) => name)).toEqual(["Data->", "Plain"]);
    expect(formulasOf(book, "Plain")).toEqual(["='Data->'!A1*2", "=Held*2"]);
  });

  it("may be written in UTF-16", async () => {
    const text = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><sst xmlns="x"><si><t>Hölder 東京</t></si></sst>';
    const little = new Uint8Array(new Uint16Array(Array.from(text, (letter) => letter.charCodeAt(0))).buffer);
    const book = await made({
      sheets: { S: row('<c r="A1" t="s"><v>0</v></c>') },
      more: { "xl/sharedStrings.xml": little },
    });
    expect(valueAt(book, "S", 0, 0)).toBe("Hölder 東京");
  });

  it("that are missing are told: a text that the file does not have is an error, not a number", async () => {
    const book = await made({ sheets: { S: row('<c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>8</v></c>') } });
    expect(valueAt(book, "S", 0, 0)).toBe("#VALUE!");
    expect(said(book)).toContain("2 texts that cells refer to but the file lacks");
  });
});

describe("values", () => {
  it.each(["furigana-inline.xlsx", "furigana-shared.xlsx"])("come without the readings over them: %s", async (name) => {
    expect(valueAt(await open(name), "S", 0, 0)).toBe("東京");
  });

  it("that are ISO dates are the day and hour on the wall, in any time zone", async () => {
    const before = process.env["TZ"];
    try {
      for (const zone of ["Asia/Tokyo", "Europe/Berlin", "America/New_York"]) {
        process.env["TZ"] = zone;
        const book = await open("iso-dates.xlsx");
        expect([0, 1, 2].map((column) => valueAt(book, "S", 0, column))).toEqual([46022, 46022, 46022]);
      }
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it.each([
    ["2025-12-31T18:00:00", 46022.75],
    ["2025-12-31T18:00:00Z", 46022.75],
    ["2025-12-31T00:00:00.000+09:00", 46022],
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["12:00:00", 0.5],
    ["soon", "soon"],
  ])("that are ISO dates follow Excel's calendar: %s", async (iso, serial) => {
    const book = await made({ sheets: { S: row(`<c r="A1" t="d"><v>${iso}</v></c>`) } });
    expect(valueAt(book, "S", 0, 0)).toBe(serial);
  });

  it("are never taken for another kind: numbers that are none stay text, escapes become letters", async () => {
    const book = await made({
      sheets: {
        S: row(
          '<c><v>0x1F</v></c><c><v>1,5</v></c><c><v> 2.5e3 </v></c><c t="str"><v>a_x000D_b_x005F_x000D_</v></c><c t="b"><v>true</v></c>',
        ),
      },
    });
    expect([0, 1, 2, 3, 4].map((column) => valueAt(book, "S", 0, column))).toEqual([
      "0x1F",
      "1,5",
      2500,
      "a\rb_x000D_",
      1,
    ]);
  });

  it("under a merged area stay, since formulas count them", async () => {
    const book = await open("merged-hidden.xlsx");
    expect(valueAt(book, "S", 0, 1)).toBe(20);
    expect(book.data.sheets?.["sheet-1"]?.mergeData).toHaveLength(1);
  });

  it("are all there where merged areas overlap, of which the first counts, and it is said", async () => {
    const book = await open("overlapping-merges.xlsx");
    expect(valueAt(book, "S", 0, 2)).toBe(2);
    expect(book.data.sheets?.["sheet-1"]?.mergeData).toHaveLength(1);
    expect(said(book)).toContain("1 merged area that overlaps another");
  });
});

describe("formulas", () => {
  it("that are shared keep the names of sheets in quotes, whatever in them looks like a cell", async () => {
    expect(formulasOf(await open("shared-quoted-sheet.xlsx"), "Main")).toEqual(["='Q1 2026'!A1*2", "='Q1 2026'!A2*2"]);
    const book = await made({
      sheets: {
        "Model v2": row("<c><v>1</v></c>"),
        S: [
          row(
            '<c r="B2"><f t="shared" ref="B2:C3" si="3">\'Model v2\'!A1+$A2+A$2+A:A+"A1"+LOG10(A1)</f><v>1</v></c>',
            2,
          ),
          row('<c r="C3"><f t="shared" si="3"/><v>1</v></c>', 3),
        ].join(""),
      },
    });
    expect(sheet(book, "S").kept[0]?.why).toBe("LOG10");
    const plain = await made({
      sheets: {
        "Model v2": row("<c><v>1</v></c>"),
        S: [
          row(
            '<c r="B2"><f t="shared" ref="B2:C3" si="3">SUM(\'Model v2\'!A1,$A2,A$2,A:A,1:1)&amp;"A1"</f><v>1</v></c>',
            2,
          ),
          row('<c r="C3"><f t="shared" si="3"/><v>1</v></c>', 3),
        ].join(""),
      },
    });
    expect(formulasOf(plain, "S")).toEqual([
      `=SUM('Model v2'!A1,$A2,A$2,A:A,1:1)&"A1"`,
      `=SUM('Model v2'!B2,$A3,B$2,B:B,2:2)&"A1"`,
    ]);
  });

  it("of older files mean one cell of a range, where one value is taken", async () => {
    const book = await open("implicit-intersection.xlsx");
    expect(formulasOf(book, "S")).toEqual(["=A1*2", "=S!$A1*3", "=A1+1", "=A2*2", "=S!$A2*3"]);
  });

  it.each([
    ["SUM(A1:A9)", "SUM(A1:A9)"],
    ["SUM(B1:B9*2)", "SUM(B1*2)"],
    ["SUMPRODUCT(B1:B9*C1:C9)", "SUMPRODUCT(B1:B9*C1:C9)"],
    ["VLOOKUP(B:B,C1:D9,2)", "VLOOKUP(B1,C1:D9,2)"],
    ["INDEX(B1:B9,MATCH(C1:C9,D1:D9,0))", "INDEX(B1:B9,MATCH(C1,D1:D9,0))"],
    ["IF(B1:B9,1,2)", "IF(B1,1,2)"],
    ["ROUND($B$1:$B$9,1)", "ROUND($B1,1)"],
    ["B5:B9*2", "#VALUE!*2"],
    ["_xlfn.SINGLE(B1:B9)", "(B1)"],
    ["SUM(B1:B9 A2:C2)", "SUM(B1:B9 A2:C2)"],
  ])("of older files are read as Excel reads them: %s", async (inFile, here) => {
    expect(formulasOf(await made({ sheets: { S: formulas(inFile) } }), "S")).toEqual([`=${here}`]);
  });

  it("that fill cells are left as they are", async () => {
    const cells = '<c r="A1" cm="1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c>';
    expect(formulasOf(await made({ sheets: { S: row(cells) } }), "S")).toEqual(["=B1:B2*2"]);
  });

  it("of a data table keep their values, all of them are named", async () => {
    const book = await open("data-table.xlsx");
    expect(valueAt(book, "S", 3, 1)).toBe(10);
    expect(formulasOf(book, "S")).toEqual(["=A1*B1", "=C1"]);
    expect(said(book)).toContain("a data table (What-If Analysis) (S!B4:C4)");
  });

  it("in circles are told of", async () => {
    expect(said(await open("circular.xlsx"))).toContain("iterative calculation");
  });
});

describe("names", () => {
  it("of single sheets mean their own cells on each", async () => {
    const book = await open("names-local.xlsx");
    expect(formulasOf(book, "Case")).toEqual(["=Hash*2"]);
    expect(formulasOf(book, "Case (2)")).toEqual(["='Case (2)'!$A$1*3"]);
    expect(formulasOf(book, "Sum")).toEqual(["='Case (2)'!$A$1*5"]);
    expect(said(book)).toContain("1 name means different cells depending on the sheet");
  });

  it("that are relative mean other cells in each place, in names of names too", async () => {
    const book = await made({
      names:
        "<definedNames><definedName name='Beside'>S!XFD1</definedName><definedName name='Double'>Beside*2</definedName></definedNames>",
      sheets: {
        S: row('<c r="A1"><v>7</v></c><c r="B1"><f>Beside+1</f><v>8</v></c><c r="C1"><f>Double</f><v>16</v></c>'),
      },
    });
    expect(formulasOf(book, "S")).toEqual(["=S!A1+1", "=(S!B1*2)"]);
  });

  it("that are hidden calculate; those that lead nowhere keep the values of the file, and their cells are told", async () => {
    const book = await open("names-left-out.xlsx");
    expect(formulasOf(book, "S")).toEqual(["=Secret*2"]);
    expect([valueAt(book, "S", 0, 1), valueAt(book, "S", 0, 2)]).toEqual([300, 84]);
    expect(said(book)).toContain("2 names that refer to nothing here.");
    expect(said(book)).toContain("the name Held (S!B1), the name Ext (S!C1)");
  });

  it("that refer to themselves end", async () => {
    const book = await made({
      names:
        "<definedNames><definedName name='A_'>B_+1</definedName><definedName name='B_'>A_+1</definedName></definedNames>",
      sheets: { S: formulas("A_") },
    });
    expect(formulasOf(book, "S")).toEqual([]);
    expect(said(book)).toContain("the name A_");
  });
});

describe("sheets", () => {
  it.each([
    ["long-name.xlsx", "S2", "='Treasury holdings of listed min'!A1*2"],
    ["long-names-twin.xlsx", "Treasury holdings of listed m 2", "='Treasury holdings of listed min'!A1*2"],
    ["history.xlsx", "History 2", "=A1*2"],
  ])(
    "whose names Excel does not allow get others, which is told, and formulas follow: %s",
    async (file, name, formula) => {
      const book = await open(file);
      expect(formulasOf(book, name)).toEqual([formula]);
      expect(said(book)).toMatch(/The sheet “.*” was renamed to “.*”/);
    },
  );

  it("are none lost: signs that no name may have, twins in another case, names at the limit", async () => {
    const book = await made({
      sheets: {
        "a/b": formulas("SUM('A/B'!A1)"),
        "A?b": row("<c><v>1</v></c>"),
        "'quoted'": row("<c><v>1</v></c>"),
        ["x".repeat(31)]: row("<c><v>1</v></c>"),
      },
    });
    expect(book.sheets.map(({ name }) => name)).toEqual(["a_b", "A_b 2", "quoted", "x".repeat(31)]);
    expect(formulasOf(book, "a_b")).toEqual(["=SUM(a_b!A1)"]);
    expect(book.notes).toHaveLength(3);
  });

  it("that the file names and does not have are told", async () => {
    const book = await made({
      sheets: { S: row("<c><v>1</v></c>") },
      more: {
        "xl/workbook.xml":
          '<workbook xmlns:q="x"><sheets><sheet name="S" q:id="rId1"/><sheet name="Lost" q:id="rId77"/></sheets></workbook>',
      },
    });
    expect(book.sheets.map(({ name }) => name)).toEqual(["S"]);
    expect(said(book)).toContain("The sheet “Lost” is missing");
  });
});
