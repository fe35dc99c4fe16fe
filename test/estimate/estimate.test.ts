// The estimate against a second implementation, on random miners, days and vintages, with and without the told rows.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoOf } from "../../src/common/days";
import { estimateOf } from "../../src/data/estimate/estimate";
import { bundledRecord } from "../../src/functions";
import { day } from "../data/bundled";
import { recordAt } from "../functions/record-as-of";
import { referenceEstimate } from "./reference";
import { withToldRows } from "./told-rows";

const bare = bundledRecord();
const told = withToldRows(bare);
const miner = fc.nat({ max: bare.miners.length - 1 });
const anyDay = fc.integer({ min: day("2022-06-30"), max: day("2027-03-31") });
const knownBy = fc.oneof(anyDay, fc.constant(Infinity));

const agree = (found: number | undefined, wanted: number | undefined, what: string): void => {
  if (found === undefined || wanted === undefined) expect(found, what).toBe(wanted);
  else expect(Math.abs(found - wanted), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
};

describe.each([
  ["the record", bare],
  ["the record with the told rows", told],
])("an estimate from %s", (_, record) => {
  it("is that of the second implementation", () => {
    fc.assert(
      fc.property(miner, anyDay, knownBy, (index, at, known) => {
        const ticker = record.miners[index]?.ticker ?? "";
        const found = estimateOf(record, index, at, known);
        const wanted = referenceEstimate(record, ticker, at, known);
        const what = `${ticker} on ${isoOf(at)}, known by ${known === Infinity ? "now" : isoOf(known)}`;
        agree(found?.btc, wanted?.btc, what);
        agree(found?.pace.btcPerDay, wanted?.pace, what);
        agree(found?.pace.minedPerDay, wanted?.mined, what);
        agree(found?.width, wanted?.width, what);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is never negative, has no negative width, and no pace beyond the miner's own production", () => {
    fc.assert(
      fc.property(miner, anyDay, knownBy, (index, at, known) => {
        const found = estimateOf(record, index, at, known);
        if (!found) return;
        expect(found.btc).toBeGreaterThanOrEqual(0);
        expect(Object.is(found.btc, -0) || Object.is(found.pace.btcPerDay, -0)).toBe(false);
        expect(found.width ?? 0).toBeGreaterThanOrEqual(0);
        expect(Math.abs(found.pace.btcPerDay)).toBeLessThanOrEqual(found.pace.minedPerDay ?? 0);
      }),
      { numRuns: 3_000 },
    );
  });

  it("uses nothing that was published later", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (at, known) => {
        const before = recordAt(known, record);
        record.miners.forEach((_each, index) => {
          expect(estimateOf(record, index, at, known)?.btc).toBe(estimateOf(before, index, at)?.btc);
        });
      }),
      { numRuns: 60 },
    );
  });
});
