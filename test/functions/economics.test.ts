// The economics through their cells, held against published points. Formulas and evidence: the page on methods.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, table } from "./ask";

const value = (id: string, ...args: unknown[]): number => Number(ask(id, ...args));
/** Fees of a block from the share of the reward that they make: S + F = S / (1 - f). */
const feesFrom = (share: number, subsidy = 3.125): number => subsidy / (1 - share) - subsidy;

describe("HASHPRICE", () => {
  it.each([
    // Hashrate Index, 2026-01-12: 0.00043143 BTC/PH/day at a fee share of 0.55 %.
    ["2026-01-12", 146_472_570_619_930.8, 0.0055, 0.00043143],
    // Hashrate Index, 2025-11-03: 0.00040577 BTC/PH/day; the week's fee share was 0.62 %.
    ["2025-11-03", 155_973_032_196_071.9, 0.0062, 0.00040577],
  ])("in BTC is the one published on %s to 0.2 %", (_, difficulty, feeShare, published) => {
    expect(Math.abs(value("HASHPRICE", 1, difficulty, feesFrom(feeShare), 3.125) / published - 1)).toBeLessThan(0.002);
  });

  it.each([
    // Prices are those that the pages print, not of the very moment: hence 1.5 %.
    ["2024-12-23, Hashrate Index", 93_450, 108.52e12, 0.0931, 55.21],
    ["2026-06-29, finfly.news", 60_000, 133.87e12, 0, 28.2],
  ])("in USD comes near the one of %s", (_, price, difficulty, fees, published) => {
    expect(Math.abs(value("HASHPRICE", price, difficulty, fees, 3.125) / published - 1)).toBeLessThan(0.02);
  });

  it("is exactly the arithmetic of its definition", () => {
    // docs.luxor.tech, hashrateindex: D = 1e14, 3.125 BTC, no fees, 100,000 USD; the page rounds to 62.81.
    expect(value("HASHPRICE", 100_000, 1e14, 0, 3.125)).toBeCloseTo(62.864, 3);
  });

  it("takes what is left out from the record: price and difficulty of one day, fees as they were last told", () => {
    const [price, difficulty] = ["price", "difficulty"].map((series) => value("BTCNETWORK", series, "2026-06-30"));
    const [fees, subsidy] = ["fees_btc_per_day", "subsidy"].map((series) => value("BTCNETWORK", series));
    expect(ask("HASHPRICE")).toBe(value("HASHPRICE", price, difficulty, (fees ?? NaN) / 144, subsidy));
    expect(ask("HASHPRICE", 50_000)).toBe(value("HASHPRICE", 50_000, difficulty, (fees ?? NaN) / 144, subsidy));
  });
});

