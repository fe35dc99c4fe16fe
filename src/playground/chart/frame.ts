// What all charts over time share: axes, marks, names at the right edge, and the words for those who cannot see them.
// Data in, SVG out; colours are classes (chart.css), so that themes and print decide them.
import { decimalsOf, isoOfSerial, linear, monthStarts, yearsBetween, type Scale } from "./scale";
import { spread } from "./stack";
import { px, svg } from "./svg";

export interface ChartOverTime {
  readonly title: string;
  readonly description: string;
  /** What one unit of the axis is called, and how many of the values' units it is. */
  readonly unit: string;
  readonly perUnit: number;
  /** Excel serials, ascending. */
  readonly days: readonly number[];
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
  /** A value in units of the axis, with one decimal more than its ticks. */
  readonly shown: (value: number) => string;
  /** A name at the right edge, led to from the height where it belongs. */
  readonly names: (names: readonly { readonly at: number; readonly text: string }[]) => SVGGElement;
  /** The whole drawing. */
  readonly around: (words: string, ...parts: readonly SVGElement[]) => SVGSVGElement;
}

const MARGIN = { top: 22, bottom: 22, left: 36 };
const LABEL_GAP = 14;
/** At the right edge stand a leader, a name, and a value of up to six characters. */
const LEADER = 12;
const CHARACTER = 6.2;
const rightMargin = (names: readonly string[]): number =>
  LEADER + CHARACTER * (7 + Math.max(6, ...names.map((name) => name.length)));
/** Up to here months are written under the axis, beyond only years. */
const MONTHS_UP_TO_DAYS = 800;

let drawn = 0;

const verticalAxis = (ticks: readonly number[], y: Scale, right: number, { unit, perUnit }: ChartOverTime) => {
  const axis = svg("g", { class: "axis" });
  const decimals = decimalsOf(ticks);
  for (const tick of ticks) {
    const at = px(y(tick * perUnit));
    axis.append(
      svg("line", { x1: MARGIN.left, x2: right, y1: at, y2: at, class: "grid" }),
      svg("text", { x: MARGIN.left - 6, y: at, dy: "0.32em", "text-anchor": "end" }, tick.toFixed(decimals)),
    );
  }
  axis.append(svg("text", { x: 0, y: 10 }, unit));
  return axis;
};

const timeAxis = (first: number, last: number, x: Scale, bottom: number) => {
  const axis = svg("g", { class: "axis" });
  const tick = (day: number) => {
    axis.append(svg("line", { x1: px(x(day)), x2: px(x(day)), y1: bottom, y2: bottom + 6 }));
  };
  const text = (at: number, words: string) => {
    axis.append(svg("text", { x: px(at), y: bottom + 15, "text-anchor": "middle" }, words));
  };
  if (last - first <= MONTHS_UP_TO_DAYS) {
    for (const day of monthStarts(first, last, 6)) {
      tick(day);
      text(x(day), isoOfSerial(day).slice(0, 7));
    }
    return axis;
  }
  for (const { year, from, to } of yearsBetween(first, last)) {
    if (from > first) tick(from);
    text((x(from) + x(to)) / 2, String(year));
  }
  return axis;
};

const marksOf = ({ marks }: ChartOverTime, x: Scale, bottom: number) => {
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
  chart: ChartOverTime,
  ticks: readonly number[],
  named: readonly { readonly name: string }[],
  { width, height }: Size,
): Frame => {
  const id = `chart-${++drawn}`;
  const first = chart.days[0] ?? 0;
  const last = chart.days.at(-1) ?? 1;
  const right = Math.round(width - rightMargin(named.map(({ name }) => name)));
  const bottom = height - MARGIN.bottom;
  const x = linear([first, last], [MARGIN.left, right]);
  const y = linear([(ticks[0] ?? 0) * chart.perUnit, (ticks.at(-1) ?? 1) * chart.perUnit], [bottom, MARGIN.top]);
  const decimals = decimalsOf(ticks) + 1;

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
      verticalAxis(ticks, y, right, chart),
      timeAxis(first, last, x, bottom),
      ...parts,
      marksOf(chart, x, bottom),
    );

  return { id, x, y, right, shown: (value) => (value / chart.perUnit).toFixed(decimals), names, around };
};
