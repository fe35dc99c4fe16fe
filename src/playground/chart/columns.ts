// Figures of several names side by side, as columns in groups; with more than one figure, a key says which is which.
import { CHARACTER } from "./axes";
import { frame, type ChartOnAxes, type Frame, type Size } from "./frame";
import { ticksBetween } from "./scale";
import { px, svg } from "./svg";

interface Figure {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

export interface Columns extends ChartOnAxes {
  readonly kind: "column";
  readonly names: readonly string[];
  readonly figures: readonly Figure[];
}

/** How much of a name's part of the axis its columns take. */
const FILLED = 0.72;
const SWATCH = 9;

const keyOf = (figures: readonly Figure[], unit: string): SVGGElement => {
  const group = svg("g", { class: "key" });
  let x = CHARACTER * (unit.length + 4);
  figures.forEach(({ name }, index) => {
    group.append(
      svg("rect", { x: px(x), y: 2, width: SWATCH, height: SWATCH, class: `band band-${index + 1}` }),
      svg("text", { x: px(x + SWATCH + 4), y: 10 }, name),
    );
    x += SWATCH + CHARACTER * (name.length + 4);
  });
  return group;
};

/** From zero up or down; of what is not there, none. */
const columnsOf = (figures: readonly Figure[], { x, y }: Frame): SVGGElement => {
  const group = svg("g");
  const width = ((x(1) - x(0)) * FILLED) / figures.length;
  figures.forEach(({ values }, place) => {
    values.forEach((value, index) => {
      if (value === undefined) return;
      const left = x(index) + (place - figures.length / 2) * width;
      const [top, foot] = [y(Math.max(0, value)), y(Math.min(0, value))];
      const box = { x: px(left), y: px(top), width: px(width), height: px(foot - top) };
      group.append(svg("rect", { ...box, class: `band band-${place + 1}` }));
    });
  });
  return group;
};

export const columnChart = (chart: Columns, size: Size): SVGSVGElement => {
  const { figures, names, perUnit, unit, description } = chart;
  const all = figures.flatMap(({ values }) =>
    values.flatMap((value) => (value === undefined ? [] : [value / perUnit])),
  );
  const drawing = frame(chart, ticksBetween(Math.min(0, ...all), Math.max(0, ...all), 5), [], size);
  const said = names.map((name, index) => {
    const told = figures.flatMap(({ name: figure, values }) => {
      const value = values[index];
      if (value === undefined) return [];
      return [`${figures.length > 1 ? `${figure} ` : ""}${drawing.shown(value)}`];
    });
    return `${name}: ${told.length === 0 ? "nothing reported" : told.join(", ")}`;
  });
  const key = figures.length > 1 ? [keyOf(figures, unit)] : [];
  return drawing.around(`${description} In ${unit}: ${said.join("; ")}.`, columnsOf(figures, drawing), ...key);
};
