// What Univer says of looks in numbers and files in words.
import { BorderStyleTypes, HorizontalAlign, VerticalAlign, type Nullable } from "@univerjs/core";

const both = <Enum, Word extends string>(pairs: readonly (readonly [Enum, Word])[]) => ({
  word: (of: Nullable<Enum>): Word | undefined => pairs.find(([value]) => value === of)?.[1],
  value: (of: string | undefined): Enum | undefined => pairs.find(([, word]) => word === of)?.[0],
});

export const borders = both([
  [BorderStyleTypes.THIN, "thin"],
  [BorderStyleTypes.HAIR, "hair"],
  [BorderStyleTypes.DOTTED, "dotted"],
  [BorderStyleTypes.DASHED, "dashed"],
  [BorderStyleTypes.DASH_DOT, "dashDot"],
  [BorderStyleTypes.DASH_DOT_DOT, "dashDotDot"],
  [BorderStyleTypes.DOUBLE, "double"],
  [BorderStyleTypes.MEDIUM, "medium"],
  [BorderStyleTypes.MEDIUM_DASHED, "mediumDashed"],
  [BorderStyleTypes.MEDIUM_DASH_DOT, "mediumDashDot"],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, "mediumDashDotDot"],
  [BorderStyleTypes.SLANT_DASH_DOT, "slantDashDot"],
  [BorderStyleTypes.THICK, "thick"],
]);

export const horizontals = both([
  [HorizontalAlign.LEFT, "left"],
  [HorizontalAlign.CENTER, "center"],
  [HorizontalAlign.RIGHT, "right"],
  [HorizontalAlign.JUSTIFIED, "justify"],
  [HorizontalAlign.DISTRIBUTED, "distributed"],
]);

export const verticals = both([
  [VerticalAlign.TOP, "top"],
  [VerticalAlign.MIDDLE, "middle"],
  [VerticalAlign.BOTTOM, "bottom"],
]);

/** Univer indents in pixels; one step of Excel is about as wide as three spaces. */
const INDENT_PX = 9;
const OWN_PADDING_PX = 2;

export const stepsOfPadding = (px = OWN_PADDING_PX): number => Math.round((px - OWN_PADDING_PX) / INDENT_PX);
export const paddingOfSteps = (steps: number): number => OWN_PADDING_PX + steps * INDENT_PX;
