// What the checks find, in the record that ships and in small ones made to fail.
import { describe, expect, it } from "vitest";
import { findingsOf, type Finding } from "../../src/data/checks";
import type { CheckKind } from "../../src/data/checks/finding";
import type { MinerRecord } from "../../src/data/record";
import { bundled, day } from "./bundled";
import { smallRecord, type Lines } from "./small";

const today = day("2026-11-22");
const find = (record: MinerRecord, kind: CheckKind, ticker: string, at = today): Finding[] =>
  findingsOf(record, [record.minerIndex(ticker)], at).filter((finding) => finding.kind === kind);

describe("in the record that ships", () => {
  it("Core Scientific's proceeds of 2025 contradict its coins, and the sentence says why", () => {
    // 402.5M USD of sales in 2025, NewsBTC 2026-03-14; 256 BTC (2024-12-31) became 2,537 (2025-12-31).
    const [finding, ...rest] = find(bundled, "proceeds", "CORZ");
    expect(rest).toEqual([]);
    expect(finding?.day).toBe(day("2025-12-31"));
    for (const part of ["402,500,000 USD", "256 BTC became 2,537", "mining revenue"])
      expect(finding?.sentence).toContain(part);
  });

  it("proceeds that fit the coins are not found", () => {
    // MARA 2025: 4,076 BTC for 413.1M USD, NewsBTC 2026-03-14.
    expect(find(bundled, "proceeds", "MARA")).toEqual([]);
    expect(find(bundled, "proceeds", "WULF")).toEqual([]);
  });

  it("more of Bitdeer's coins left in the first quarter of 2026 than its proceeds tell", () => {
    expect(find(bundled, "proceeds", "BTDR").map((finding) => finding.day)).toEqual([day("2026-03-31")]);
  });

  it("MARA's coins do not add up in January and February 2024", () => {
    const gaps = new Map(find(bundled, "roll-forward", "MARA").map((finding) => [finding.day, finding]));
    expect(gaps.get(day("2024-01-31"))?.sentence).toContain("fewer than these explain");
    expect(gaps.get(day("2024-02-29"))?.size).toBe(646);
    expect(gaps.get(day("2024-02-29"))?.sentence).toContain("more than these explain");
  });

  it("releases and filings of MARA disagree at the end of 2023", () => {
    const [finding] = find(bundled, "sources disagree", "MARA").filter((found) => found.day === day("2023-12-31"));
    expect(finding?.sentence).toContain("15,126");
    expect(finding?.sentence).toContain("15,174");
  });

  it("Cipher's months add up to more than its quarter", () => {
    expect(find(bundled, "parts and whole", "CIFR").map((finding) => finding.day)).toContain(day("2025-03-31"));
  });

  it("reports older than 120 days are named with their age", () => {
    const [finding] = find(bundled, "old report", "CORZ");
    expect(finding).toMatchObject({ day: day("2025-12-31"), size: 326 });
    expect(find(bundled, "old report", "CORZ", day("2026-04-30"))).toEqual([]);
    expect(find(bundled, "old report", "CORZ", day("2026-05-01"))).toHaveLength(1);
  });

  it("nothing later than the day asked for is spoken of", () => {
    const miners = bundled.miners.map((_, miner) => miner);
    const findings = findingsOf(bundled, miners, day("2024-12-31"));
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding.day).toBeLessThanOrEqual(day("2024-12-31"));
  });

  it("each finding is one line of text with its rows", () => {
    for (const finding of findingsOf(
      bundled,
      bundled.miners.map((_, miner) => miner),
      today,
    )) {
      expect(finding.sentence).not.toMatch(/NaN|undefined|Infinity|\n/);
      expect(finding.rows.length).toBeGreaterThan(0);
      expect(finding.rows.every((row) => row >= 0)).toBe(true);
    }
  });
});

const stock = (metric: string, end: string, value: number, source = "s1") =>
  `AAA,${metric},quarter,${end},${value},,${source},,,`;
