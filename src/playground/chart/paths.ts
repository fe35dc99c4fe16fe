// Lines and the areas between them as SVG paths.
import type { Scale } from "./scale";
import { px } from "./svg";

export interface Numbers {
  readonly days: readonly number[];
  readonly x: Scale;
  readonly y: Scale;
}

export const points = (values: readonly number[], { days, x, y }: Numbers): string[] =>
  values.map((value, index) => `${px(x(days[index] ?? 0))} ${px(y(value))}`);

export const area = (upper: readonly string[], lower: readonly string[]): string =>
  `M${upper.join("L")}L${[...lower].reverse().join("L")}Z`;

/** A line that is interrupted where there is no value. */
export const line = (values: readonly (number | undefined)[], { days, x, y }: Numbers): string => {
  let isOpen = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        isOpen = false;
        return "";
      }
      const command = isOpen ? "L" : "M";
      isOpen = true;
      return `${command}${px(x(days[index] ?? 0))} ${px(y(value))}`;
    })
    .join("");
};
