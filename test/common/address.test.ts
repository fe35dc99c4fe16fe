// Addresses of cells, there and back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, areaOf, columnIndex, columnLetters } from "../../src/common/address";

describe("an address", () => {
  it("comes back as it went, on a sheet of any name", () => {
    const place = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) });
    fc.assert(
      fc.property(place, fc.constantFrom("Sheet1", "By month", "Jane's", "2026", "a!b"), (cell, sheet) => {
        expect(areaOf(addressOf(cell, sheet))).toEqual({ sheet, first: cell, last: cell });
      }),
    );
  });

  it("names the columns as Excel does", () => {
    expect(["A", "Z", "AA", "XFD"].map(columnIndex)).toEqual([0, 25, 26, 16383]);
    expect([0, 25, 26, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "XFD"]);
  });

  it("can be a range", () => {
    expect(areaOf("'By month'!$A$7:H39")).toEqual({
      sheet: "By month",
      first: { row: 6, column: 0 },
      last: { row: 38, column: 7 },
    });
  });

  it.each(["", "B", "7", "B0", "ABCD1", "B1:"])("is refused when it is none: %j", (text) => {
    expect(() => areaOf(text)).toThrow("no cell address");
  });
});
