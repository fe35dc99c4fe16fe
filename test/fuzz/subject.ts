// What is given random input: how to make it, and what must not come of it.
import fc from "fast-check";
import { sheetError } from "../functions/contract";

export interface Subject {
  readonly name: string;
  /** How many cases a run of all tests tries. */
  readonly short: number;
  readonly make: fc.Arbitrary<unknown>;
  /** Everything in the answer that no answer may have; empty when it is sound. */
  readonly faults: (given: unknown) => readonly string[] | Promise<readonly string[]>;
}

/** Anything that a cell, a field of a file or a slot of storage may hold. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, "", " ", "#N/A", "NaN", "1e999", "-", ",", ",,", ".", "@", "price@", "__proto__", "constructor", "toString", "MARA.constructor"), // prettier-ignore
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(sheetError(), sheetError("#N/A"), sheetError("#GETTING_DATA"), { type: "Entity", text: "x" }),
  fc.record({ type: fc.constant("Double"), basicValue: fc.oneof(fc.double(), fc.string({ maxLength: 4 })) }),
);

/** What no sentence for a person may hold: the words of an engine, or of a slip. */
const SLIPS =
  /This should not happen|Cannot read|is not a function|is not iterable|undefined|\bNaN\b|Infinity|\[object/;

/** A sentence ends as one and holds no slip; what it quotes is the input's own. */
export const faultsOfSentence = (sentence: string): string[] => [
  ...(/[.)"’]$/.test(sentence.trim()) ? [] : [`no sentence: ${sentence}`]),
  ...(SLIPS.test(sentence.replaceAll(/"[^"]*"/g, '""')) ? [`a slip: ${sentence}`] : []),
];
