// Chance over time: the median as a line, and around it the bands in which half and nine tenths of all paths lie.
import { frame, type ChartOnAxes, type Frame, type Size } from "./frame";
import { area, line, points } from "./paths";
import { ticksBetween } from "./scale";
import { px, svg } from "./svg";

export interface Percentile {
  /** "P5" in the sheet. */
  readonly name: string;
  readonly values: readonly number[];
}

export interface Fan extends ChartOnAxes {
  readonly kind: "fan";
  /** Ascending; the middle one is the median. */
  readonly percentiles: readonly Percentile[];
}

interface FanBand {
  readonly lower: Percentile;
  readonly upper: Percentile;
  /** "90 %" */
  readonly share: string;
}

const shareBelow = ({ name }: Percentile): number => Number(/^P([\d.]+)$/.exec(name)?.[1] ?? NaN);

/** From the outermost to the innermost. */
export const fanBands = (percentiles: readonly Percentile[]): FanBand[] =>
  percentiles.slice(0, Math.floor(percentiles.length / 2)).flatMap((lower, index) => {
    const upper = percentiles.at(-1 - index);
    if (!upper) return [];
    return [{ lower, upper, share: `${+(shareBelow(upper) - shareBelow(lower)).toFixed(2)} %` }];
  });

/** How far along the axis a band says which share of the paths it holds, and how thick it must be there, in pixels. */
const WORDS_AT = 0.72;
const WORDS_NEED = 15;

const wordsIn = (bands: readonly FanBand[], median: Percentile, days: readonly number[], { x, y }: Frame) => {
  const group = svg("g");
  const at = Math.round(WORDS_AT * (days.length - 1));
  bands.forEach(({ upper, share }, index) => {
    const inner = bands[index + 1]?.upper ?? median;
    const [top, foot] = [y(upper.values[at] ?? 0), y(inner.values[at] ?? 0)];
    if (foot - top < WORDS_NEED) return;
    const place = { x: px(x(days[at] ?? 0)), y: px((top + foot) / 2), dy: "0.32em", "text-anchor": "middle" };
    group.append(svg("text", place, index === 0 ? `${share} of paths` : share));
  });
  return group;
};

export const fanChart = (chart: Fan, size: Size): SVGSVGElement => {
  const { days, percentiles, perUnit, description } = chart;
  const all = percentiles.flatMap(({ values }) => values).map((value) => value / perUnit);
  // Bands are areas, and areas stand on zero.
  const drawing = frame(chart, ticksBetween(Math.min(0, ...all), Math.max(...all), 5), percentiles, size);
  const { x, y, shown, names, around } = drawing;
  const numbers = { days, x, y };
  const median = percentiles[Math.floor(percentiles.length / 2)] ?? { name: "", values: [] };
  const bands = fanBands(percentiles);

  const paths = svg("g");
  bands.forEach(({ lower, upper }, index) => {
    const path = area(points(upper.values, numbers), points(lower.values, numbers));
    paths.append(svg("path", { d: path, class: `fan fan-${index + 1}` }));
  });
  paths.append(svg("path", { d: line(median.values, numbers), class: "median" }));

  const ends = percentiles.map(({ name, values }) => {
    const at = values.at(-1) ?? 0;
    return { at, text: `${name === median.name ? "median" : name} ${shown(at)}` };
  });
  const end = ({ values }: Percentile): string => shown(values.at(-1) ?? 0);
  const said = bands.map(({ lower, upper, share }) => `${share} of paths from ${end(lower)} to ${end(upper)}`);
  const words = `${description} At the end, in ${chart.unit}: median ${end(median)}, ${said.reverse().join(", ")}.`;
  return around(words, paths, wordsIn(bands, median, days, drawing), names(ends));
};
