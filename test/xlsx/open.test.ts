// Files of other programs as the browser workbook takes them in: values, formulas, looks, names; and what it leaves out.
import type { ICellData, IStyleData, IWorksheetData } from "@univerjs/core";
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { bookIn, type OpenedBook } from "../../src/xlsx/read/book-in";
import { fileOf, type FileParts } from "./xlsx-parts";

const KNOWN = new Set(["SUM", "XLOOKUP", "FILTER", "LET", "LAMBDA", "MAP", "INDEX"]);
const isKnown = (name: string): boolean => KNOWN.has(name) || functionCalled(name) !== undefined;

const open = async (parts: FileParts, name = "model.xlsx"): Promise<OpenedBook> =>
  bookIn(name, await fileOf(parts), isKnown);

const sheetOf = ({ data }: OpenedBook, index = 0): Partial<IWorksheetData> =>
  data.sheets?.[data.sheetOrder?.[index] ?? ""] ?? {};

const cellOf = (book: OpenedBook, row: number, column: number, index = 0): ICellData | undefined =>
  sheetOf(book, index).cellData?.[row]?.[column];

const styleOf = (book: OpenedBook, row: number, column: number): IStyleData | undefined => {
  const id = cellOf(book, row, column)?.s;
  return typeof id === "string" ? (book.data.styles?.[id] ?? undefined) : undefined;
};

const row = (cells: string, at = 1): string => `<row r="${at}">${cells}</row>`;

describe("values", () => {
  it("come as they are, whichever way the file holds them", async () => {
    const book = await open({
      sheets: {
        In: row(
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>inline</t></is></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"><v>0.1234567890123456</v></c><c r="G1" t="str"><v>007</v></c>',
        ),
      },
      strings: "<si><t>shared &amp; plain</t></si><si><r><rPr><b/></rPr><t>bold</t></r><r><t> tail</t></r></si>",
    });
    const values = [0, 1, 2, 3, 4, 5, 6].map((column) => cellOf(book, 0, column)?.v);
    expect(values).toEqual(["shared & plain", "bold tail", "inline", 1, "#N/A", 0.1234567890123456, "007"]);
    expect(cellOf(book, 0, 3)?.t).toBe(3);
    expect(cellOf(book, 0, 6)?.t).toBe(1);
    expect(book.notes.join()).toContain("1 text with mixed formatting");
  });

  it("are text, never markup, in cells and in names of sheets", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const inXml = "&lt;img src=x onerror=alert(1)&gt;";
    const book = await open({
      sheets: { "a<b>&c": row(`<c r="A1" t="inlineStr"><is><t>${inXml}</t></is></c>`) },
    });
    expect(cellOf(book, 0, 0)?.v).toBe(hostile);
    expect(sheetOf(book).name).toBe("a<b>&c");
  });

  it("lose no digit to a format that looks like a date", async () => {
    const book = await open({
      sheets: { In: row('<c r="A1" s="1"><v>46022.123456789012</v></c><c r="B1" s="2"><v>0.123456789012345</v></c>') },
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
    });
    expect(cellOf(book, 0, 0)?.v).toBe(46022.123456789012);
    expect(cellOf(book, 0, 1)?.v).toBe(0.123456789012345);
    expect(styleOf(book, 0, 0)?.n?.pattern).toBe("yyyy\\-mm\\-dd");
    expect(styleOf(book, 0, 1)?.n?.pattern).toBe('0.00 "days"');
  });

  it("keep their day in a file that counts from 1904, and it is said", async () => {
    const book = await open({
      properties: '<workbookPr date1904="1"/>',
      sheets: { In: row('<c r="A1" s="1"><v>44560</v></c><c r="B1"><v>44560</v></c>') },
      styles:
        '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
    });
    // 2025-12-31 is day 46022 from 1900 and day 44560 from 1904.
    expect(cellOf(book, 0, 0)?.v).toBe(46022);
    expect(cellOf(book, 0, 1)?.v).toBe(44560);
    expect(book.notes.join()).toContain("1904");
  });

  it("in the last row and column stand there, with room on all sides", async () => {
    const book = await open({ sheets: { In: row('<c r="XFD1048576"><v>5</v></c>', 1_048_576) } });
    expect(cellOf(book, 1_048_575, 16_383)?.v).toBe(5);
    expect(sheetOf(book)).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  });
});

