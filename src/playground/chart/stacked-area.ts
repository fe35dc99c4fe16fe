// Holdings over time as a stacked area: the largest at the bottom, old reports hatched, names at the right edge.
import { frame, type ChartOnAxes, type Size } from "./frame";
import { area, points, type Numbers } from "./paths";
import { isoOfSerial, ticksUpTo } from "./scale";
import { stack, type Band, type Layer } from "./stack";
import { svg } from "./svg";

export interface StackedArea extends ChartOnAxes {
  readonly kind: "stackedArea";
  /** Largest first. */
  readonly bands: readonly Band[];
}

/** One quadrangle for each month at whose both ends a part is old. */
const hatched = ({ upper, oldFrom }: Layer, { days, x, y }: Numbers): string => {
  const quadrangles: string[] = [];
  for (let index = 1; index < days.length; index++) {
    const ends = [index - 1, index];
    if (ends.some((end) => (upper[end] ?? 0) - (oldFrom[end] ?? 0) <= 0)) continue;
    const at = (values: readonly number[]) =>
      points(values.slice(index - 1, index + 1), { days: days.slice(index - 1, index + 1), x, y });
    quadrangles.push(area(at(upper), at(oldFrom)));
  }
  return quadrangles.join("");
};

const inWords = (chart: StackedArea): string => {
  const totals = chart.days.map((_, index) => chart.bands.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const highest = Math.max(...totals);
  const said = (index: number): string =>
    `${Math.round(totals[index] ?? 0).toLocaleString("en-US")} on ${isoOfSerial(chart.days[index] ?? 0)}`;
  return `${chart.description} Together ${said(0)}, at most ${said(totals.indexOf(highest))}, ${said(totals.length - 1)}.`;
};

const hatch = (id: string): SVGPatternElement =>
  svg(
    "pattern",
    { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { x1: 0, y1: 0, x2: 0, y2: 5, class: "hatch" }),
  );

export const stackedArea = (chart: StackedArea, size: Size): SVGSVGElement => {
  const { days, perUnit } = chart;
  const layers = stack(chart.bands, days.length);
  const { id, x, y, shown, names, around } = frame(
    chart,
    ticksUpTo(Math.max(0, ...(layers.at(-1)?.upper ?? [])) / perUnit, 5),
    layers,
    size,
  );
  const numbers = { days, x, y };
  const bands = svg("g");
  layers.forEach((layer, index) => {
    const path = area(points(layer.upper, numbers), points(layer.lower, numbers));
    bands.append(svg("path", { d: path, class: `band band-${index + 1}` }));
    const old = hatched(layer, numbers);
    if (old !== "") bands.append(svg("path", { d: old, fill: `url(#${id}-hatch)` }));
  });
  const labels = layers.map(({ name, lower, upper }) => {
    const [from, to] = [lower.at(-1) ?? 0, upper.at(-1) ?? 0];
    return { at: (from + to) / 2, text: `${name} ${shown(to - from)}` };
  });
  return around(inWords(chart), svg("defs", {}, hatch(`${id}-hatch`)), bands, names(labels));
};
