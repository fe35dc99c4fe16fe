// Periods as people write them.
import { describe, expect, it } from "vitest";
import { isoOf } from "../../src/common/days";
import { fiscalYear, readPeriod } from "../../src/data/periods";

const read = (text: string, fiscalYearEnd?: number) => {
  const span = readPeriod(text, fiscalYearEnd);
  return span && `${span.period} ${isoOf(span.start)} ${isoOf(span.end)}`;
};

describe("periods", () => {
  it.each([
    ["2025-12", "month 2025-12-01 2025-12-31"],
    ["2024-02", "month 2024-02-01 2024-02-29"],
    ["2025Q4", "quarter 2025-10-01 2025-12-31"],
    ["2025-q1", "quarter 2025-01-01 2025-03-31"],
    ["2025H1", "half 2025-01-01 2025-06-30"],
    ["2025", "year 2025-01-01 2025-12-31"],
    [" FY2025 ", "year 2025-01-01 2025-12-31"],
    ["2025-12-31", "instant 2025-12-31 2025-12-31"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("ends a fiscal year when the company's ends", () => {
    expect(read("FY2025", 9)).toBe("year 2024-10-01 2025-09-30");
    expect(read("FY2025", 6)).toBe("year 2024-07-01 2025-06-30");
    expect(isoOf(fiscalYear(2026, 3).end)).toBe("2026-03-31");
  });

  it("counts quarters and halves of a fiscal year from its first month", () => {
    expect(read("FY2026Q1", 6)).toBe("quarter 2025-07-01 2025-09-30");
    expect(read("FY2026H1", 6)).toBe("half 2025-07-01 2025-12-31");
    expect(read("FY2026H2", 9)).toBe("half 2026-04-01 2026-09-30");
    expect(read("FY2025Q4")).toBe("quarter 2025-10-01 2025-12-31");
  });

  it.each([
    "",
    "2025Q5",
    "2025H3",
    "2025-13",
    "Q4 2025",
    "FY25",
    "FY2025Q5",
    "FY2025-01",
    "0025",
    "9999",
    "2025-02-30",
    "soon",
  ])("knows that %j is none", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
