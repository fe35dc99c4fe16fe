// A scenario starts from what is known today: one page never shows two totals, and own rows move it.
import { afterEach, describe, expect, it } from "vitest";
import { dayOfIso, serialOf } from "../../src/common/days";
import { record, replaceRecord } from "../../src/functions";
import type { Observation } from "../../src/data/rows";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";

const shipped = record();
afterEach(() => {
  replaceRecord(shipped, "bundled");
});

const own = (ticker: string, periodEnd: string, value: number): Observation => ({
  ticker,
  metric: "holdings_btc",
  period: "instant",
  periodEnd: dayOfIso(periodEnd) ?? NaN,
  value,
  published: "",
  confidence: "company",
  source: "own",
  scope: "consolidated",
  basis: "stated",
  note: "",
});
const withOwn = (...rows: Observation[]): void => {
  replaceRecord(shipped.withRows("own", rows), "own rows");
};
const start = (): unknown[] => [ask("SCENARIOVALUE", "hold", "holdings", 0), ask("OVERHANG")];

describe("without a start", () => {
  it("begins on the day of the record with the coins that OVERHANG counts", () => {
    expect(ask("SCENARIOVALUE", "hold", "date", 0)).toBe(serialOf(dayOfIso("2026-11-22") ?? NaN));
    expect(start()).toEqual([86_562, 86_562]);
    expect(table("SCENARIO", null, "holdings", false)[0]).toEqual([86_562]);
  });

  it("says of when its figures are", () => {
    const told = Object.values(behind("SCENARIOVALUE", "hold", "price")).map(String);
    expect(told).toContain("price of 2026-08-21, 93 days before the start");
    expect(told).toContain("difficulty of 2026-06-27, 148 days before the start");
    expect(told.some((words) => words.startsWith("coins of 2024-05-31 to 2026-09-30, as each of 18"))).toBe(true);
  });

  it("moves with own rows, together with OVERHANG", () => {
    withOwn(own("CORZ", "2026-09-30", 0));
    expect(start()).toEqual([86_562 - 2_537, 86_562 - 2_537]);
  });

  it("begins on the day of newer own rows, though nobody published them yet", () => {
    withOwn(own("MARA", "2026-11-30", 30_000));
    expect(ask("SCENARIOVALUE", "hold", "date", 0)).toBe(serialOf(dayOfIso("2026-11-30") ?? NaN));
    expect(start()).toEqual([86_562 - 35_577 + 30_000, 86_562 - 35_577 + 30_000]);
  });

  it("gives the same when its own assumptions are passed back", () => {
    withOwn(own("MARA", "2026-11-30", 30_000));
    const given = table("ASSUMPTIONS", "thesis");
    expect(table("SCENARIO", given)).toEqual(table("SCENARIO", "thesis"));
  });
});

describe("a start that is given", () => {
  it("stands on what was published by then", () => {
    const then = [["start", "2026-03-14"]];
    expect(ask("SCENARIOVALUE", then, "holdings", 0)).toBe(ask("OVERHANG", "ALL", "TREASURY", 1, "2026-03-14", "BTC", "2026-03-14")); // prettier-ignore
  });

  it("answers the same as text, alone and after the same day as a number", () => {
    const text = [["start", "46000"]];
    const alone = ask("SCENARIOVALUE", text, "price");
    expect(alone).toBe(ask("SCENARIOVALUE", [["start", 46_000]], "price"));
    expect(ask("SCENARIOVALUE", text, "price")).toBe(alone);
    expect(ask("MINERHOLDINGS", "MARA", "46022")).toBe(53_822);
  });

  it("is remembered by kind and place: what is TRUE is not the text, and a sentence names its own row", () => {
    expect(ask("SCENARIOVALUE", [["start", 46_000]], "price")).toBeGreaterThan(0);
    expect(ask("SCENARIOVALUE", [["drift", "true"]], "price")).toBe("#VALUE!");
    const row = (rows: unknown[][]): string => sentence("SENSITIVITY", rows, "price", "price", -1, "drift", 0);
    expect(row([["months", 3], ["sell_share", 5]])).toMatch(/^#VALUE! Row 2: sell_share/); // prettier-ignore
    expect(row([[null, null], ["months", 3], ["sell_share", 5]])).toMatch(/^#VALUE! Row 3: sell_share/); // prettier-ignore
  });
});

describe("dates, percentiles and zeros of a scenario", () => {
  it("are dates in SENSITIVITY as in SCENARIOVALUE", () => {
    const date = ask("SCENARIOVALUE", "thesis", "date", 3);
    expect(table("SENSITIVITY", "thesis", "date@3", "price", 1_000, "drift", 0)[1]?.[1]).toBe(date);
    expect(table("SCENARIOCOMPARE", "thesis", "date@3")[1]?.[1]).toBe(date);
    expect(table("SCENARIOFAN", "thesis", "date", 0.5, 3, 1, false)[3]).toEqual([3, date, date]);
  });

  it("refuses more percentiles than it shows, and drops none in silence", () => {
    const shares = (count: number): number[][] => Array.from({ length: count }, (_, i) => [i / count]);
    const short = [["months", 1]];
    expect(table("SCENARIOFAN", short, "price", shares(25), 2)[0]).toHaveLength(27);
    expect(sentence("SCENARIOFAN", short, "price", shares(26), 2)).toBe("#VALUE! percentiles takes up to 25, not 26: ask for fewer."); // prettier-ignore
  });

  it.each(["funding", "linear", "pace"])(
    "has a fan without volatility that is the path itself, by policy %s",
    (policy) => {
      const given = [["preset", "orderly"], ["policy", policy], ["volatility", 0], ["months", 6]]; // prettier-ignore
      for (const column of ["price", "unfunded", "holdings", "impact", "hashprice"]) {
        const path = table("SCENARIO", given, column, false).map(([value]) => value);
        expect(
          table("SCENARIOFAN", given, column, 0.5, 3, 1, false).map(([, , value]) => value),
          column,
        ).toEqual(path);
      }
    },
  );

  it("shows no zero with a sign", () => {
    const cells = [
      ...table(
        "MINERFLOW",
        record().miners.map(({ ticker }) => [ticker]),
        "FY2025",
        null,
        false,
      ),
      ...table("SCENARIO", [["drift", -0], ["sell_share", 0]], null, false), // prettier-ignore
      ...table("SELLSCHEDULE", 0, 3, 0, false),
    ].flat();
    expect(cells.filter((cell) => Object.is(cell, -0))).toEqual([]);
    expect(Object.is(ask("PRICEIMPACT", 0), 0)).toBe(true);
    expect(Object.is(ask("ABSORPTIONDAYS", -0), 0)).toBe(true);
  });
});