describe("formulas", () => {
  const formulaOf = async (inFile: string, value = "<v>1</v>"): Promise<ICellData | undefined> =>
    cellOf(await open({ sheets: { In: row(`<c r="A1"><f>${inFile}</f>${value}</c>`) } }), 0, 0);

  it.each([
    ['_xldudf_MINERHOLDINGS("MARA")', '=MINERHOLDINGS("MARA")'],
    ['_xlfn._xldudf_MINERHOLDINGS("MARA")', '=MINERHOLDINGS("MARA")'],
    ['FUNCRES.XLAM!_xldudf_MINERHOLDINGS("MARA")', '=MINERHOLDINGS("MARA")'],
    ["[1]!MINERVERSION()", "=MINERVERSION()"],
    ["_xlfn.XLOOKUP(1,B1:B2,C1:C2)", "=XLOOKUP(1,B1:B2,C1:C2)"],
    ["_xlfn._xlws.FILTER(B1:B2,C1:C2)", "=FILTER(B1:B2,C1:C2)"],
    ["_xlfn.LET(_xlpm.x,2,_xlpm.x*SUM(B1))", "=LET(x,2,x*SUM(B1))"],
    ['SUM(B1)&amp;"_xlfn.x"', '=SUM(B1)&"_xlfn.x"'],
  ])("are restored to what is typed: %s", async (inFile, typed) => {
    expect((await formulaOf(inFile))?.f).toBe(typed);
  });

  it("that are shared are written out for each cell", async () => {
    const book = await open({
      sheets: {
        In: [
          row('<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2+$C$1</f><v>2</v></c>'),
          row('<c r="A2"><f t="shared" si="0"/><v>4</v></c>', 2),
        ].join(""),
      },
    });
    expect([0, 1].map((at) => cellOf(book, at, 0)?.f)).toEqual(["=B1*2+$C$1", "=B2*2+$C$1"]);
  });

  it("that fill other cells find them empty", async () => {
    const book = await open({
      sheets: {
        In: [row('<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c>'), row('<c r="A2"><v>4</v></c>', 2)].join(
          "",
        ),
      },
    });
    expect(cellOf(book, 0, 0)?.f).toBe("=B1:B2*2");
    expect(cellOf(book, 1, 0)?.v).toBeUndefined();
  });

  it.each([
    ["CUBEVALUE(1)", "CUBEVALUE"],
    ["[1]Sheet1!A1*2", "other files"],
    ["SUM(Sheet1:Sheet3!A1)", "several sheets"],
    ["SUM(Table1[BTC])", "tables"],
    ["_xlfn.ANCHORARRAY(B1)", "ANCHORARRAY"],
  ])("that cannot be calculated here stay as their value, and it is said: %s", async (inFile, why) => {
    const book = await open({ sheets: { In: row(`<c r="A1"><f>${inFile}</f><v>42.5</v></c>`) } });
    expect(cellOf(book, 0, 0)).toMatchObject({ v: 42.5 });
    expect(cellOf(book, 0, 0)?.f).toBeUndefined();
    expect(book.notes.join()).toContain(why);
    expect(book.notes.join()).toContain("In!A1");
  });
});