const counts = (before: number, after: number) => [
  stock("holdings_btc", "2024-12-31", before),
  stock("holdings_btc", "2025-03-31", after),
];
const flow = (metric: string, value: number) => `AAA,${metric},quarter,2025-03-31,${value},,s1,,,`;
const prices = ["price,2024-12-31,100000,s1", "price,2025-01-31,100000,s1", "price,2025-03-31,100000,s1"];
const kinds = (lines: Lines): CheckKind[] =>
  findingsOf(smallRecord({ market: prices, ...lines }), [0], day("2025-04-01")).map((finding) => finding.kind);

describe("the roll-forward check", () => {
  it("finds a gap above 1 % of the coins or above 50", () => {
    const facts = [flow("produced_btc", 100), flow("sold_btc", 0)];
    expect(kinds({ reports: counts(10_000, 10_100), facts })).toEqual([]);
    expect(kinds({ reports: counts(10_000, 10_150), facts })).toEqual([]);
    expect(kinds({ reports: counts(10_000, 10_151), facts })).toEqual(["roll-forward"]);
    expect(kinds({ reports: counts(1_000, 1_111), facts })).toEqual(["roll-forward"]);
    expect(kinds({ reports: counts(1_000, 1_109), facts })).toEqual([]);
  });

  it("blames nobody for coins that left when sales were not reported", () => {
    expect(kinds({ reports: counts(1_000, 500), facts: [flow("produced_btc", 100)] })).toEqual([]);
  });
});

describe("the check of proceeds", () => {
  const reports = counts(1_000, 900);

  it("finds a price per coin that the market did not pay", () => {
    const sale = (usd: number) =>
      kinds({ reports, facts: [flow("produced_btc", 100), flow("sold_btc", 200), flow("btc_sale_proceeds_usd", usd)] });
    expect(sale(20_000_000)).toEqual([]);
    expect(sale(17_100_000)).toEqual([]);
    expect(sale(16_900_000)).toEqual(["proceeds"]);
    expect(sale(23_100_000)).toEqual(["proceeds"]);
  });

  it("finds proceeds for more or for fewer coins than can have left", () => {
    const sale = (usd: number) =>
      kinds({ reports, facts: [flow("produced_btc", 100), flow("btc_sale_proceeds_usd", usd)] });
    expect(sale(20_000_000)).toEqual([]);
    expect(sale(30_000_000)).toEqual(["proceeds"]);
    expect(sale(10_000_000)).toEqual(["proceeds"]);
  });

  it("is silent when the record cannot tell", () => {
    expect(kinds({ facts: [flow("btc_sale_proceeds_usd", 30_000_000)] })).toEqual([]);
    expect(kinds({ reports, facts: [flow("btc_sale_proceeds_usd", 30_000_000)] })).toEqual([]);
  });
});

describe("further checks", () => {
  it("find more coins encumbered than held", () => {
    const reports = [stock("holdings_btc", "2025-03-31", 100), stock("encumbered_btc", "2025-03-31", 101)];
    expect(kinds({ reports })).toEqual(["encumbered"]);
    expect(
      kinds({ reports: [stock("holdings_btc", "2025-03-31", 101), stock("encumbered_btc", "2025-03-31", 101)] }),
    ).toEqual([]);
  });

  it("find sources that disagree by a coin, and let equal ones be", () => {
    const two = (value: number) => [
      stock("holdings_btc", "2025-03-31", 100),
      stock("holdings_btc", "2025-03-31", value, "s2"),
    ];
    expect(kinds({ reports: two(101) })).toEqual(["sources disagree"]);
    expect(kinds({ reports: two(100.4) })).toEqual([]);
  });

  it("find a report of a user's own that was published before its period ended", () => {
    const own = {
      ticker: "AAA",
      metric: "holdings_btc",
      period: "quarter",
      periodEnd: day("2025-03-31"),
      value: 100,
      published: "2025-03-01",
      confidence: "company",
      source: "mine",
      scope: "consolidated",
      basis: "stated",
      note: "",
    } as const;
    const record = smallRecord({}).withRows("own", [own]);
    expect(findingsOf(record, [0], day("2025-04-01")).map((finding) => finding.kind)).toEqual(["published early"]);
  });
});
