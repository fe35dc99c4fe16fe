// As-of look-up on the record that ships: known answers, a plain scan as the measure, and nothing from the future.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/common/days";
import { membersOf, withoutSubsidiaries } from "../../src/data/groups";
import { isAssumed, publishedDay, spanOf } from "../../src/data/published";
import { CONFIDENCES } from "../../src/data/schema";
import { HOLDINGS } from "../../src/data/record";
import type { Observation } from "../../src/data/rows";
import { bundled, day } from "./bundled";
import { smallRecord } from "./small";

const holdings = bundled.metricIndex(HOLDINGS);

const held = (ticker: string, iso: string, knownBy?: string): number => {
  const known = knownBy === undefined ? undefined : day(knownBy);
  return bundled.value(bundled.asOf(bundled.minerIndex(ticker), holdings, day(iso), known));
};

const totalOfAll = (iso: string, knownBy = Infinity): number => {
  const at = day(iso);
  return withoutSubsidiaries(bundled, membersOf(bundled, "ALL", at, knownBy), at, knownBy)
    .map((miner) => bundled.asOf(miner, holdings, at, knownBy))
    .reduce((sum, row) => sum + (row < 0 ? 0 : bundled.value(row)), 0);
};

describe("coins held", () => {
  it.each([
    // NewsBTC, 2026-03-14, quoting the companies' reports for 2025-12-31.
    ["MARA", "2025-12-31", 53_822],
    ["CORZ", "2025-12-31", 2_537],
    ["WULF", "2025-12-31", 3],
    ["IREN", "2025-12-31", 0],
    // Riot Platforms, December 2025 update: 18,005 BTC.
    ["RIOT", "2025-12-31", 18_005],
  ])("by %s on %s are as published", (ticker, iso, btc) => {
    expect(held(ticker, iso)).toBe(btc);
  });

  it("are carried forward until the next report", () => {
    expect(held("CORZ", "2026-11-22")).toBe(2_537);
    expect(held("CORZ", "2025-12-30")).toBe(held("CORZ", "2025-09-30"));
  });

  it("of all listed miners add up to the totals worked out by hand, old reports carried forward", () => {
    const totals = [
      "2023-03-31",
      "2023-12-31",
      "2024-12-31",
      "2025-06-30",
      "2025-12-31",
      "2026-03-31",
      "2026-06-30",
      "2026-09-30",
    ].map((iso) => Math.round(totalOfAll(iso)));
    expect(totals).toEqual([18_965, 38_144, 91_304, 108_098, 119_282, 91_376, 87_045, 86_562]);
  });

  it("that nobody had published yet do not count", () => {
    expect(held("MARA", "2025-12-31", "2025-11-30")).toBe(held("MARA", "2025-09-30"));
    expect(totalOfAll("2025-12-31", day("2025-11-30"))).not.toBe(totalOfAll("2025-12-31"));
  });
});

const rowsOf = (ticker: string, metric: string): readonly Observation[] =>
  [...bundled.tables.reports, ...bundled.tables.facts].filter((row) => row.ticker === ticker && row.metric === metric);

const knownDay = (row: Observation): Day => publishedDay(spanOf(row.published), row.period, row.periodEnd);

/** Later is better, compared from the left. */
const merit = (row: Observation): readonly number[] => [
  row.periodEnd,
  row.scope === "consolidated" ? 1 : 0,
  2 - CONFIDENCES.indexOf(row.confidence),
  ["month", "instant", "quarter", "half", "nine_months", "year"].indexOf(row.period),
  knownDay(row),
];

