// The examples of the catalogue on the record that ships: each has an answer, and the printed result of each is made from
// the record when a page is. Those whose result has changed since they were written are named in the log.
import { expect, it } from "vitest";
import { catalogue } from "../../src/functions";
import { printed } from "../../src/taskpane/formula/printed";
import { readFormula } from "../../src/taskpane/formula/read";
import { trace } from "../../src/taskpane/formula/trace";
import { errorsIn } from "../functions/contract";

const examples = catalogue.flatMap(({ examples: of }) => of);

it.each(examples)("$formula has an answer", ({ formula }) => {
  const read = readFormula(formula);
  const calls = read ? trace(read, new Map()) : [];
  expect(calls.length).toBeGreaterThan(0);
  for (const { answer } of calls) expect(answer && errorsIn(answer)).toEqual([]);
});

it("prints results of the record that ships", () => {
  const changed = examples.filter((example) => printed(example) !== example.shows);
  for (const example of changed) console.info(`${example.formula}: ${example.shows} -> ${printed(example)}`);
  expect(printed({ formula: '=MINERVERSION("VERSION")', shows: "v0" })).toMatch(/^\d{4}-\d\d-\d\d/);
  expect(printed({ formula: '=MINERHOLDINGS("MARA","2025-12-31")', shows: "0" })).toBe("53,822");
});
