// Pixels of the screen in the units of a file, and back.

/** Columns are measured in digits of 7 pixels, their margin of 5 pixels included (ECMA-376 part 1, 18.3.1.13). */
const DIGIT_PX = 7;
const PIXELS_PER_POINT = 4 / 3;

export const widthInDigits = (pixels: number): number => Math.max(1, pixels) / DIGIT_PX;
export const widthInPixels = (digits: number): number => Math.round(digits * DIGIT_PX);
export const heightInPoints = (pixels: number): number => pixels / PIXELS_PER_POINT;
export const heightInPixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);
