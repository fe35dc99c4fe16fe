// Calendar days: ISO text, Excel serials, month arithmetic.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayOf, dayOfIso, dayOfSerial, isoOf, monthEnd, serialOf } from "../../src/common/days";
import { day } from "../data/bundled";

describe("days", () => {
  it("gives Excel's serial of a date", () => {
    // 2025-12-31 is 46022 in the 1900 date system.
    expect(serialOf(day("2025-12-31"))).toBe(46022);
    expect(dayOfSerial(46022.75)).toBe(day("2025-12-31"));
  });

  it("refuses days that the calendar does not have", () => {
    for (const text of ["2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "31.12.2025", ""]) {
      expect(dayOfIso(text)).toBeUndefined();
    }
    expect(dayOfIso("2024-02-29")).toBe(dayOf(2024, 2, 29));
  });

  it("cuts to the month's end and counts from the start", () => {
    expect(isoOf(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
    expect(isoOf(addMonths(day("2026-01-31"), 2))).toBe("2026-03-31");
    expect(isoOf(addMonths(day("2026-01-15"), -1))).toBe("2025-12-15");
    expect(isoOf(monthEnd(2025, 14))).toBe("2026-02-28");
  });

  it("reads back every day that it writes", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (at) => dayOfIso(isoOf(at)) === at));
  });
});
