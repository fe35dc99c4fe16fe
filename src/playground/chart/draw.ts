// A chart of any kind, drawn.
import { columnChart, type Columns } from "./columns";
import { fanChart, type Fan } from "./fan";
import type { Size } from "./frame";
import { lineChart, type Lines } from "./lines";
import { stackedArea, type StackedArea } from "./stacked-area";

export type Chart = StackedArea | Lines | Columns | Fan;

export const draw = (chart: Chart, size: Size): SVGSVGElement => {
  if (chart.kind === "stackedArea") return stackedArea(chart, size);
  if (chart.kind === "column") return columnChart(chart, size);
  return chart.kind === "fan" ? fanChart(chart, size) : lineChart(chart, size);
};
