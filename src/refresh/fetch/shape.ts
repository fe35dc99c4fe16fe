// Whether an answer from outside has the fields that we read, each told by a test. Other fields do not matter.

export type Tests<Shape> = { readonly [Field in keyof Shape]-?: (value: unknown) => boolean };

export const fits = <Shape extends object>(value: unknown, tests: Tests<Shape>): value is Shape => {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries<(value: unknown) => boolean>(tests).every(([field, test]) => test(fields[field]));
};

export const isNumber = (value: unknown): boolean => typeof value === "number";
export const isPositive = (value: unknown): boolean => Number.isFinite(value) && (value as number) > 0;
export const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0;

/** A text that the pattern fits as a whole. */
export const isText =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === "string" && pattern.test(value);
