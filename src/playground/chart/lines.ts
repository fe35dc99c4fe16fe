// Figures over time as lines, names and last values at the right edge; told apart by dashes where colour is not seen.
import { frame, type ChartOnAxes, type Size } from "./frame";
import { line } from "./paths";
import { isoOfSerial, ticksBetween } from "./scale";
import { svg } from "./svg";

export interface Lines extends ChartOnAxes {
  readonly kind: "line";
  readonly fromZero: boolean;
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}

/** Where differences are what lines show, zero is on the axis only where it is no farther off than they are long. */
export const lineTicks = (values: readonly number[], fromZero = false): number[] => {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const withZero = fromZero || lowest < 0 || lowest <= highest / 2;
  return ticksBetween(withZero ? Math.min(0, lowest) : lowest, highest, 5);
};

const isNumber = (value: number | undefined): value is number => value !== undefined;

export const lineChart = (chart: Lines, size: Size): SVGSVGElement => {
  const all = chart.lines.flatMap(({ values }) => values.filter(isNumber)).map((value) => value / chart.perUnit);
  const { x, y, shown, names, around } = frame(chart, lineTicks(all, chart.fromZero), chart.lines, size);
  const paths = svg("g");
  chart.lines.forEach(({ values }, index) => {
    paths.append(svg("path", { d: line(values, { days: chart.days, x, y }), class: `line line-${index + 1}` }));
  });
  const ends = chart.lines.flatMap(({ name, values }) => {
    const last = values.findLast(isNumber);
    return last === undefined ? [] : [{ at: last, text: `${name}${/\d$/.test(name) ? ":" : ""} ${shown(last)}` }];
  });
  const named = (day = 0): string => chart.names?.[day] ?? isoOfSerial(day);
  const [from, to] = [named(chart.days[0]), named(chart.days.at(-1))];
  const words = `${chart.description} ${from} to ${to}, in ${chart.unit}; at the end ${ends.map(({ text }) => text).join(", ")}.`;
  return around(words, paths, names(ends));
};
