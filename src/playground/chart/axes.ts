// The axes of a chart: values at the left, and along the bottom days or names.
import { decimalsOf, isoOfSerial, linear, monthStarts, numberText, yearsBetween, type Scale } from "./scale";
import { px, svg } from "./svg";

/** About how wide a character of the charts' font is. */
export const CHARACTER = 6.2;
const TICK_GAP = 6;
const LEAST_LEFT = 36;
/** Up to here months are written under the axis, beyond only years. */
const MONTHS_UP_TO_DAYS = 800;

const tickTexts = (ticks: readonly number[]): string[] => ticks.map((tick) => numberText(tick, decimalsOf(ticks)));

/** The room that the values at the left need. */
export const leftMargin = (ticks: readonly number[]): number =>
  Math.max(LEAST_LEFT, TICK_GAP + CHARACTER * Math.max(...tickTexts(ticks).map(({ length }) => length)));

interface Place {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** `ticks` in units of the axis, of which each is `perUnit` of the values'. */
export const valueAxis = (
  ticks: readonly number[],
  y: Scale,
  { unit, perUnit }: { readonly unit: string; readonly perUnit: number },
  { left, right }: Place,
): SVGGElement => {
  const axis = svg("g", { class: "axis" });
  tickTexts(ticks).forEach((text, index) => {
    const at = px(y((ticks[index] ?? 0) * perUnit));
    axis.append(
      svg("line", { x1: px(left), x2: right, y1: at, y2: at, class: "grid" }),
      svg("text", { x: px(left - TICK_GAP), y: at, dy: "0.32em", "text-anchor": "end" }, text),
    );
  });
  axis.append(svg("text", { x: 0, y: 10 }, unit));
  return axis;
};

const under = (at: number, bottom: number, words: string): SVGTextElement =>
  svg("text", { x: px(at), y: bottom + 15, "text-anchor": "middle" }, words);

const timeAxis = (days: readonly number[], x: Scale, bottom: number): SVGGElement => {
  const axis = svg("g", { class: "axis" });
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 1];
  const tick = (day: number) => {
    axis.append(svg("line", { x1: px(x(day)), x2: px(x(day)), y1: bottom, y2: bottom + 6 }));
  };
  if (last - first <= MONTHS_UP_TO_DAYS) {
    for (const day of monthStarts(first, last, 6)) {
      tick(day);
      axis.append(under(x(day), bottom, isoOfSerial(day).slice(0, 7)));
    }
    return axis;
  }
  for (const { year, from, to } of yearsBetween(first, last)) {
    if (from > first) tick(from);
    axis.append(under((x(from) + x(to)) / 2, bottom, String(year)));
  }
  return axis;
};

const nameAxis = (names: readonly string[], x: Scale, bottom: number): SVGGElement => {
  const widest = CHARACTER * (1 + Math.max(...names.map(({ length }) => length)));
  const every = Math.max(1, Math.ceil(widest / (x(1) - x(0))));
  return svg(
    "g",
    { class: "axis" },
    ...names.flatMap((name, index) => (index % every === 0 ? [under(x(index), bottom, name)] : [])),
  );
};

export interface Along {
  /** Excel serials, ascending; where there are names, their places: 0, 1, 2. */
  readonly days: readonly number[];
  readonly names?: readonly string[];
}

/** A name stands in the middle of its part of the axis, a day at its own place. */
export const scaleAlong = ({ days, names }: Along, { left, right }: Place): Scale =>
  linear(names ? [-0.5, names.length - 0.5] : [days[0] ?? 0, days.at(-1) ?? 1], [left, right]);

export const axisAlong = ({ days, names }: Along, x: Scale, { bottom }: Place): SVGGElement =>
  names ? nameAxis(names, x, bottom) : timeAxis(days, x, bottom);
