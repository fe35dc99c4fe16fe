// @vitest-environment jsdom
// Fans and lines as their readers meet them: bands inside each other, names with values, axes that suit the numbers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fanBands, fanChart, type Fan } from "../../src/playground/chart/fan";
import { lineChart, lineTicks, type Lines } from "../../src/playground/chart/lines";
import { line } from "../../src/playground/chart/paths";
import { serialOfIso } from "../../src/common/days";
import { decimalsOf, isoOfSerial, monthStarts, ticksBetween } from "../../src/playground/chart/scale";

const SIZE = { width: 500, height: 300 };
const DAYS = ["2026-08-21", "2026-09-21", "2026-10-21", "2026-11-21", "2026-12-21"].map(serialOfIso);
const ABOUT = { title: "Price", description: "By chance.", unit: "thousand USD", perUnit: 1000, days: DAYS, marks: [] };

const textsOf = (drawing: Element, selector: string): (string | null)[] =>
  [...drawing.querySelectorAll(selector)].map(({ textContent }) => textContent);

const wordsOf = (drawing: Element): string | null | undefined => drawing.querySelector("desc")?.textContent;

const FAN: Fan = {
  kind: "fan",
  ...ABOUT,
  percentiles: [
    { name: "P5", values: [77e3, 60e3, 52e3, 45e3, 40e3] },
    { name: "P25", values: [77e3, 68e3, 66e3, 64e3, 60e3] },
    { name: "P50", values: [77e3, 77e3, 76.5e3, 76.2e3, 76.1e3] },
    { name: "P75", values: [77e3, 85e3, 90e3, 96e3, 105e3] },
    { name: "P95", values: [77e3, 99e3, 120e3, 140e3, 166e3] },
  ],
};

describe("a fan", () => {
  const drawing = fanChart(FAN, SIZE);

  it("has bands from the outermost in, each with the share of paths between its percentiles", () => {
    expect(fanBands(FAN.percentiles).map(({ lower, upper, share }) => [lower.name, upper.name, share])).toEqual([
      ["P5", "P95", "90 %"],
      ["P25", "P75", "50 %"],
    ]);
    expect(drawing.querySelectorAll(".fan")).toHaveLength(2);
    expect(drawing.querySelectorAll(".median")).toHaveLength(1);
  });

  it("says in its bands which share they hold, and at the edge where each percentile ends", () => {
    expect(textsOf(drawing, "g:not([class]) > text")).toEqual(["90 % of paths", "50 %"]);
    expect(textsOf(drawing, ".labels text")).toEqual(["P5 40.0", "P25 60.0", "median 76.1", "P75 105.0", "P95 166.0"]);
  });

  it("leaves a band without words where it is too thin for them", () => {
    const thin = FAN.percentiles.map(({ name }, index) => ({ name, values: DAYS.map(() => 77_000 + index) }));
    expect(textsOf(fanChart({ ...FAN, percentiles: thin }, SIZE), "g:not([class]) > text")).toEqual([]);
  });

  it("is an image that tells its end in words", () => {
    expect(drawing.getAttribute("role")).toBe("img");
    expect(wordsOf(drawing)).toBe(
      "By chance. At the end, in thousand USD: median 76.1, 50 % of paths from 60.0 to 105.0, 90 % of paths from 40.0 to 166.0.",
    );
  });

  it("stands on zero", () => {
    expect(textsOf(drawing, ".axis text")).toContain("0");
  });
});

describe("lines", () => {
  const chart: Lines = {
    kind: "line",
    fromZero: false,
    ...ABOUT,
    lines: [
      { name: "with sales", values: [77e3, 76.9e3, 76.8e3, 76.7e3, 76.6e3] },
      { name: "without", values: [77e3, 77e3, undefined, undefined, undefined] },
    ],
  };

  it("carry name and last value, with one decimal more than the axis", () => {
    expect(textsOf(lineChart(chart, SIZE), ".labels text")).toEqual(["with sales 76.60", "without 77.00"]);
  });

  it("are interrupted where there is no value", () => {
    const same = (value: number): number => value;
    expect(line([1, undefined, 2, 3], { days: [0, 1, 2, 3], x: same, y: same })).toBe("M0 1M2 2L3 3");
  });

  it("show differences: zero is on the axis only where it is near", () => {
    expect(lineTicks([76.6, 77])[0]).toBeGreaterThan(76);
    expect(lineTicks([10, 77])[0]).toBe(0);
    expect(lineTicks([-3, 2])[0]).toBeLessThanOrEqual(-3);
  });

  it("stand on zero unless the chart says that its axis need not", () => {
    const axis = (fromZero: boolean) => textsOf(lineChart({ ...chart, fromZero }, SIZE), ".axis text");
    expect(axis(true)).toContain("0");
    expect(axis(false)).not.toContain("0");
  });
});

describe("ticks between two values", () => {
  it("are in order, enclose both and are few", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (lowest, width) => {
        const ticks = ticksBetween(lowest, lowest + width, 5);
        const slack = width * 1e-6 + Math.abs(lowest) * 1e-12;
        expect(ticks[0]).toBeLessThanOrEqual(lowest + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(lowest + width - slack);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("exist for a figure that never moves", () => {
    expect(ticksBetween(5, 5, 5)).toEqual([0, 5]);
    expect(ticksBetween(0, 0, 5)).toEqual([0, 1]);
  });

  it("have as many decimals as tell them apart", () => {
    expect(
      [
        [0, 50],
        [0, 0.25],
        [76, 76.5],
        [0, 0.005],
      ].map(decimalsOf),
    ).toEqual([0, 2, 1, 3]);
  });
});

describe("months under an axis", () => {
  const within = (from: string, to: string): string[] =>
    monthStarts(serialOfIso(from), serialOfIso(to), 6).map(isoOfSerial);

  it("are all of them where there is room", () => {
    expect(within("2026-08-21", "2026-12-21")).toEqual(["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01"]);
  });

  it("are those of calendar quarters where there is less", () => {
    expect(within("2026-08-21", "2028-02-21")).toEqual([
      "2026-10-01",
      "2027-01-01",
      "2027-04-01",
      "2027-07-01",
      "2027-10-01",
      "2028-01-01",
    ]);
  });
});
