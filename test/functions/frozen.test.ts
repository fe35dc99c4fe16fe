// Formulas in saved workbooks name functions by id and arguments by place: both may only grow.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";

// Written when a function is first released; a line may get further parameters at its end, never lose or reorder one.
const FROZEN = JSON.parse(readFileSync("test/functions/frozen.json", "utf8")) as Record<string, string[]>;

describe("released functions", () => {
  it.each(Object.entries(FROZEN))("%s keeps its id and the places of its arguments", (id, parameters) => {
    const now = functionCalled(id)?.parameters.map((parameter) => parameter.name) ?? [];
    expect(now.slice(0, parameters.length)).toEqual(parameters);
  });

  it.each(Object.entries(FROZEN))("%s asks for no more arguments than before", (id, parameters) => {
    const later = functionCalled(id)?.parameters.slice(parameters.length) ?? [];
    expect(later.every((parameter) => parameter.optional)).toBe(true);
  });
});
