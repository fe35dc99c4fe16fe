// Calendar days: ISO text, Excel serials, month arithmetic.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayOf, dayOfIso, dayOfSerial, isoOf, monthEnd, serialOf, serialOfIso } from "../../src/common/days";
import { day } from "../data/bundled";

describe("days", () => {
  it("are counted from 1970-01-01", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2026, 3, 14)).toBe(20526);
  });

  it("gives Excel's serial of a date", () => {
    // 2025-12-31 is 46022 in the 1900 date system.
    expect(serialOf(day("2025-12-31"))).toBe(46022);
    expect(serialOfIso("2025-12-31")).toBe(46022);
    expect(serialOfIso("2025-12-32")).toBeNaN();
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
    expect(isoOf(addMonths(day("2026-03-14"), 12))).toBe("2027-03-14");
    expect(isoOf(addMonths(day("2028-01-31"), 1))).toBe("2028-02-29");
    expect(isoOf(addMonths(day("2026-08-31"), 6))).toBe("2027-02-28");
    expect(isoOf(addMonths(day("2026-12-31"), 3))).toBe("2027-03-31");
  });

  it("says a number that is no day as the number", () => {
    expect(isoOf(NaN)).toBe("NaN");
    expect(isoOf(1e12)).toBe("1000000000000");
  });

  it("reads back every day that it writes", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (at) => dayOfIso(isoOf(at)) === at));
  });
});
