// The theme's colours of charts as variables of the page, light or dark as the system has it: chart.css paints with them.
import { BANDS, CHART, FAN, LINES, type Shade } from "../sheets/theme";

const VARIABLES: readonly (readonly [string, Shade])[] = [
  ...BANDS.map((shade, index) => [`--band-${index + 1}`, shade] as const),
  ...LINES.map((shade, index) => [`--line-${index + 1}`, shade] as const),
  ["--fan-1", FAN.nineInTen],
  ["--fan-2", FAN.half],
  ...Object.entries(CHART).map(([name, shade]) => [`--chart-${name}`, shade] as const),
];

/** Follows the system when it turns dark or light. */
export const setChartColours = (root: HTMLElement): void => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const set = (): void => {
    for (const [name, shade] of VARIABLES) root.style.setProperty(name, dark.matches ? shade.dark : shade.light);
  };
  set();
  dark.addEventListener("change", set);
};