const isBetter = (a: Observation, b: Observation): boolean => {
  const [left, right] = [merit(a), merit(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

const anyDay = fc.integer({ min: day("2022-06-30"), max: day("2026-11-22") });
const anyMiner = fc.constantFrom(...bundled.miners.map((miner) => miner.ticker));
const anyMetric = fc.constantFrom(...bundled.metrics.map((metric) => metric.id));
const oftenHoldings = fc.oneof(fc.constantFrom("holdings_btc", "produced_btc", "sold_btc", "cash_usd"), anyMetric);

describe("a look-up", () => {
  it("finds what a plain scan of all rows finds", () => {
    fc.assert(
      fc.property(
        anyMiner,
        oftenHoldings,
        anyDay,
        fc.option(anyDay, { nil: undefined }),
        (ticker, metric, at, knownBy) => {
          const candidates = rowsOf(ticker, metric).filter(
            (row) => row.period !== "guidance" && row.periodEnd <= at && knownDay(row) <= (knownBy ?? Infinity),
          );
          const found = bundled.asOf(bundled.minerIndex(ticker), bundled.metricIndex(metric), at, knownBy);
          if (candidates.length === 0) return found === -1;
          const reading = bundled.observation(found);
          const isOne = candidates.some((row) => row.source === reading.source && row.value === reading.value);
          return isOne && !candidates.some((row) => isBetter(row, reading));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("never shows a figure that was published after the day of knowledge", () => {
    for (let month = 0; month < 20; month++) {
      const knownBy = day("2025-01-14") + month * 31;
      for (let miner = 0; miner < bundled.miners.length; miner++) {
        for (let metric = 0; metric < bundled.metrics.length; metric++) {
          const row = bundled.asOf(miner, metric, day("2026-11-22"), knownBy);
          if (row < 0) continue;
          const { published, publishedText } = bundled.reading(row);
          expect(published).toBeLessThanOrEqual(knownBy);
          if (!isAssumed(publishedText)) expect(day(publishedText)).toBeLessThanOrEqual(knownBy);
        }
      }
    }
  });

  it("knows at least as new a period when more is known", () => {
    fc.assert(
      fc.property(anyMiner, oftenHoldings, anyDay, anyDay, anyDay, (ticker, metric, at, one, other) => {
        const end = (knownBy: Day): Day => {
          const row = bundled.asOf(bundled.minerIndex(ticker), bundled.metricIndex(metric), at, knownBy);
          return row < 0 ? -Infinity : bundled.periodEnd(row);
        };
        return end(Math.min(one, other)) <= end(Math.max(one, other));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never takes guidance for a report", () => {
    const target = bundled.metricIndex("target_ehs");
    bundled.miners.forEach((_, miner) => {
      expect(bundled.asOf(miner, target, day("2030-12-31"))).toBe(-1);
    });
  });

  it("of a miner or metric that the record does not have finds nothing", () => {
    expect(bundled.minerIndex("NONE")).toBe(-1);
    expect(bundled.asOf(-1, holdings, day("2025-12-31"))).toBe(-1);
    expect(bundled.asOf(0, -1, day("2025-12-31"))).toBe(-1);
    expect(bundled.rows(-1, holdings)).toEqual({ start: 0, end: 0 });
  });
});

describe("of several figures for one day", () => {
  const report = (period: string, value: number, published: string, source: string, scope = "") =>
    `AAA,holdings_btc,${period},2025-06-30,${value},${published},${source},${scope},,`;
  const used = (...reports: string[]): number => {
    const record = smallRecord({ reports });
    return record.value(record.asOf(0, 0, day("2025-12-31")));
  };

  it("a company's filing wins over its month's release, even an earlier one", () => {
    expect(used(report("quarter", 101, "2025-07-05", "s1"), report("month", 100, "2025-07-09", "s3"))).toBe(101);
  });

  it("at a quarter's end the filing wins over the month's release, whoever copied it", () => {
    expect(used(report("month", 100, "2025-07-05", "s1"), report("quarter", 101, "2025-08-09", "s2"))).toBe(101);
    expect(
      ["2023-12-31", "2024-03-31", "2024-06-30"].map((iso) =>
        bundled.value(bundled.asOf(bundled.minerIndex("MARA"), holdings, day(iso))),
      ),
      "MARA: 10-K 15,126; 10-Q 17,320 and 18,488, where its releases said 15,174, 17,381 and 18,536",
    ).toEqual([15_126, 17_320, 18_488]);
  });

  it("a filing's figure that was only derived leaves the company's release in its place", () => {
    const derived = report("quarter", 101, "2025-08-09", "s2").replace(/,$/, "derived,");
    expect(used(report("month", 100, "2025-07-05", "s1"), derived)).toBe(100);
  });

  it("the company wins over the press, and a flow of a quarter has no such precedence", () => {
    expect(used(report("month", 100, "2025-07-05", "s1"), report("month", 101, "2025-08-09", "s2"))).toBe(100);
    const mined = (period: string, value: number, source: string): string =>
      `AAA,produced_btc,${period},2025-06-30,${value},2025-08-09,${source},,,`;
    const record = smallRecord({ facts: [mined("month", 40, "s1"), mined("quarter", 125, "s2")] });
    expect(record.value(record.asOf(0, 1, day("2025-12-31")))).toBe(40);
  });

  it("the user's own row wins over a filing", () => {
    const record = smallRecord({ reports: [report("quarter", 101, "2025-08-09", "s1")] });
    const [filed] = record.tables.reports;
    if (!filed) throw new Error("The filing is missing.");
    const own = record.withRows("own", [{ ...filed, period: "month", value: 99, source: "s2" }]);
    expect(own.value(own.asOf(0, 0, day("2025-12-31")))).toBe(99);
  });

  it("a form filed with a regulator wins over the company's own release, and that over the press", () => {
    const [release, press, filing] = ["s1", "s2", "s4"].map((source, at) => report("month", at, "2025-07-05", source));
    expect(used(filing ?? "", release ?? "")).toBe(2);
    expect(used(press ?? "", release ?? "")).toBe(0);
  });

  it("the later publication wins among equals", () => {
    expect(used(report("quarter", 100, "2025-07-05", "s1"), report("quarter", 101, "2025-08-09", "s3"))).toBe(101);
  });

  it("the consolidated count wins, and the other is found when asked for", () => {
    const reports = [
      report("quarter", 150, "2025-08-01", "s1", "consolidated"),
      report("quarter", 100, "2025-08-02", "s1", "excluding_subsidiaries"),
    ];
    expect(used(...reports)).toBe(150);
    const record = smallRecord({ reports });
    const row = record.asOf(0, 0, day("2025-12-31"), undefined, "excluding_subsidiaries");
    expect(record.value(row)).toBe(100);
  });
});

describe("one period", () => {
  const record = smallRecord({
    facts: [
      "AAA,produced_btc,month,2025-12-31,40,2026-01-05,s1,,,",
      "AAA,produced_btc,quarter,2025-12-31,125,2026-02-20,s1,,,",
      "AAA,produced_btc,year,2025-12-31,500,2026-02-20,s1,,,",
      "AAA,produced_btc,year,2025-12-31,501,2026-02-25,s2,,,",
    ],
  });
  const produced = (period: "month" | "quarter" | "half" | "year", knownBy?: Day): number =>
    record.inPeriod(0, 1, period, day("2025-12-31"), knownBy);

  it("is not mixed with another that ends on the same day", () => {
    expect(["month", "quarter", "year"].map((period) => record.value(produced(period as "month")))).toEqual([
      40, 125, 500,
    ]);
    expect(produced("half")).toBe(-1);
  });

  it("is unknown before it is published", () => {
    expect(produced("quarter", day("2026-02-19"))).toBe(-1);
  });
});

describe("a reading", () => {
  it("says where the number comes from", () => {
    const reading = bundled.reading(
      bundled.asOf(bundled.minerIndex("WULF"), bundled.metricIndex("hpc_contracted_mw"), day("2025-12-31")),
    );
    expect(reading).toMatchObject({
      value: 522,
      confidence: "company",
      layer: "bundled",
      publishedText: "2026-02-26",
      publishedAssumed: false,
    });
    expect(reading.source.url).toMatch(/^https?:/);
  });

  it("tells an assumed publication date from a stated one", () => {
    const record = smallRecord({ reports: ["AAA,holdings_btc,month,2025-06-30,100,,s1,,,"] });
    expect(record.reading(0)).toMatchObject({
      published: day("2025-07-10"),
      publishedText: "",
      publishedAssumed: true,
    });
  });
});

describe("market series", () => {
  const record = smallRecord({ market: ["price,2025-02-28,84000.5,s1", "price,2025-01-31,102000,s1"] });

  it("give the newest point at or before the day, and none before the first", () => {
    expect(record.market("price", day("2025-02-27"))?.value).toBe(102_000);
    expect(record.market("price", day("2025-02-28"))).toMatchObject({ value: 84_000.5, day: day("2025-02-28") });
    expect(record.market("price", day("2025-01-30"))).toBeUndefined();
    expect(record.market("volume", day("2025-02-28"))).toBeUndefined();
  });

  it("end at the day of knowledge", () => {
    expect(record.market("price", day("2025-12-31"), day("2025-02-01"))?.value).toBe(102_000);
  });

  it("give a range with both its ends", () => {
    const values = (from: string, to: string) =>
      record.marketRange("price", day(from), day(to)).map((point) => point.value);
    expect(values("2025-01-31", "2025-02-28")).toEqual([102_000, 84_000.5]);
    expect(values("2025-02-01", "2025-02-27")).toEqual([]);
  });
});
