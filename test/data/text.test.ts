// Near spellings.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest, plain } from "../../src/data/text";

describe("edit distance", () => {
  it("counts insertions, removals, replacements and swapped neighbours", () => {
    expect(editDistance("mara", "mara")).toBe(0);
    expect(editDistance("mara", "maraa")).toBe(1);
    expect(editDistance("mara", "mra")).toBe(1);
    expect(editDistance("mara", "mora")).toBe(1);
    expect(editDistance("mara", "maar")).toBe(1);
    expect(editDistance("", "riot")).toBe(4);
  });

  it("is the same both ways, zero only for equals and never above the longer text", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = editDistance(a, b);
        return edits === editDistance(b, a) && (edits === 0) === (a === b) && edits <= Math.max(a.length, b.length);
      }),
    );
  });

  it("names the nearest first", () => {
    expect(nearest("riott", ["MARA", "RIOT", "IREN", "CORZ"])[0]).toBe("RIOT");
    expect(nearest("x", ["a", "b"], 5)).toHaveLength(2);
  });
});

describe("plain spelling", () => {
  it("drops case, blanks, accents and punctuation", () => {
    expect(plain("  Hut-8 Corp. ")).toBe("hut8corp");
    expect(plain("Énergie")).toBe("energie");
  });
});
