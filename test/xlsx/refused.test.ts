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
    [
      "secret.xlsx",
      compound("EncryptionInfo", "EncryptedPackage"),
      /protected with a password.*take the password away/,
    ],
    ["old.xls", compound("Workbook"), /Excel 97 to 2003.*save it as \.xlsx/],
    ["prices.csv", bytes("date,price\n2025-12-31,87508\n"), /text file.*save it as \.xlsx, or copy its cells/],
    ["page.xls", bytes("<html><table><tr><td>1</td></tr></table></html>"), /text file/],
    ["photo.xlsx", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /no Excel workbook/],
    ["half.xlsx", good.slice(0, good.length / 2), /damaged.*repair and save it/],
    ["binary.xlsb", archiveOf({ "xl/workbook.bin": "x" }), /binary workbook.*save it as \.xlsx/],
    ["other.ods", archiveOf({ mimetype: "x", "content.xml": "x" }), /OpenDocument.*save it as \.xlsx/],
    ["letter.docx", archiveOf({ "word/document.xml": "x" }), /holds no Excel workbook/],
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
    expect(tooLarge("big.xlsx", 62_000_000)).toMatch(/^big\.xlsx has 62 MB; up to 50 MB can be opened/);
    expect(tooLarge("small.xlsx", 50_000_000)).toBeUndefined();
  });

  it("has a limit of cells", async () => {
    const rows = Array.from({ length: 40_001 }, (_, at) => `<row r="${at + 1}">${"<c><v>1</v></c>".repeat(10)}</row>`);
    expect(await refusalOf("long.xlsx", await fileOf({ sheets: { In: rows.join("") } }))).toMatch(
      /400,010 cells; up to/,
    );
  });
});
