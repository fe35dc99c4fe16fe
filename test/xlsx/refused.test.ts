// Files that cannot be opened: each gets a sentence that says what to do.
import { describe, expect, it } from "vitest";
import { bookIn } from "../../src/xlsx/read/book-in";
import { tooLarge } from "../../src/xlsx/read/kind";
import { archiveOf, fileOf } from "./xlsx-parts";

const bytes = (...texts: readonly string[]): Uint8Array => new TextEncoder().encode(texts.join(""));
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): number[] => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
const compound = (...streams: readonly string[]): Uint8Array =>
  new Uint8Array([...COMPOUND, ...Array<number>(504).fill(0), ...streams.flatMap(utf16)]);

/** The archive with another unpacked size for each of its parts, in both of the places that tell it. */
const withSizesOf = (archive: Uint8Array, size: number): Uint8Array => {
  const changed = archive.slice();
  const view = new DataView(changed.buffer);
  const IN_DIRECTORY = 0x02014b50;
  const IN_FRONT = 0x04034b50;
  for (let at = 0; at + 30 < changed.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === IN_DIRECTORY) view.setUint32(at + 24, Math.min(size, view.getUint32(at + 24, true)), true);
    if (mark === IN_FRONT) view.setUint32(at + 22, Math.min(size, view.getUint32(at + 22, true)), true);
  }
  return changed;
};

