// Figures of a stretch of time, and the roll-forward made of them.
import { describe, expect, it } from "vitest";
import { overPeriod, type PeriodFigure } from "../../src/data/flows";
import { readPeriod } from "../../src/data/periods";
import type { MinerRecord } from "../../src/data/record";
import { rollForward } from "../../src/data/rollforward";
import { bundled, day } from "./bundled";
import { smallRecord } from "./small";

const over = (
  record: MinerRecord,
  ticker: string,
  metric: string,
  text: string,
  knownBy?: string,
): PeriodFigure | undefined => {
  const span = readPeriod(text);
  if (!span) throw new Error(`${text} is no period.`);
  const known = knownBy === undefined ? undefined : day(knownBy);
  return overPeriod(record, record.minerIndex(ticker), record.metricIndex(metric), span.start, span.end, known);
};

const mined = (period: string, end: string, value: number, published = "") =>
  `AAA,produced_btc,${period},${end},${value},${published},s1,,,`;
const quarters = [
  mined("quarter", "2025-03-31", 10),
  mined("quarter", "2025-06-30", 20),
  mined("quarter", "2025-09-30", 30),
  mined("quarter", "2025-12-31", 40, "2026-02-20"),
];

describe("a flow", () => {
  it("is the report of just that period where there is one", () => {
    // TeraWulf 2025, quoted by NewsBTC 2026-03-14: 1,496 mined, 1,500 sold.
    expect(over(bundled, "WULF", "produced_btc", "2025")).toMatchObject({ value: 1_496, status: "reported" });
    expect(over(bundled, "WULF", "sold_btc", "2025")).toMatchObject({ value: 1_500, status: "reported" });
    const record = smallRecord({ facts: [...quarters, mined("year", "2025-12-31", 99)] });
    expect(over(record, "AAA", "produced_btc", "2025")).toMatchObject({ value: 99, status: "reported" });
  });

  it("is summed only when all of its parts are there", () => {
    const whole = over(smallRecord({ facts: quarters }), "AAA", "produced_btc", "2025");
    expect(whole).toMatchObject({ value: 100, status: "summed" });
    expect(whole?.parts).toHaveLength(4);
    for (const missing of quarters) {
      const record = smallRecord({ facts: quarters.filter((quarter) => quarter !== missing) });
      expect(over(record, "AAA", "produced_btc", "2025")).toBeUndefined();
    }
  });

  it("is not summed from parts that were not known yet", () => {
    const record = smallRecord({ facts: quarters });
    expect(over(record, "AAA", "produced_btc", "2025", "2026-02-19")).toBeUndefined();
    expect(over(record, "AAA", "produced_btc", "2025", "2026-02-20")?.value).toBe(100);
  });

  it("is put together from unlike parts without overlap, the fewest first", () => {
    const facts = [
      mined("nine_months", "2025-09-30", 61),
      ...quarters,
      mined("month", "2025-10-31", 13),
      mined("month", "2025-11-30", 13),
      mined("month", "2025-12-31", 13),
    ];
    expect(over(smallRecord({ facts }), "AAA", "produced_btc", "2025")).toMatchObject({ value: 101, status: "summed" });
    const withoutLast = smallRecord({ facts: facts.filter((fact) => !fact.includes("quarter,2025-12-31")) });
    const whole = over(withoutLast, "AAA", "produced_btc", "2025");
    expect(whole).toMatchObject({ value: 100, status: "summed" });
    expect(whole?.parts).toHaveLength(4);
  });

  it("tells derived figures from stated ones", () => {
    const record = smallRecord({ facts: ["AAA,sold_btc,quarter,2025-03-31,5,,s1,,derived,a difference"] });
    expect(over(record, "AAA", "sold_btc", "2025Q1")).toMatchObject({ value: 5, status: "derived" });
  });
});

describe("a rate", () => {
  const rate = (metric: string, end: string, value: number) => `AAA,${metric},quarter,${end},${value},,s1,,,`;

  it("is averaged by days where its metric allows it, and else only as reported", () => {
    const ends: readonly [string, number][] = [
      ["2025-03-31", 0.04],
      ["2025-06-30", 0.06],
    ];
    const facts = ends.flatMap(([end, value]) => [
      rate("power_cost_usd_per_kwh", end, value),
      rate("cost_per_btc_usd", end, value),
    ]);
    const record = smallRecord({ facts });
    const average = over(record, "AAA", "power_cost_usd_per_kwh", "2025H1");
    expect(average?.status).toBe("averaged");
    expect(average?.value).toBeCloseTo((0.04 * 90 + 0.06 * 91) / 181, 12);
    expect(over(record, "AAA", "cost_per_btc_usd", "2025H1")).toBeUndefined();
    expect(over(record, "AAA", "cost_per_btc_usd", "2025Q1")?.value).toBe(0.04);
  });
});

describe("a level", () => {
  it("is the one reported for the period's end and is not carried forward", () => {
    expect(over(bundled, "MARA", "holdings_btc", "2025")?.value).toBe(53_822);
    expect(over(bundled, "CORZ", "holdings_btc", "2026Q1")).toBeUndefined();
  });
});

describe("a roll-forward", () => {
  const counts = ["AAA,holdings_btc,quarter,2024-12-31,100,,s1,,,", "AAA,holdings_btc,quarter,2025-03-31,118,,s1,,,"];
  const roll = (facts: readonly string[]) => {
    const record = smallRecord({ reports: counts, facts });
    return { record, ...rollForward(record, 0, day("2025-01-01"), day("2025-03-31")) };
  };

  it("shows what does not add up", () => {
    const facts = [mined("quarter", "2025-03-31", 30), "AAA,sold_btc,quarter,2025-03-31,15,,s1,,,"];
    const { record, opening, closing, other, mined: found, sold } = roll(facts);
    expect([record.value(opening), found?.value, sold?.value, record.value(closing), other]).toEqual([
      100, 30, 15, 118, 3,
    ]);
  });

  it("leaves a flow unknown that was not reported, and never makes it zero", () => {
    const { bought, sold, other } = roll([mined("quarter", "2025-03-31", 30)]);
    expect(bought).toBeUndefined();
    expect(sold).toBeUndefined();
    expect(other).toBe(-12);
  });

  it("says nothing of the rest when a count is of another day", () => {
    const record = smallRecord({ reports: counts, facts: [mined("quarter", "2025-06-30", 30)] });
    const rolled = rollForward(record, 0, day("2025-04-01"), day("2025-06-30"));
    expect(rolled.opening).toBe(rolled.closing);
    expect(rolled.other).toBeUndefined();
    expect(rollForward(record, 1, day("2025-04-01"), day("2025-06-30"))).toEqual({ opening: -1, closing: -1 });
  });

  it("closes for every miner and quarter whose flows are all known", () => {
    const ends = [
      "2024-03-31",
      "2024-06-30",
      "2024-09-30",
      "2024-12-31",
      "2025-03-31",
      "2025-06-30",
      "2025-09-30",
      "2025-12-31",
    ];
    for (const end of ends) {
      const span = readPeriod(`${end.slice(0, 4)}Q${Number(end.slice(5, 7)) / 3}`);
      bundled.miners.forEach((_, miner) => {
        const {
          opening,
          closing,
          mined: m,
          bought,
          sold,
          other,
        } = rollForward(bundled, miner, span?.start ?? 0, span?.end ?? 0);
        if (other === undefined) return;
        const sum = bundled.value(opening) + (m?.value ?? 0) + (bought?.value ?? 0) - (sold?.value ?? 0) + other;
        expect(sum).toBeCloseTo(bundled.value(closing), 6);
      });
    }
  });
});
