// @vitest-environment jsdom
// The chart as its readers meet it: bands that add up, ticks that are round, labels that keep clear of each other.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serialOfIso } from "../../src/common/days";
import { isoOfSerial, linear, ticksUpTo, yearsBetween } from "../../src/playground/chart/scale";
import { spread, stack } from "../../src/playground/chart/stack";
import { stackedArea, type StackedArea } from "../../src/playground/chart/stacked-area";

const amounts = fc.array(fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: undefined }), {
  minLength: 3,
  maxLength: 3,
});

describe("a stack", () => {
  it("has as its top the sum of what was reported, at every date", () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 6 }), (table) => {
        const layers = stack(
          table.map((values, index) => ({ name: String(index), values, old: [0, 0, 0] })),
          3,
        );
        for (const day of [0, 1, 2]) {
          const sum = table.reduce((total, values) => total + (values[day] ?? 0), 0);
          expect(layers.at(-1)?.upper[day]).toBeCloseTo(sum, 6);
        }
      }),
    );
  });

  it("puts the old part at the top of its band and never below it", () => {
    const [layer] = stack([{ name: "A", values: [10, 10, undefined], old: [4, 99, 5] }], 3);
    expect(layer?.oldFrom).toEqual([6, 0, 0]);
  });
});

describe("labels", () => {
  it("keep their order and their distance, inside the drawing", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const placed = spread(wanted, 14, 0, 200);
        const sorted = [...placed].sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) {
          expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
        }
        expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
        expect(sorted.at(-1)).toBeLessThanOrEqual(200);
        wanted.forEach((a, i) => {
          wanted.forEach((b, j) => {
            if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? NaN);
          });
        });
      }),
    );
  });

  it("stay where they are wanted when there is room", () => {
    expect(spread([100, 20, 60], 14, 0, 200)).toEqual([100, 20, 60]);
  });
});

describe("ticks", () => {
  it.each([
    [119.2, [0, 25, 50, 75, 100, 125]],
    [86.6, [0, 20, 40, 60, 80, 100]],
    [0, [0, 1]],
  ])("up to %d are round and reach it", (highest, ticks) => {
    expect(ticksUpTo(highest, 5)).toEqual(ticks);
  });
});

describe("days", () => {
  it("are Excel's serials", () => {
    expect(serialOfIso("2025-12-31")).toBe(46022);
    expect(isoOfSerial(46022)).toBe("2025-12-31");
  });

  it("fall into the years that they touch", () => {
    const years = yearsBetween(serialOfIso("2024-01-31"), serialOfIso("2026-09-30"));
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
    expect(years[1]).toEqual({ year: 2025, from: serialOfIso("2025-01-01"), to: serialOfIso("2026-01-01") });
  });

  it("run in proportion over the axis", () => {
    const x = linear([10, 20], [100, 300]);
    expect([x(10), x(15), x(20)]).toEqual([100, 200, 300]);
  });
});

const CHART: StackedArea = {
  kind: "stackedArea",
  title: "BTC held",
  description: "Two miners.",
  unit: "thousand BTC",
  perUnit: 1000,
  days: ["2024-12-31", "2025-06-30", "2025-12-31"].map(serialOfIso),
  bands: [
    { name: "A", values: [1000, 2000, 3000], old: [0, 2000, 3000] },
    { name: "<b>B</b>", values: [undefined, 500, 500], old: [0, 0, 0] },
  ],
  marks: [{ day: serialOfIso("2025-03-14"), label: "an article" }],
};

describe("a stacked area", () => {
  const drawing = stackedArea(CHART, { width: 500, height: 200 });

  it("is an image with a title and says first, highest and last in words", () => {
    expect(drawing.getAttribute("role")).toBe("img");
    const named = (drawing.getAttribute("aria-labelledby") ?? "").split(" ");
    const texts = named.map((id) => drawing.querySelector(`#${id}`)?.textContent);
    expect(texts).toEqual([
      "BTC held",
      "Two miners. Together 1,000 on 2024-12-31, at most 3,500 on 2025-12-31, 3,500 on 2025-12-31.",
    ]);
  });

  it("labels each band with its name and last value, as text and never as markup", () => {
    const labels = [...drawing.querySelectorAll(".labels text")].map(({ textContent }) => textContent);
    expect(labels).toEqual(["A 3.0", "<b>B</b> 0.5"]);
    expect(drawing.querySelector("b")).toBeNull();
  });

  it("hatches only between two dates whose reports are both old", () => {
    const hatched = [...drawing.querySelectorAll("path[fill^='url(#']")];
    expect(hatched).toHaveLength(1);
    expect(hatched[0]?.getAttribute("d")?.match(/M/g)).toHaveLength(1);
  });
});
