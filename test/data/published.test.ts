// When a figure counts as known if its source states no day, or only a month or a year.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoOf } from "../../src/common/days";
import { publishedDay, spanOf } from "../../src/data/published";
import { PERIODS, type Period } from "../../src/data/schema";
import { day } from "./bundled";

const known = (text: string, period: Period, end: string): string =>
  isoOf(publishedDay(text === "" ? undefined : spanOf(text), period, day(end)));

describe("the day from which a figure counts as known", () => {
  it("is the stated day", () => {
    expect(known("2026-02-26", "year", "2025-12-31")).toBe("2026-02-26");
  });

  it("is 10, 45 or 75 days after a month, a quarter or a year when nothing is stated", () => {
    expect(known("", "month", "2025-06-30")).toBe("2025-07-10");
    expect(known("", "quarter", "2025-06-30")).toBe("2025-08-14");
    expect(known("", "instant", "2025-06-30")).toBe("2025-08-14");
    expect(known("", "year", "2025-12-31")).toBe("2026-03-16");
  });

  it("is that estimate inside the month or year that is stated", () => {
    expect(known("2025-07", "month", "2025-06-30")).toBe("2025-07-10");
    expect(known("2025-09", "month", "2025-06-30")).toBe("2025-09-01");
    expect(known("2025-07", "quarter", "2025-06-30")).toBe("2025-07-31");
    expect(known("2026", "quarter", "2026-03-31")).toBe("2026-05-15");
    expect(known("2026", "quarter", "2025-09-30")).toBe("2026-01-01");
  });

  it("may lie before the date that guidance aims at", () => {
    expect(known("2025-03-04", "guidance", "2026-12-31")).toBe("2025-03-04");
    expect(known("", "guidance", "2026-12-31")).toBe("2026-12-31");
  });

  it("never lies before the end of a reported period", () => {
    const stated = fc.constantFrom("", "2024", "2025", "2025-06", "2025-07", "2025-06-29", "2026-01-01");
    const reported = PERIODS.filter((period) => period !== "guidance");
    const ends = fc.constantFrom("2025-06-30", "2025-07-15", "2025-12-31");
    fc.assert(
      fc.property(stated, fc.constantFrom(...reported), ends, (text, period, end) => known(text, period, end) >= end),
    );
  });
});

describe("a stated span", () => {
  it("is a day, a month or a year", () => {
    const ends = (text: string) => {
      const span = spanOf(text);
      return span && [isoOf(span.first), isoOf(span.last)];
    };
    expect(ends("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
    expect(ends("2024")).toEqual(["2024-01-01", "2024-12-31"]);
    for (const none of ["", "24", "2024-13", "2024-00", "2024-02-30", "spring 24"]) expect(ends(none)).toBeUndefined();
  });
});