describe("break-even and cost", () => {
  // Hashrate Index, 2026-01-12, at 39.53 USD/PH/day; printed in whole dollars a megawatt hour.
  it.each([
    [17, 97],
    [22, 75],
    [32.5, 51],
  ])("a machine of %d J/TH pays %d USD/MWh", (efficiency, usdMwh) => {
    expect(Math.abs(1_000 * value("BREAKEVENPOWER", efficiency, 39.53) - usdMwh)).toBeLessThan(0.5);
  });

  // CoinShares, mining report of Q1 2026: at 30 USD/PH/day the S19 XP class is under water above 0.06 USD/kWh.
  it("the S19 XP class of 21.5 J/TH is under water above six cents at 30 USD/PH/day", () => {
    expect(value("BREAKEVENPOWER", 21.5, 30)).toBeCloseTo(0.0581, 4);
    expect(value("HASHCOST", 21.5, 0.06)).toBeGreaterThan(30);
  });

  it("agree with each other", () => {
    const positive = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
    fc.assert(
      fc.property(
        positive(200),
        positive(1),
        fc.double({ min: 1e10, max: 1e16, noNaN: true }),
        positive(3),
        (jth, usdKwh, difficulty, fees) => {
          // prettier-ignore
          const price = value("BREAKEVENPRICE", jth, usdKwh, difficulty, fees);
          const hashprice = value("HASHPRICE", price, difficulty, fees, value("BTCNETWORK", "subsidy"));
          expect(hashprice / value("HASHCOST", jth, usdKwh)).toBeCloseTo(1, 9);
          expect(value("BREAKEVENPOWER", jth, hashprice) / usdKwh).toBeCloseTo(1, 9);
          expect(value("MININGCOST", jth, usdKwh, difficulty, fees) / price).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it("PUE raises the cost in proportion", () => {
    expect(value("HASHCOST", 20, 0.05, 1.2)).toBeCloseTo(1.2 * value("HASHCOST", 20, 0.05), 12);
  });

  it("fills a table of machines against power prices", () => {
    const answer = table("MININGCOST", [[17], [22], [30]], [[0.04, 0.06]]);
    expect(answer).toHaveLength(3);
    for (const [cheap, dear] of answer) expect(Number(dear) / Number(cheap)).toBeCloseTo(1.5, 12);
  });
});

describe("impact", () => {
  // Y = 1, 2.5 % a day: 500 million USD into 10, 2 and 40 billion a day (worked example of the methods page).
  it.each([
    [10e9, 0.00559],
    [2e9, 0.0125],
    [40e9, 0.0028],
  ])("of a sale into %d USD a day is as worked out", (volume, log) => {
    expect(-Math.log(1 - value("PRICEIMPACT", 500e6, volume, 0.025, 1))).toBeCloseTo(log, 4);
  });

  it("turned round gives the coins back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 1e4, max: 1e7, noNaN: true }),
        (btc, volume) => {
          // prettier-ignore
          const fall = value("PRICEIMPACT", btc, volume, 0.0233, 1);
          fc.pre(fall <= 0.99);
          expect(value("ABSORBABLE", fall, volume, 0.0233, 1) / btc).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it("a sale of nothing moves nothing and takes no time", () => {
    expect(ask("PRICEIMPACT", 0)).toBe(0);
    expect(ask("ABSORBABLE", 0)).toBe(0);
    expect(ask("ABSORPTIONDAYS", 0)).toBe(0);
  });

  it("days are coins over the part of the volume", () => {
    expect(ask("ABSORPTIONDAYS", 80_000, 0.05, 100_000)).toBeCloseTo(16, 12);
  });
});

describe("SELLSCHEDULE", () => {
  it("sells the same each day without urgency", () => {
    expect(table("SELLSCHEDULE", 1_000, 5)).toEqual([["Day", "Sold", "Left"], [1, 200, 800], [2, 200, 600], [3, 200, 400], [4, 200, 200], [5, 200, 0]]); // prettier-ignore
  });

  // The example of Almgren and Chriss (2000), section 4: 1e6 shares in five days, kappa 0.60708 a day.
  it("sells as Almgren and Chriss with urgency", () => {
    const left = table("SELLSCHEDULE", 1e6, 5, 0.60708, false).map((row) => Number(row[2]));
    [541_955.6, 289_854.2, 147_897.5, 62_141.8, 0].forEach((published, i) => {
      expect(Math.abs((left[i] ?? NaN) - published)).toBeLessThan(10);
    });
  });

  it("sells all, first most, whatever the urgency", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 10, noNaN: true }), (days, urgency) => {
        const rows = table("SELLSCHEDULE", 1_000, days, urgency, false).map((row) => row.map(Number));
        const sold = rows.map((row) => row[1] ?? NaN);
        expect(sold.reduce((sum, btc) => sum + btc, 0)).toBeCloseTo(1_000, 6);
        expect(rows.at(-1)?.[2]).toBeCloseTo(0, 9);
        expect(sold.every((btc, i) => btc >= 0 && (i === 0 || btc <= (sold[i - 1] ?? 0) + 1e-9))).toBe(true);
      }),
    );
  });
});
