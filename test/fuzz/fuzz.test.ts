// A short run of the fuzzer over everything that takes input from outside; npm run fuzz is the long one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions";
import { evaluate, validFor } from "../functions/contract";
import { SUBJECTS } from "./subjects";

describe("any input", () => {
  it.each(SUBJECTS.map((subject) => [subject.name, subject] as const))("has a sound answer: %s", async (_, subject) => {
    await fc.assert(
      fc.asyncProperty(subject.make, async (given) => {
        expect(await subject.faults(given)).toEqual([]);
      }),
      { numRuns: subject.short },
    );
  });

  it.each(catalogue.map(({ id }) => id))("gives the same answer twice: %s", (id) => {
    expect(JSON.stringify(evaluate(id, validFor(id)))).toBe(JSON.stringify(evaluate(id, validFor(id))));
  });
});
