// The bytes of a file of rows, in the encodings that spreadsheets write, as the letters that were meant.
import { describe, expect, it } from "vitest";
import { textOfBytes } from "../../src/refresh/own-rows/decode";

const TEXT = "ticker,source\nMARA,Communiqué Hölder";

const utf16 = (isLittle: boolean, mark: boolean): Uint8Array => {
  const letters = mark ? `\uFEFF${TEXT}` : TEXT;
  const view = new DataView(new ArrayBuffer(letters.length * 2));
  for (let at = 0; at < letters.length; at++) view.setUint16(at * 2, letters.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};
const windows1252 = (): Uint8Array => Uint8Array.from(Array.from(TEXT), (letter) => letter.charCodeAt(0));

describe("a file of rows", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(TEXT)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ["UTF-16 of Windows", utf16(true, true)],
    ["UTF-16, the other way round", utf16(false, true)],
    ["UTF-16 without a mark", utf16(true, false)],
    ["UTF-16 without a mark, the other way round", utf16(false, false)],
  ])("in %s is read as it is", (_, bytes) => {
    expect(textOfBytes(bytes)).toEqual({ text: TEXT });
  });

  it("in Windows-1252 is read, and it is said that its letters are a guess", () => {
    const { text, note } = textOfBytes(windows1252());
    expect(text).toBe(TEXT);
    expect(note).toContain("read as Windows-1252");
  });
});
