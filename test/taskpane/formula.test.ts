// Formulas to begin with, for every function of the catalogue.
import { describe, expect, it } from "vitest";
import { catalogue, functionCalled, type WorksheetFunction } from "../../src/functions";
import { signature, starterFormula } from "../../src/taskpane/functions/formula";

const of = (id: string): WorksheetFunction => {
  const found = functionCalled(id);
  if (!found) throw new Error(`${id} is not in the catalogue`);
  return found;
};

describe("the formula that Insert writes", () => {
  it("leaves out what is optional", () => {
    expect(starterFormula(of("HASHPRICE"))).toBe("=HASHPRICE()");
    expect(starterFormula(of("MINERHOLDINGS"))).toBe('=MINERHOLDINGS("MARA")');
  });

  it("does not split inside texts, arrays and inner calls", () => {
    const example = { formula: '=MINERHOLDINGS(IF(TRUE,{"A,B","C"}),"2025-12-31")', shows: "", says: "" };
    const starter = starterFormula({ ...of("MINERHOLDINGS"), examples: [example] });
    expect(starter).toBe('=MINERHOLDINGS(IF(TRUE,{"A,B","C"}))');
  });

  it("takes the example whole when it is more than one call", () => {
    const example = { formula: '=SUM(MINERHOLDINGS("MARA"))', shows: "", says: "" };
    expect(starterFormula({ ...of("MINERHOLDINGS"), examples: [example] })).toBe(example.formula);
  });

  it.each(catalogue.map((entry) => [entry.id, entry] as const))("of %s names it", (id, entry) => {
    expect(starterFormula(entry)).toContain(`${id}(`);
  });

  it("shows optional arguments in brackets", () => {
    expect(signature(of("MINERHOLDINGS"))).toMatch(/^MINERHOLDINGS\(miners, \[date\]/);
  });
});