describe("looks", () => {
  it("come with fonts, colours of the theme, fills, borders and alignment", async () => {
    const book = await open({
      sheets: { In: row('<c r="A1" s="1"><v>1</v></c>') },
      styles:
        '<fonts><font/><font><b/><i/><u/><strike/><sz val="14"/><color theme="4" tint="-0.25"/><name val="Arial"/></font></fonts><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFF9DB"/></patternFill></fill></fills><borders><border/><border><bottom style="double"><color indexed="10"/></bottom></border></borders><cellXfs><xf/><xf numFmtId="10" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf></cellXfs>',
      more: {
        "xl/theme/theme1.xml":
          '<a:theme xmlns:a="x"><a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>',
      },
    });
    expect(styleOf(book, 0, 0)).toMatchObject({
      ff: "Arial",
      fs: 14,
      bl: 1,
      it: 1,
      ul: { s: 1 },
      st: { s: 1 },
      // Excel shows accent 1 of this theme, 25 % darker, as 2F5496 or, by its own rounding, as 2F5597.
      cl: { rgb: expect.stringMatching(/^#2F5[45]9[67]$/) as string },
      bg: { rgb: "#FFF9DB" },
      bd: { b: { s: 7, cl: { rgb: "#FF0000" } } },
      n: { pattern: "0.00%" },
      ht: 2,
      vt: 1,
      tb: 3,
    });
  });

  it("of columns, rows, panes and merged cells come along", async () => {
    const book = await open({
      sheets: {
        In: '<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="16384" width="10" customWidth="1"/><col min="1" max="1" width="5" hidden="1"/></cols><sheetData><row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="D3:E4"/></mergeCells>',
      },
    });
    const sheet = sheetOf(book);
    expect(sheet.columnData?.[1]?.w).toBe(70);
    expect(sheet.columnData?.[0]).toMatchObject({ w: 35, hd: 1 });
    expect(Object.keys(sheet.columnData ?? {}).length).toBeLessThanOrEqual(40);
    expect(sheet.rowData?.[0]).toMatchObject({ h: 40, ia: 0 });
    expect(sheet.freeze).toMatchObject({ xSplit: 1, ySplit: 2 });
    expect(sheet.showGridlines).toBe(0);
    expect(sheet.mergeData).toEqual([{ startRow: 2, startColumn: 3, endRow: 3, endColumn: 4 }]);
  });
});

describe("names", () => {
  it("come with what they refer to and where they are known", async () => {
    const book = await open({
      sheets: { "In & out": row('<c r="A1"><v>1</v></c>') },
      names:
        '<definedNames><definedName name="Price">\'In &amp; out\'!$A$1</definedName><definedName name="Local" localSheetId="0">\'In &amp; out\'!$A$1:$A$3</definedName><definedName name="Twice">_xlfn.LET(_xlpm.x,2,_xlpm.x)</definedName><definedName name="Gone">#REF!</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'In &amp; out\'!$A$1</definedName></definedNames>',
    });
    const kept = JSON.parse(book.data.resources?.[0]?.data ?? "{}") as Record<string, object>;
    expect(Object.values(kept)).toMatchObject([
      { name: "Price", formulaOrRefString: "'In & out'!$A$1", localSheetId: "AllDefaultWorkbook" },
      { name: "Local", formulaOrRefString: "'In & out'!$A$1:$A$3", localSheetId: "sheet-1" },
      { name: "Twice", formulaOrRefString: "=LET(x,2,x)" },
    ]);
    expect(book.notes.join()).toContain("1 name that refers to nothing here");
  });
});

describe("what is left out", () => {
  it("is said: charts, macros, pivot tables, pictures, comments, links, formats by condition, rules, tables", async () => {
    const parts = ["xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/vbaProject.bin", "xl/pivotTables/pivotTable1.xml", "xl/media/image1.png", "xl/comments1.xml", "xl/externalLinks/externalLink1.xml"]; // prettier-ignore
    const { notes } = await open(
      {
        sheets: {
          In: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule type="cellIs" dxfId="9" priority="1"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A2"/></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks><drawing r:id="rId7"/><legacyDrawing r:id="rId8"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        },
        more: Object.fromEntries(parts.map((name) => [name, "<x/>"])),
      },
      "model.xlsm",
    );
    const said = notes.join(" ");
    for (const words of [
      "macros",
      "2 charts",
      "1 pivot table",
      "1 picture",
      "comments",
      "1 link to another file",
      "1 conditional format",
      "1 rule for input",
      "1 link",
      "1 table",
    ]) {
      expect(said).toContain(words);
    }
  });

  it("is nothing to speak of in a plain file", async () => {
    expect((await open({ sheets: { In: row('<c r="A1"><v>1</v></c>') } })).notes).toEqual([]);
  });
});
