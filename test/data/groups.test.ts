// Groups of miners, and no coin twice.
import { describe, expect, it } from "vitest";
import { membersOf, withoutSubsidiaries } from "../../src/data/groups";
import { bundled, day } from "./bundled";
import { smallRecord } from "./small";

const tickers = (miners: readonly number[]): string[] => miners.map((miner) => bundled.miners[miner]?.ticker ?? "");

describe("groups", () => {
  it("ALL leaves out who has no treasury of its own to count", () => {
    const all = tickers(membersOf(bundled, "ALL", day("2025-12-31")));
    expect(all).toContain("MARA");
    expect(all).not.toContain("HUTOLD");
    expect(all).not.toContain("NB2");
  });

  it("PIVOT holds those with a signed contract by the day", () => {
    const pivot = (iso: string, knownBy?: string) =>
      tickers(membersOf(bundled, "PIVOT", day(iso), knownBy === undefined ? undefined : day(knownBy)));
    expect(pivot("2024-06-02")).not.toContain("CORZ");
    // Core Scientific and CoreWeave announced 200 MW on 2024-06-03.
    expect(pivot("2024-06-03")).toContain("CORZ");
    expect(pivot("2026-03-14")).toEqual(expect.arrayContaining(["CORZ", "WULF", "CIFR", "IREN"]));
    expect(pivot("2026-03-14", "2024-06-30")).not.toContain("WULF");
    expect(pivot("2026-03-14")).not.toContain("MARA");
  });

  it("letters of intent and plans are no pivot, nor is a contract of which only the later month is known", () => {
    const events = [
      "AAA,2025-03-10,hpc_lease,letter,Tenant,50,0,,10,,Letter of intent.,s1",
      "BBB,2025-04,hpc_lease,signed,Tenant,50,50,,10,,Lease signed.,s1",
    ];
    const record = smallRecord({ events });
    expect(membersOf(record, "PIVOT", day("2025-04-29"))).toEqual([]);
    expect(membersOf(record, "PIVOT", day("2025-04-30"))).toEqual([1]);
  });

  it("HOLDERS are those whose last count is above zero", () => {
    const holders = tickers(membersOf(bundled, "HOLDERS", day("2025-12-31")));
    expect(holders).toContain("WULF");
    expect(holders).not.toContain("IREN");
  });
});

describe("a miner that begins and ends", () => {
  const record = smallRecord({
    miners: ["AAA,Alpha,,,12,yes,", "OLD,Old,,,12,yes,,2024-01-01,2025-12-11,delisted,2025-12-10,s1"],
    reports: ["OLD,holdings_btc,quarter,2025-06-30,2,2025-09-30,s1,,,"],
  });
  const members = (iso: string, knownBy?: string): number[] =>
    membersOf(record, "ALL", day(iso), knownBy === undefined ? undefined : day(knownBy));

  it("is in its groups from its first day to its last, both included", () => {
    expect(["2023-12-31", "2024-01-01", "2025-12-11", "2025-12-12"].map((iso) => members(iso).length)).toEqual([1, 2, 2, 1]); // prettier-ignore
  });

  it("is still there for whoever knows only what was told before its end", () => {
    expect(members("2026-06-30", "2025-12-09")).toEqual([0, 1]);
    expect(members("2026-06-30", "2025-12-10")).toEqual([0]);
  });
});

describe("a subsidiary", () => {
  const both = ["HUT", "ABTC"].map((ticker) => bundled.minerIndex(ticker));

  it("leaves a list when its parent's count contains it", () => {
    expect(tickers(withoutSubsidiaries(bundled, both, day("2025-12-31")))).toEqual(["HUT"]);
    expect(tickers(withoutSubsidiaries(bundled, both.slice(1), day("2025-12-31")))).toEqual(["ABTC"]);
  });

  it("stays when its parent's count leaves it out, or when there is none", () => {
    const report = "BBB,holdings_btc,quarter,2025-06-30,100,,s1,excluding_subsidiaries,,";
    const record = smallRecord({ reports: [report] });
    expect(withoutSubsidiaries(record, [1, 2], day("2025-12-31"))).toEqual([1, 2]);
    expect(withoutSubsidiaries(record, [1, 2], day("2025-01-31"))).toEqual([1, 2]);
  });
});
