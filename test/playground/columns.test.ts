// @vitest-environment jsdom
// Columns side by side as their readers meet them, and axes of names.
import { describe, expect, it } from "vitest";
import { chartData } from "../../src/playground/chart-data";
import { columnChart, type Columns } from "../../src/playground/chart/columns";
import { draw } from "../../src/playground/chart/draw";
import type { SheetChart } from "../../src/sheets/sheet";

const SIZE = { width: 500, height: 300 };
const CHART: Columns = {
  kind: "column",
  title: "Coins and debt",
  description: "Side by side.",
  unit: "M USD",
  perUnit: 1e6,
  days: [0, 1, 2],
  names: ["MARA", "HUT", "IREN"],
  marks: [],
  figures: [
    { name: "Value", values: [2.8e9, 1.2e9, 0] },
    { name: "Debt", values: [2.4e9, undefined, -1e8] },
  ],
};

const textsOf = (drawing: Element, selector: string): (string | null)[] =>
  [...drawing.querySelectorAll(selector)].map(({ textContent }) => textContent);
const number = (element: Element, name: string): number => Number(element.getAttribute(name));
const columns = (drawing: Element): Element[] => [...drawing.querySelectorAll("g:not([class]) > rect")];

describe("columns", () => {
  const drawing = columnChart(CHART, SIZE);

  it("are as tall as their values, from one foot, and none where nothing was reported", () => {
    const [mara, hut, iren, debt, negative, ...more] = columns(drawing);
    if (!mara || !hut || !iren || !debt || !negative) throw new Error("Columns are missing.");
    expect(more).toEqual([]);
    expect(number(mara, "height") / number(hut, "height")).toBeCloseTo(2.8 / 1.2, 2);
    expect(number(iren, "height")).toBe(0);
    const foot = number(mara, "y") + number(mara, "height");
    expect(number(debt, "y") + number(debt, "height")).toBeCloseTo(foot, 6);
    // Below zero a column hangs from it.
    expect(number(negative, "y")).toBeCloseTo(foot, 6);
  });

  it("stand beside each other, those of one name together", () => {
    const spans = columns(drawing).map((one): [number, number] => [
      number(one, "x"),
      number(one, "x") + number(one, "width"),
    ]);
    const sorted = spans.toSorted(([a], [b]) => a - b);
    for (const [index, [, end]] of sorted.slice(0, -1).entries()) {
      expect(end).toBeLessThanOrEqual((sorted[index + 1]?.[0] ?? 0) + 0.11);
    }
    expect(spans[0]?.[1]).toBeCloseTo(spans[3]?.[0] ?? NaN, 0);
  });

  it("have their names under the axis and a key to the figures, unless there is one figure only", () => {
    expect(textsOf(drawing, ".axis:nth-of-type(2) text")).toEqual(["MARA", "HUT", "IREN"]);
    expect(textsOf(drawing, ".key text")).toEqual(["Value", "Debt"]);
    const [only] = CHART.figures;
    expect(textsOf(columnChart({ ...CHART, figures: only ? [only] : [] }, SIZE), ".key text")).toEqual([]);
  });

  it("are told in words, what was not reported as such", () => {
    expect(drawing.querySelector("desc")?.textContent).toBe(
      "Side by side. In M USD: MARA: Value 2,800, Debt 2,400; HUT: Value 1,200; IREN: Value 0, Debt -100.",
    );
    const none = { ...CHART, figures: [{ name: "Debt", values: [1e6, undefined, undefined] }] };
    expect(columnChart(none, SIZE).querySelector("desc")?.textContent).toContain("HUT: nothing reported");
  });

  it("leave out names that would run into each other", () => {
    const names = Array.from({ length: 40 }, (_, index) => `Miner ${index}`);
    const many = { ...CHART, names, days: names.map((_, index) => index), figures: [] };
    const shown = textsOf(columnChart(many, SIZE), ".axis:nth-of-type(2) text");
    expect(shown[0]).toBe("Miner 0");
    expect(shown.length).toBeLessThan(12);
  });
});

describe("a described chart over names", () => {
  const described = (kind: "column" | "line"): SheetChart => ({
    kind,
    title: "T",
    description: "D.",
    over: "A1:B2",
    table: "A1:B4",
    dates: "A2:A4",
    categories: true,
    series: [{ name: "B1", values: "B2:B4" }],
    unit: "BTC",
    marks: [],
  });
  const cells: Readonly<Record<string, (string | number | null)[][]>> = {
    "A2:A4": [[0.2], [30_000], [null]],
    B1: [[100_000]],
    "B2:B4": [[1], [2], [3]],
  };
  const read = (address: string) => cells[address] ?? [];

  it.each(["column", "line"] as const)(
    "takes the rows that have a name, and writes numbers as people do: %s",
    (kind) => {
      const data = chartData(described(kind), read);
      expect(data.names).toEqual(["0.2", "30,000"]);
      expect(data.days).toEqual([0, 1]);
      expect(textsOf(draw(data, SIZE), ".axis:nth-of-type(2) text")).toEqual(["0.2", "30,000"]);
    },
  );

  it("has nothing to draw while its table is an error", () => {
    expect(chartData(described("column"), () => [["#VALUE!"]]).days).toEqual([]);
  });
});
