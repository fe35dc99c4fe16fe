// The four standard cases, over the whole catalogue: omitted and empty, wrong type, error in, ranges of every shape.
import { describe, expect, it } from "vitest";
import { bare, catalogue, CellError, type Table } from "../../src/functions";
import { sentence, table } from "./ask";
import { errorsIn, evaluate, faultsOf, sheetError, VALID, validFor } from "./contract";

const plain = (table: Table): unknown[][] =>
  table.map((row) => row.map((cell) => ((value) => (value instanceof CellError ? value.code : value))(bare(cell))));
const answer = (id: string, args: readonly unknown[]): unknown[][] => plain(evaluate(id, args));
const replaced = (id: string, at: number, by: unknown): unknown[] =>
  validFor(id).map((arg, i) => (i === at ? by : arg));

const parameters = catalogue.flatMap(({ id, parameters: all }) =>
  all.map((about, at) => ({ id, at, about, name: about.name })),
);
const ofShape = (...shapes: string[]) => parameters.filter(({ about }) => shapes.includes(about.shape));
const EMPTY = [null, undefined, "", "  ", [[null]], [[""]], []];

it("has arguments for every parameter of every function", () => {
  expect(Object.keys(VALID).sort()).toEqual(catalogue.map(({ id }) => id).sort());
  for (const { id, parameters: all } of catalogue) expect(validFor(id), id).toHaveLength(all.length);
});

describe.each(catalogue.map(({ id }) => id))("%s", (id) => {
  it("answers arguments that fit without a fault or an error", () => {
    const table = evaluate(id, validFor(id));
    expect(faultsOf(table)).toEqual([]);
    expect(errorsIn(table)).toEqual([]);
  });

  it("takes no notice of what comes after its arguments", () => {
    expect(answer(id, [...validFor(id), { address: "Sheet1!A1" }, undefined])).toEqual(answer(id, validFor(id)));
  });

  it("answers to nothing at all with a sentence or an answer", () => {
    const needed = catalogue.find((entry) => entry.id === id)?.parameters.find(({ optional }) => !optional);
    const table = evaluate(id, []);
    expect(faultsOf(table)).toEqual([]);
    if (needed)
      expect(errorsIn(table)[0]).toMatchObject({
        code: "#VALUE!",
        message: expect.stringContaining(needed.name) as string,
      });
    else expect(errorsIn(table)).toEqual([]);
  });
});

describe("an argument that is left out or empty", () => {
  it.each(parameters.filter(({ about }) => about.optional))("is its default: $id $name", ({ id, at }) => {
    const without = validFor(id).slice(0, at);
    for (const empty of EMPTY)
      expect(answer(id, [...without, empty]), JSON.stringify(empty)).toEqual(answer(id, without));
    expect(faultsOf(evaluate(id, without))).toEqual([]);
  });

  it.each(parameters.filter(({ about }) => !about.optional))("is asked for: $id $name", ({ id, at, name }) => {
    for (const empty of EMPTY) {
      const [error] = errorsIn(evaluate(id, replaced(id, at, empty)));
      expect(error, JSON.stringify(empty)).toMatchObject({ code: "#VALUE!" });
      expect(error?.message).toContain(name);
    }
  });
});

describe("an argument of a wrong kind", () => {
  it.each(parameters)("is named with what was written: $id $name", ({ id, at }) => {
    const table = evaluate(id, replaced(id, at, "zzz"));
    expect(faultsOf(table)).toEqual([]);
    const sentences = errorsIn(table).map(({ code, message }) => `${code} ${message}`);
    expect(sentences).toContainEqual(expect.stringMatching(/^#VALUE! .*zzz/));
  });

  it.each(parameters.filter(({ about }) => about.shape !== "grid"))(
    "is not searched for when it is a page of text: $id $name",
    ({ id, at }) => {
      const [error] = errorsIn(evaluate(id, replaced(id, at, "x".repeat(32_767))));
      expect(error?.message.length).toBeLessThan(300);
    },
  );

  it.each(parameters)("never breaks the answer: $id $name", ({ id, at }) => {
    const odd = [
      true,
      -1,
      0,
      1e308,
      NaN,
      Infinity,
      -Infinity,
      {},
      { basicValue: "x" },
      { type: "Entity" },
      Symbol("s"),
      1n,
      [[]],
    ];
    for (const value of odd) expect(faultsOf(evaluate(id, replaced(id, at, value))), typeof value).toEqual([]);
  });
});

describe("an error of the sheet", () => {
  it.each(ofShape("each", "one"))("passes through as it is: $id $name", ({ id, at }) => {
    const table = evaluate(id, replaced(id, at, [[sheetError("#REF!")]]));
    expect(table).toEqual([[expect.objectContaining({ code: "#REF!" })]]);
  });

  it.each(ofShape("list", "grid"))("shows in the answer: $id $name", ({ id, at }) => {
    const table = evaluate(id, replaced(id, at, [[sheetError("#REF!")]]));
    expect(errorsIn(table).map(({ code }) => code)).toContain("#REF!");
  });
});

describe("a range", () => {
  it.each(ofShape("each"))("is answered cell by cell, one bad cell alone: $id $name", ({ id, at }) => {
    const value = validFor(id)[at];
    const [[fine]] = answer(id, validFor(id)) as [[unknown]];
    expect(answer(id, replaced(id, at, [[value]]))).toEqual([[fine]]);
    expect(answer(id, replaced(id, at, [[value, sheetError(), value]]))).toEqual([[fine, "#DIV/0!", fine]]);
    expect(answer(id, replaced(id, at, [[value], [sheetError()], ["zzz"], [value]]))).toEqual([[fine], ["#DIV/0!"], ["#VALUE!"], [fine]]); // prettier-ignore
    expect(answer(id, replaced(id, at, [[value, "zzz"], [sheetError("#N/A"), value]]))).toEqual([[fine, "#VALUE!"], ["#N/A", fine]]); // prettier-ignore
  });

  it.each(ofShape("one"))("is refused where one cell is meant: $id $name", ({ id, at, name }) => {
    const value = validFor(id)[at];
    for (const range of [[[value, value]], [[value], [value]]]) {
      const [error] = errorsIn(evaluate(id, replaced(id, at, range)));
      expect(error).toMatchObject({ code: "#VALUE!", message: `${name} takes one cell here, not a range.` });
    }
  });

  it.each(ofShape("list"))("is read across and down, blanks skipped: $id $name", ({ id, at }) => {
    const value = validFor(id)[at];
    const alone = answer(id, validFor(id));
    for (const range of [
      [[value]],
      [[value], [null]],
      [["", value]],
      [
        [null, ""],
        [value, null],
      ],
    ])
      // prettier-ignore
      expect(answer(id, replaced(id, at, range)), JSON.stringify(range)).toEqual(alone);
  });
});

describe("a table without anything in it", () => {
  it("is #N/A with a sentence, since Excel takes no answer without cells", () => {
    expect(sentence("MINERFLOW", "PIVOT", null, "2009-01-03", "FALSE")).toMatch(/^#N\/A Nothing to show/);
  });

  it("does not come from a text that names no column", () => {
    expect(table("SCENARIO", "thesis", ",")).toEqual(table("SCENARIO", "thesis"));
  });
});
