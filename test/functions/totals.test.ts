// Totals of all listed miners, as known today and as known on a day.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/common/days";
import { ask } from "./ask";
import { recordAt, withRecord } from "./record-as-of";

describe("all listed miners", () => {
  it("held less as known on a day than as known since", () => {
    const day = dayOf(2026, 3, 14);
    const then = withRecord(recordAt(day), () => ask("MINERHOLDINGS", "ALL", "2026-06-30"));
    expect(then).toBe(119_171.6);
    expect(ask("MINERHOLDINGS", "ALL", "2026-06-30")).not.toBe(then);
  });

  // Sums of the reports in the frozen record, old ones carried forward, added by hand when it was built.
  it.each([
    ["2023-03-31", 18_965],
    ["2023-12-31", 38_144],
    ["2025-06-30", 108_098],
    ["2026-03-31", 91_376],
    ["2026-09-30", 86_562],
  ])("held on %s as many BTC as %i", (date, btc) => {
    expect(Math.round(Number(ask("MINERHOLDINGS", "ALL", date)))).toBe(btc);
  });
});
