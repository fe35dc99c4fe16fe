// Days and months.
import { expect, it } from "vitest";
import { addMonths, dayOf } from "../../src/model/calendar";

it("counts days from 1970-01-01", () => {
  expect(dayOf(1970, 1, 1)).toBe(0);
  expect(dayOf(2026, 3, 14)).toBe(20526);
});

it("keeps the day of the month, and clamps it to the month's end", () => {
  expect(addMonths(dayOf(2026, 3, 14), 12)).toBe(dayOf(2027, 3, 14));
  expect(addMonths(dayOf(2027, 1, 31), 1)).toBe(dayOf(2027, 2, 28));
  expect(addMonths(dayOf(2028, 1, 31), 1)).toBe(dayOf(2028, 2, 29));
  expect(addMonths(dayOf(2026, 8, 31), 6)).toBe(dayOf(2027, 2, 28));
});

it("counts always from the first day, so that a clamped month does not shorten the later ones", () => {
  expect(addMonths(dayOf(2026, 12, 31), 3)).toBe(dayOf(2027, 3, 31));
});
