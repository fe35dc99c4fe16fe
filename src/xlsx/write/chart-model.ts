// What the chart library leaves to do: an axis of dates, and the values that a chart shows before anything is calculated.
import type { Worksheet } from "@cj-tech-master/excelts";
import type { ChartRange } from "./chart-ranges";

export type ChartModel = NonNullable<ReturnType<Worksheet["getCharts"]>[number]["chartModel"]>;

/** Dates get an axis of dates, a label a quarter, which the library itself makes for stock charts only. */
export const useDates = ({ chart: { plotArea } }: ChartModel): void => {
  plotArea.axes = plotArea.axes.map((axis) => {
    if (axis.axisType !== "cat") return axis;
    return { ...axis, axisType: "date", auto: false, baseTimeUnit: "days", majorUnit: 3, majorTimeUnit: "months" };
  });
};

/** A program of its own accord begins near the values where they lie close together. */
export const startAtZero = ({ chart: { plotArea } }: ChartModel): void => {
  plotArea.axes = plotArea.axes.map((axis) =>
    axis.axisType === "val" ? { ...axis, scaling: { ...axis.scaling, min: 0 } } : axis,
  );
};

const numbersOf = ({ values }: ChartRange) => ({
  pointCount: values.length,
  points: values.flatMap((value, index) => (typeof value === "number" ? [{ index, value }] : [])),
});
const textsOf = ({ values }: ChartRange) => ({
  pointCount: values.length,
  points: values.map((value, index) => ({ index, value: String(value) })),
});

/** The values that a chart shows before anything is calculated. */
export const keepValues = (
  { chart: { plotArea } }: ChartModel,
  known: ReadonlyMap<string, ChartRange>,
  withDates: boolean,
): void => {
  for (const { series } of plotArea.chartTypes) {
    for (const one of series) {
      const name = known.get(one.tx?.strRef?.formula ?? "");
      if (one.tx?.strRef && name) one.tx.strRef.cache = textsOf(name);
      if (!("val" in one) || !("cat" in one)) continue;
      const values = known.get(one.val.numRef?.formula ?? "");
      if (one.val.numRef && values) one.val.numRef.cache = numbersOf(values);
      const formula = one.cat.strRef?.formula ?? one.cat.numRef?.formula ?? "";
      const along = known.get(formula);
      if (!along) continue;
      one.cat = withDates
        ? { numRef: { formula, cache: { formatCode: "yyyy-mm-dd", ...numbersOf(along) } } }
        : { strRef: { formula, cache: textsOf(along) } };
    }
  }
};