const refusalOf = async (name: string, content: Uint8Array): Promise<string> => {
  try {
    await bookIn(name, content, () => true);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
};

const good = await fileOf({ sheets: { In: '<row r="1"><c r="A1"><v>1</v></c></row>' } });

describe("a file that cannot be opened", () => {
  it.each([
    ["empty.xlsx", new Uint8Array(), /^empty\.xlsx is empty\. Save it/],
    ["secret.xlsx", compound("EncryptionInfo", "EncryptedPackage"), /password-protected.*remove the password/],
    ["old.xls", compound("Workbook"), /Excel 97-2003.*save it as \.xlsx/],
    ["prices.csv", bytes("date,price\n2025-12-31,87508\n"), /text file.*save it as \.xlsx, or copy its cells/],
    ["page.xls", bytes("<html><table><tr><td>1</td></tr></table></html>"), /text file/],
    ["photo.xlsx", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /not an Excel workbook/],
    ["half.xlsx", good.slice(0, good.length / 2), /damaged.*Repair and save it/],
    ["binary.xlsb", archiveOf({ "xl/workbook.bin": "x" }), /binary workbook.*save it as \.xlsx/],
    ["other.ods", archiveOf({ mimetype: "x", "content.xml": "x" }), /OpenDocument.*save it as \.xlsx/],
    ["letter.docx", archiveOf({ "word/document.xml": "x" }), /does not contain an Excel workbook/],
    ["none.xlsx", fileOf({ sheets: {} }), /no sheet/],
  ])("is told from others by its bytes: %s", async (name, content, sentence) => {
    expect(await refusalOf(name, await content)).toMatch(sentence);
  });

  it("is damaged where a byte of its cells is wrong", async () => {
    const wrong = good.slice();
    const at = Math.floor(wrong.length / 2);
    wrong[at] = (wrong[at] ?? 0) ^ 0xff;
    expect(await refusalOf("wrong.xlsx", wrong)).toMatch(/damaged/);
  });

  it("has a limit of 50 MB, told before it is read", () => {
    expect(tooLarge("big.xlsx", 62_000_000)).toMatch(/^big\.xlsx is 62 MB; files of up to 50 MB can be opened/);
    expect(tooLarge("small.xlsx", 50_000_000)).toBeUndefined();
  });

  it("has a limit of cells", async () => {
    const rows = Array.from({ length: 40_001 }, (_, at) => `<row r="${at + 1}">${"<c><v>1</v></c>".repeat(10)}</row>`);
    expect(await refusalOf("long.xlsx", await fileOf({ sheets: { In: rows.join("") } }))).toMatch(
      /more than 400,000 cells.*Save the sheets you need/,
    );
  });
});

describe("a file that would fill the memory or never end", () => {
  const inSheet = (inside: string, names = ""): Promise<Uint8Array> =>
    fileOf({ sheets: { In: `<sheetData><row r="1"><c r="A1"><v>1</v></c>${inside}` }, names });

  it("has a limit of unpacked bytes, whatever it says of them", async () => {
    const huge = await fileOf({ sheets: { In: `<sheetData/><x>${" ".repeat(160_000_000)}</x>` } });
    expect(huge.length).toBeLessThan(1_000_000);
    expect(await refusalOf("bomb.xlsx", huge)).toMatch(/unpacks to more than 150 MB.*Save the sheets/);
    expect(await refusalOf("liar.xlsx", withSizesOf(huge, 1000))).toMatch(/damaged/);
  });

  it.each([
    ["an element that never ends", inSheet("<c><v>2</v>")],
    ["elements within elements", inSheet("<a>".repeat(100_000))],
    ["a document type with entities", fileOf({ sheets: {}, more: { "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>' } })], // prettier-ignore
    ["a cell beyond the last column", inSheet('<c r="XFE1"><v>1</v></c></row></sheetData>')],
    ["a row beyond the last one", inSheet('</row><row r="1048577"><c><v>1</v></c></row></sheetData>')],
  ])("is damaged: %s", async (_, content) => {
    expect(await refusalOf("bad.xlsx", await content)).toMatch(/^bad\.xlsx is damaged.*Repair and save it/);
  });

  it("has limits of sheets and names", async () => {
    const sheets = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`S${at}`, '<row r="1"/>']));
    expect(await refusalOf("many.xlsx", await fileOf({ sheets }))).toMatch(/has 501 sheets; up to 500/);
    const names = Array.from({ length: 10_001 }, (_, at) => `<definedName name="N_${at}">1</definedName>`);
    const file = inSheet("</row></sheetData>", `<definedNames>${names.join("")}</definedNames>`);
    expect(await refusalOf("named.xlsx", await file)).toMatch(/has 10,001 names; up to 10,000/);
  });

  it("leaves out merged areas over whole sheets, and keeps the values of formulas over them", async () => {
    const whole = "A1:XFD1048576";
    const merges = `<mergeCells>${`<mergeCell ref="${whole}"/>`.repeat(3)}<mergeCell ref="A:C"/></mergeCells>`;
    const cells = `<c r="B1"><f t="array" ref="B1:XFD1048576">A1*2</f><v>2</v></c></row></sheetData>${merges}`;
    const { notes, sheets } = await bookIn("whole.xlsx", await inSheet(cells), () => true);
    expect(notes.join(" ")).toContain("4 merged areas over more than 100,000 cells each");
    expect(notes.join(" ")).toContain("a formula over too many cells (In!B1:XFD1048576)");
    expect(sheets[0]?.values[0]?.[1]?.v).toBe(2);
  });

  it.each(["SUM(A1:XFD1048576)", "SUM(1:1048576)", "SUM(A:XFD)"])("keeps the value of %s", async (formula) => {
    const file = inSheet(`<c r="B1"><f>${formula}</f><v>7</v></c></row></sheetData>`);
    const { notes, sheets } = await bookIn("whole.xlsx", await file, () => true);
    expect(notes.join(" ")).toContain("a range over a whole sheet (In!B1)");
    expect(sheets[0]?.values[0]?.[1]?.v).toBe(7);
  });

  it("keeps the values of formulas whose names grow without end", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `<definedName name="L_${at}">L_${at + 1}+L_${at + 1}</definedName>`,
    );
    const names = `<definedNames>${levels.join("")}<definedName name="L_30">1</definedName></definedNames>`;
    const file = inSheet("<c><f>L_0</f><v>7</v></c></row></sheetData>", names);
    const { notes } = await bookIn("laughs.xlsx", await file, () => true);
    expect(notes.join(" ")).toContain("the name L_0 (In!B1)");
  });
});
