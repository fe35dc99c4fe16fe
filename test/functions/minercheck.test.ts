// MINERCHECK over a small made-up record that has one fault of each kind, and over the real one.
import { describe, expect, it } from "vitest";
import { CHECK_KINDS } from "../../src/data/checks/finding";
import { dayOf, serialOf } from "../../src/common/days";
import type { Observation } from "../../src/data/rows";
import { smallRecord } from "../data/small";
import { ask, sentence, table } from "./ask";
import { withRecord } from "./record-as-of";

/** AAA carries all the faults; BBB is in order and reported lately. */
const faulty = smallRecord({
  reports: [
    "AAA,holdings_btc,quarter,2024-12-31,1000,2025-02-15,s1,,,",
    "AAA,holdings_btc,quarter,2024-12-31,1010,2025-02-15,s2,,,",
    "AAA,holdings_btc,quarter,2025-03-31,1200,2025-05-15,s1,,,",
    "AAA,produced_btc,quarter,2025-03-31,100,2025-05-15,s1,,,",
    "AAA,produced_btc,month,2025-01-31,30,2025-02-05,s1,,,",
    "AAA,produced_btc,month,2025-02-28,30,2025-03-05,s1,,,",
    "AAA,produced_btc,month,2025-03-31,30,2025-04-05,s1,,,",
    "AAA,sold_btc,quarter,2025-03-31,10,2025-05-15,s1,,,",
    "AAA,encumbered_btc,quarter,2025-03-31,1300,2025-05-15,s1,,,",
    "BBB,holdings_btc,month,2026-10-31,50,2026-11-05,s1,,,",
  ],
  facts: ["AAA,btc_sale_proceeds_usd,quarter,2025-03-31,9000000,2025-05-15,s1,,,"],
  market: ["price,2024-12-31,90000,s1", "price,2025-01-31,95000,s1", "price,2025-03-31,85000,s1"],
});

/** The build refuses a line that was published before its period ended; data brought in later may hold one. */
const early: Observation = {
  ticker: "AAA", metric: "purchased_btc", period: "quarter", periodEnd: dayOf(2024, 12, 31), value: 5, published: "2024-12-01",
  confidence: "company", source: "s1", scope: "consolidated", basis: "stated", note: "",
}; // prettier-ignore
const record = faulty.withRows("own", [early]);

const check = (...args: unknown[]) => withRecord(record, () => table("MINERCHECK", ...args));

describe("MINERCHECK", () => {
  it("finds each kind of fault, a sentence each", () => {
    const [heads, ...rows] = check("AAA");
    expect(heads).toEqual(["Miner", "Check", "Date", "Size", "What does not fit"]);
    expect([...new Set(rows.map(([, kind]) => kind))].sort()).toEqual([...CHECK_KINDS].sort());
    for (const [miner, , date, size, words] of rows) {
      expect(miner).toBe("AAA");
      expect(date).toBeGreaterThan(45_000);
      expect(size).toBeGreaterThan(0);
      expect(words).toMatch(/\d.*\.$/);
    }
  });

  it.each([
    ["roll-forward", 110, /1,000 BTC, 100 mined, bought not reported, 10 sold, but 1,200 on 2025-03-31: 110 BTC more/],
    ["sources disagree", 10, /1,000 BTC is used \(First release\); elsewhere 1,010 \(Press\)/],
    ["old report", dayOf(2026, 11, 22) - dayOf(2025, 3, 31), /1,200 BTC, is of 2025-03-31: 601 days old/],
    // 9,000,000 USD for 10 coins; the nearest price of the time is 95,000 USD, for which they would be 94.7.
    ["proceeds", 9e6 / 95_000 - 10, /9,000,000 USD for 10 BTC is 900,000 USD each/],
    ["parts and whole", 10, /100 BTC as reported for the whole, 90 as the sum of its 3 parts/],
    ["encumbered", 100, /1,300 BTC encumbered of 1,200 held/],
    ["published early", 30, /published on 2024-12-01, before the period ended/],
  ])("says of %s how much and why", (kind, size, words) => {
    const [found] = check("AAA").filter((row) => row[1] === kind);
    expect(found?.[3]).toBeCloseTo(size, 9);
    expect(found?.[4]).toMatch(words);
  });

  it("says so when nothing is found", () => {
    const row = ["BBB", "all", serialOf(dayOf(2026, 11, 22)), 0, "No inconsistencies found."];
    expect(check("BBB", false)).toEqual([row]);
  });

  it("goes over all miners when none is named", () => {
    expect(check().map(([miner]) => miner)).toEqual(check("AAA,BBB").map(([miner]) => miner));
    expect(new Set(table("MINERCHECK", null, false).map(([miner]) => miner)).size).toBeGreaterThan(5);
  });

  it("refuses a miner that it does not know", () => {
    expect(sentence("MINERCHECK", "AAAA")).toMatch(/^#VALUE! No miner is called/);
    expect(ask("MINERCHECK", "MARA", "maybe")).toBe("#VALUE!");
  });
});
