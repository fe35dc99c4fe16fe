// The age of a sum by its coins.
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/common/days";
import { coinAgeOf, countsOfAll } from "../../src/data/coin-age";
import { bundled } from "./bundled";

const day = dayOf(2026, 11, 28);

describe("the age by weight", () => {
  test("weighs each count's days by its coins", () => {
    const counts = [
      { btc: 300, periodEnd: day - 10 },
      { btc: 100, periodEnd: day - 210 },
    ];
    expect(coinAgeOf(counts, day)).toEqual({ btc: 400, counted: 2, weightedDays: 60, shareOld: 0.25 });
  });

  test("calls a count old from the day after 120 on", () => {
    expect(coinAgeOf([{ btc: 1, periodEnd: day - 120 }], day)?.shareOld).toBe(0);
    expect(coinAgeOf([{ btc: 1, periodEnd: day - 121 }], day)?.shareOld).toBe(1);
  });

  test("is none where there are no coins", () => {
    expect(coinAgeOf([], day)).toBeUndefined();
    expect(coinAgeOf([{ btc: 0, periodEnd: day }], day)).toBeUndefined();
  });

  test("of ALL counts no coin twice: a subsidiary is inside its parent", () => {
    const tickers = countsOfAll(bundled, day).map(({ ticker }) => ticker);
    expect(tickers).toContain("HUT");
    expect(tickers).not.toContain("ABTC");
  });
});
