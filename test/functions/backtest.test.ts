// BACKTEST: what a scenario said with what was known on its first day, beside what was reported since.
import { describe, expect, it } from "vitest";
import { dayOfIso, isoOf, monthEnd, partsOf, serialOf } from "../../src/common/days";
import { ask, sentence, table } from "./ask";
import { recordAt, withRecord } from "./record-as-of";

const START = "2026-03-14";
const day = dayOfIso(START) ?? NaN;

describe("BACKTEST", () => {
  const [heads, ...rows] = table("BACKTEST", "thesis", START, [["holdings", "price"]]);

  it("begins on the day of the article and has a row for each month end since", () => {
    expect(heads).toEqual([
      "Date",
      "holdings said",
      "holdings reported",
      "holdings error",
      "price said",
      "price reported",
      "price error",
    ]);
    expect(table("BACKTEST", "thesis")).toEqual([heads, ...rows]);
    const { year, month } = partsOf(day);
    expect(rows.map(([date]) => date)).toEqual(rows.map((_, i) => serialOf(monthEnd(year, month + i))));
    expect(rows.map(([date]) => isoOf(Number(date) - serialOf(0)))).toContain("2026-06-30");
  });

  it("reports what MINERHOLDINGS and BTCNETWORK show for the day", () => {
    for (const [date, , holdings, , , price] of rows) {
      expect(holdings).toBe(ask("MINERHOLDINGS", "ALL", date));
      if (price !== "") expect(price).toBe(ask("BTCNETWORK", "price", date));
    }
  });

  it("counts as error what was said over what was reported, less one", () => {
    for (const [, said, reported, error] of rows) expect(error).toBeCloseTo(Number(said) / Number(reported) - 1, 12);
  });

  it("leaves blank what nobody reported for a month, and then has no error", () => {
    const months = table("BACKTEST", "hold", START, "difficulty", false);
    const blank = months.filter(([, , reported]) => reported === "");
    expect(blank.length).toBeGreaterThan(0);
    expect(blank.every(([, , , error]) => error === "")).toBe(true);
    expect(months.length).toBeGreaterThan(blank.length);
  });

  // The record of 30 June 2026, the first case of the model: everything said on 14 March was above what came.
  it("says for the first case how far off holding all coins would have been", () => {
    const june = table("BACKTEST", "hold", START, "holdings").find(([date]) => date === serialOf(dayOfIso("2026-06-30") ?? NaN)); // prettier-ignore
    expect(june?.[1]).toBeCloseTo(119_171.6, 6);
    expect(Math.round(Number(june?.[2]))).toBe(87_045);
    expect(june?.[3]).toBeCloseTo(119_171.6 / 87_045 - 1, 4);
  });

  it.each(["hold", "thesis", "funding", "capitulation", "orderly", "pace"])(
    "says under %s just what the record of that day leads to",
    (preset) => {
      const columns = [["holdings", "price", "hashrate", "difficulty", "hashprice"]];
      const said = () =>
        table(
          "SCENARIO",
          [
            ["preset", preset],
            ["start", START],
            ["months", 6],
          ],
          columns,
          false,
        );
      // The record cut at that day knows no month end after it, so a scenario stands in for the backtest.
      expect(withRecord(recordAt(day), said)).toEqual(said());
      const sides = table(
        "BACKTEST",
        [
          ["preset", preset],
          ["months", 6],
        ],
        START,
        columns,
        false,
      );
      const first = sides[0]?.filter((_, i) => i % 3 === 1).map(Number) ?? [];
      const [start, month] = said().map((row) => row.map(Number));
      // The first month end lies between the scenario's first two rows, and so do the coins left.
      const ends = [start?.[0] ?? NaN, month?.[0] ?? NaN];
      expect(first[0]).toBeLessThanOrEqual(Math.max(...ends));
      expect(first[0]).toBeGreaterThanOrEqual(Math.min(...ends));
    },
  );

  it("begins where the table says if no start is given", () => {
    const given = table("BACKTEST", [["preset", "thesis"], ["start", "2025-06-30"]], null, "price"); // prettier-ignore
    expect(given).toEqual(table("BACKTEST", "thesis", "2025-06-30", "price"));
  });

  it("says which columns can be held against reports, and when no month has passed", () => {
    expect(sentence("BACKTEST", "thesis", START, "raised")).toMatch(/^#VALUE! Nobody reports raised .*holdings, price, hashrate, difficulty, hashprice\.$/); // prettier-ignore
    expect(sentence("BACKTEST", "thesis", "2026-11-20")).toMatch(/^#N\/A No month end lies between 2026-11-20 and /);
    expect(sentence("BACKTEST", "thesis", "2020-01-01")).toMatch(/start must lie within the record/);
  });
});
