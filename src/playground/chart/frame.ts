// What all charts share: axes, marks, names at the right edge, and the words for those who cannot see them.
// Data in, SVG out; colours are classes (chart.css), so that themes and print decide them.
import { axisAlong, CHARACTER, leftMargin, scaleAlong, valueAxis, type Along } from "./axes";
import { decimalsOf, linear, numberText, type Scale } from "./scale";
import { spread } from "./stack";
import { px, svg } from "./svg";

export interface ChartOnAxes extends Along {
  readonly title: string;
  readonly description: string;
  /** What one unit of the axis is called, and how many of the values' units it is. */
  readonly unit: string;
  readonly perUnit: number;
  readonly marks: readonly { readonly day: number; readonly label: string }[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Frame {
  readonly id: string;
  readonly x: Scale;
  readonly y: Scale;
  readonly right: number;
  /** A value in units of the axis, with one decimal more than its ticks unless they are 100 apart or more. */
  readonly shown: (value: number) => string;
  /** A name at the right edge, led to from the height where it belongs. */
  readonly names: (names: readonly { readonly at: number; readonly text: string }[]) => SVGGElement;
  /** The whole drawing. */
  readonly around: (words: string, ...parts: readonly SVGElement[]) => SVGSVGElement;
}

const MARGIN = { top: 22, bottom: 22 };
const LABEL_GAP = 14;
/** At the right edge stand a leader, a name, and a value of up to seven characters. */
const LEADER = 12;
const rightMargin = (names: readonly string[]): number =>
  names.length === 0 ? LEADER : LEADER + CHARACTER * (8 + Math.max(6, ...names.map((name) => name.length)));

let drawn = 0;

const marksOf = ({ marks }: ChartOnAxes, x: Scale, bottom: number) => {
  const group = svg("g", { class: "marks" });
  for (const { day, label } of marks) {
    const at = px(x(day));
    group.append(
      svg("line", { x1: at, x2: at, y1: MARGIN.top - 6, y2: bottom }),
      svg("text", { x: at, y: MARGIN.top - 10, "text-anchor": "middle" }, label),
    );
  }
  return group;
};

/** `ticks` in units of the axis, which they span; `named` for the room that their names need. */
export const frame = (
  chart: ChartOnAxes,
  ticks: readonly number[],
  named: readonly { readonly name: string }[],
  { width, height }: Size,
): Frame => {
  const id = `chart-${++drawn}`;
  const { perUnit } = chart;
  const place = {
    left: leftMargin(ticks),
    right: Math.round(width - rightMargin(named.map(({ name }) => name))),
    bottom: height - MARGIN.bottom,
  };
  const { right, bottom } = place;
  const x = scaleAlong(chart, place);
  const y = linear([(ticks[0] ?? 0) * perUnit, (ticks.at(-1) ?? 1) * perUnit], [bottom, MARGIN.top]);
  const isCoarse = (ticks[1] ?? 1) - (ticks[0] ?? 0) >= 100;
  const decimals = isCoarse ? 0 : decimalsOf(ticks) + 1;

  const names: Frame["names"] = (wanted) => {
    const group = svg("g", { class: "labels" });
    const middles = wanted.map(({ at }) => y(at));
    const heights = spread(middles, LABEL_GAP, MARGIN.top, bottom - 4);
    wanted.forEach(({ text }, index) => {
      const at = px(heights[index] ?? 0);
      group.append(
        svg("path", { d: `M${px(right + 1)} ${px(middles[index] ?? 0)}L${px(right + 9)} ${at}`, class: "leader" }),
        svg("text", { x: right + 12, y: at, dy: "0.32em" }, text),
      );
    });
    return group;
  };

  const around: Frame["around"] = (words, ...parts) =>
    svg(
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
      svg("desc", { id: `${id}-words` }, words),
      valueAxis(ticks, y, chart, place),
      axisAlong(chart, x, place),
      ...parts,
      marksOf(chart, x, bottom),
    );

  return { id, x, y, right, shown: (value) => numberText(value / perUnit, decimals), names, around };
};
