// Holdings over time as a stacked area: the largest at the bottom, old reports hatched, names at the right edge.
// Data in, SVG out; colours are classes (chart.css), so that themes and print decide them.
import { isoOfSerial, linear, ticksUpTo, yearsBetween, type Scale } from "./scale";
import { stack, spread, type Band, type Layer } from "./stack";
import { px, svg } from "./svg";

export interface StackedArea {
  readonly title: string;
  readonly description: string;
  /** What one unit of the axis is called, and how many of the values' units it is. */
  readonly unit: string;
  readonly perUnit: number;
  /** Excel serials, ascending. */
  readonly days: readonly number[];
  /** Largest first. */
  readonly bands: readonly Band[];
  readonly marks: readonly { readonly day: number; readonly label: string }[];
}

const MARGIN = { top: 22, right: 84, bottom: 22, left: 36 };
const LABEL_GAP = 14;

let drawn = 0;

const area = (upper: readonly string[], lower: readonly string[]): string =>
  `M${upper.join("L")}L${[...lower].reverse().join("L")}Z`;

const points = (values: readonly number[], days: readonly number[], x: Scale, y: Scale): string[] =>
  values.map((value, index) => `${px(x(days[index] ?? 0))} ${px(y(value))}`);

/** One quadrangle for each month at whose both ends a part is old. */
const hatched = ({ upper, oldFrom }: Layer, days: readonly number[], x: Scale, y: Scale): string => {
  const quadrangles: string[] = [];
  for (let index = 1; index < days.length; index++) {
    const ends = [index - 1, index];
    if (ends.some((end) => (upper[end] ?? 0) - (oldFrom[end] ?? 0) <= 0)) continue;
    const at = (values: readonly number[]) => ends.map((end) => `${px(x(days[end] ?? 0))} ${px(y(values[end] ?? 0))}`);
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

export const stackedArea = (chart: StackedArea, width: number, height: number): SVGSVGElement => {
  const id = `chart-${++drawn}`;
  const { days } = chart;
  const layers = stack(chart.bands, days.length);
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 1;
  const ticks = ticksUpTo(Math.max(0, ...(layers.at(-1)?.upper ?? [])) / chart.perUnit, 5);
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const x = linear([first, last], [MARGIN.left, right]);
  const y = linear([0, (ticks.at(-1) ?? 1) * chart.perUnit], [bottom, MARGIN.top]);

  const axis = svg("g", { class: "axis" });
  for (const tick of ticks) {
    const at = px(y(tick * chart.perUnit));
    axis.append(svg("line", { x1: MARGIN.left, x2: right, y1: at, y2: at, class: "grid" }));
    axis.append(svg("text", { x: MARGIN.left - 6, y: at, dy: "0.32em", "text-anchor": "end" }, String(tick)));
  }
  axis.append(svg("text", { x: 0, y: 10 }, chart.unit));
  for (const { year, from, to } of yearsBetween(first, last)) {
    if (from > first) axis.append(svg("line", { x1: px(x(from)), x2: px(x(from)), y1: bottom, y2: bottom + 6 }));
    const middle = px((x(from) + x(to)) / 2);
    axis.append(svg("text", { x: middle, y: bottom + 15, "text-anchor": "middle" }, String(year)));
  }

  const bands = svg("g");
  const labels = svg("g", { class: "labels" });
  const middles = layers.map(({ lower, upper }) => (y(lower.at(-1) ?? 0) + y(upper.at(-1) ?? 0)) / 2);
  const heights = spread(middles, LABEL_GAP, MARGIN.top, bottom - 4);
  layers.forEach((layer, index) => {
    const path = area(points(layer.upper, days, x, y), points(layer.lower, days, x, y));
    bands.append(svg("path", { d: path, class: `band band-${index + 1}` }));
    const old = hatched(layer, days, x, y);
    if (old !== "") bands.append(svg("path", { d: old, fill: `url(#${id}-hatch)` }));
    const middle = middles[index] ?? 0;
    const at = heights[index] ?? 0;
    const value = (layer.upper.at(-1) ?? 0) - (layer.lower.at(-1) ?? 0);
    labels.append(
      svg("path", { d: `M${px(right + 1)} ${px(middle)}L${px(right + 9)} ${px(at)}`, class: "leader" }),
      svg("text", { x: right + 12, y: px(at), dy: "0.32em" }, `${layer.name} ${(value / chart.perUnit).toFixed(1)}`),
    );
  });

  const marks = svg("g", { class: "marks" });
  for (const { day, label } of chart.marks) {
    const at = px(x(day));
    marks.append(svg("line", { x1: at, x2: at, y1: MARGIN.top - 6, y2: bottom }));
    marks.append(svg("text", { x: at, y: MARGIN.top - 10, "text-anchor": "middle" }, label));
  }

  return svg(
    "svg",
    {
      class: "chart",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-words`,
    },
    svg("title", { id: `${id}-title` }, chart.title),
    svg("desc", { id: `${id}-words` }, inWords(chart)),
    svg("defs", {}, hatch(`${id}-hatch`)),
    axis,
    bands,
    marks,
    labels,
  );
};
