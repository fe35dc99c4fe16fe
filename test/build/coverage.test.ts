// What the page and the command on coverage say: of each quarter whether it was told, and by whom at the least.
import { describe, expect, it } from "vitest";
import { coverageText } from "../../src/build/coverage/print";
import { coverageByQuarter, quartersTo } from "../../src/build/coverage/quarters";
import { withNumbersOf } from "../../src/build/coverage/readme";
import { sharesOf } from "../../src/build/coverage/shares";
import { day } from "../data/bundled";
import { smallRecord } from "../data/small";
import { frozen } from "../frozen-record/frozen";

// By their sources in small.ts: s1 and s3 are of the company, s2 is press, s4 a filing.
const record = smallRecord({
  reports: [
    "AAA,holdings_btc,quarter,2025-03-31,100,2025-05-01,s4,,,",
    "AAA,holdings_btc,month,2025-05-31,110,2025-06-01,s1,,,",
    "AAA,produced_btc,month,2025-01-31,10,2025-02-01,s1,,,",
    "AAA,produced_btc,month,2025-02-28,10,2025-03-01,s2,,,",
    "AAA,produced_btc,month,2025-03-31,10,2025-04-01,s1,,,",
    "AAA,produced_btc,month,2025-04-30,10,2025-05-01,s1,,,",
  ],
});
const quarters = quartersTo(day("2025-08-15"));

describe("coverage by quarter", () => {
  const [alone, ...others] = coverageByQuarter(record, quarters);
  const at = (measure: number, name: string) =>
    alone?.told[measure]?.[quarters.findIndex((quarter) => quarter.name === name)];

  it("runs from the quarter that ended last back to 2023", () => {
    expect([quarters[0]?.name, quarters.at(-1)?.name]).toEqual(["2025Q2", "2023Q1"]);
  });

  it("lists who told anything, and no one else", () => {
    expect([alone?.ticker, others]).toEqual(["AAA", []]);
  });

  it("takes a count only of the quarter's last day", () => {
    expect([at(0, "2025Q1"), at(0, "2025Q2")]).toEqual(["filing", undefined]);
  });

  it("names a sum of months by its weakest part, and none where a month is missing", () => {
    expect([at(1, "2025Q1"), at(1, "2025Q2")]).toEqual(["secondary", undefined]);
  });
});

describe("the shares", () => {
  it("add up to the whole, and a count of the company's own is one", () => {
    const { counts, ofCounts } = sharesOf(record);
    expect(counts).toBe(2);
    expect(ofCounts).toEqual({ filing: 0.5, company: 0.5, secondary: 0 });
  });

  it("are told with the age of the coins", () => {
    // 2,525 figures and 86,562 BTC: the record of 2026-11-22.
    expect(coverageText(frozen)).toMatch(/^The record of 2026-11-22 holds 2,525 figures of 25 companies\. Of its 286 counts/); // prettier-ignore
  });
});

it("README without the marks is refused", () => {
  expect(() => withNumbersOf(frozen, "# Miner Overhang\n")).toThrow(/no marks for the numbers/);
});
