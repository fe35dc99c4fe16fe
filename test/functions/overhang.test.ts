// OVERHANG, OVERHANGREPORT and FUNDINGGAP.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import { ask, sentence, table, type Shown } from "./ask";
import { behind } from "./behind";

const DATE = "2026-03-14";
const CAPEX_USD_PER_MW = 9_000_000;
const OWN_SHARE = 0.2;
const members = table("MINERLIST", "ALL", DATE, false).map(([ticker, , btc, , , , mw]) => ({ ticker, btc: Number(btc), mw: Number(mw) })); // prettier-ignore
const told = (ticker: Shown | undefined, metric: string): number | undefined =>
  ((value) => (typeof value === "number" ? value : undefined))(ask("MINERDATA", ticker, metric, DATE));
/** Contracted and not live, from cells alone. */
const openMw = (ticker: Shown | undefined, contracted: number): number =>
  Math.max(0, contracted - (told(ticker, "hpc_billing_mw") ?? told(ticker, "hpc_energized_mw") ?? 0));

describe("OVERHANG", () => {
  it("by TREASURY is the holdings times the share", () => {
    expect(ask("OVERHANG")).toBe(ask("MINERHOLDINGS", "ALL"));
    expect(ask("OVERHANG", "ALL", "TREASURY", 0.25, DATE)).toBeCloseTo(
      Number(ask("MINERHOLDINGS", "ALL", DATE)) / 4,
      6,
    );
    expect(ask("OVERHANG", "ALL", "TREASURY", 0, DATE)).toBe(0);
  });

  it("by PIVOT is the holdings of the miners with a signed lease", () => {
    expect(ask("OVERHANG", "ALL", "PIVOT", 1, DATE)).toBe(ask("MINERHOLDINGS", "PIVOT", DATE));
    expect(ask("OVERHANG", "MARA", "PIVOT", 1, DATE)).toBe(0);
    expect(ask("OVERHANG", "CORZ,WULF,CIFR,IREN", "PIVOT", 1, DATE)).toBe(ask("MINERHOLDINGS", "CORZ,WULF,CIFR,IREN", DATE)); // prettier-ignore
  });

  it("by FUNDING is what hand arithmetic on the record's cells gives", () => {
    const price = Number(ask("BTCNETWORK", "price", DATE));
    let sum = 0;
    for (const { ticker, btc, mw } of members) {
      const gapUsd = Math.max(0, openMw(ticker, mw) * CAPEX_USD_PER_MW * OWN_SHARE - (told(ticker, "cash_usd") ?? 0));
      const byHand = Math.min(btc, gapUsd / price);
      expect(ask("OVERHANG", ticker, "FUNDING", 1, DATE), String(ticker)).toBeCloseTo(byHand, 6);
      sum += byHand;
    }
    expect(ask("OVERHANG", "ALL", "FUNDING", 1, DATE)).toBeCloseTo(sum, 6);
    expect(sum).toBeGreaterThan(0);
  });

  it("under FUNDING takes no notice of the share, which it finds itself", () => {
    expect(ask("OVERHANG", "ALL", "FUNDING", 0.1, DATE)).toBe(ask("OVERHANG", "ALL", "FUNDING", 1, DATE));
  });

  it("in USD is the BTC at the close of the date", () => {
    const btc = Number(ask("OVERHANG", "ALL", "PIVOT", 1, DATE));
    expect(ask("OVERHANG", "ALL", "PIVOT", 1, DATE, "USD")).toBeCloseTo(btc * 72_322, 3);
    expect(behind("OVERHANG", "ALL", "PIVOT", 1, DATE, "USD")).toMatchObject({ BTC: btc, Price: { value: 72_322 }, Method: "PIVOT" }); // prettier-ignore
  });

  it("fills a table of methods against miners", () => {
    const methods = [["TREASURY", "PIVOT", "FUNDING"]];
    const [row] = table("OVERHANG", "ALL", methods, 1, DATE);
    expect(row).toEqual(["TREASURY", "PIVOT", "FUNDING"].map((method) => ask("OVERHANG", "ALL", method, 1, DATE)));
  });

  it("refuses a share outside 0 to 1 and an unknown method", () => {
    expect(sentence("OVERHANG", "ALL", "TREASURY", 1.5)).toMatch(/share must be a number from 0 to 1/);
    expect(sentence("OVERHANG", "ALL", "ALL")).toMatch(/method must be one of TREASURY, PIVOT, FUNDING/);
  });
});

describe("FUNDINGGAP", () => {
  it("is open megawatts times what each costs the miner, less cash, never below zero", () => {
    for (const { ticker, mw } of members) {
      const gap = Math.max(0, openMw(ticker, mw) * 8_000_000 * 0.3 - (told(ticker, "cash_usd") ?? 0));
      expect(ask("FUNDINGGAP", ticker, 8_000_000, 0.7, DATE), String(ticker)).toBeCloseTo(gap, 3);
    }
  });

  it("of several miners is the sum of theirs: one's cash pays for no other", () => {
    const parts = table("FUNDINGGAP", [["CORZ", "WULF", "HUT"]], null, null, DATE)[0] ?? [];
    expect(ask("FUNDINGGAP", "CORZ,WULF,HUT", null, null, DATE)).toBeCloseTo(parts.reduce<number>((sum, usd) => sum + Number(usd), 0), 3); // prettier-ignore
  });
});

describe.each([
  ["TREASURY", "2026-09-30", "ALL"],
  ["PIVOT", DATE, "ALL"],
  ["FUNDING", DATE, "ALL"],
  ["PIVOT", DATE, "MARA"],
  ["TREASURY", "2023-06-30", "HOLDERS"],
])("OVERHANGREPORT by %s on %s of %s", (method, date, miners) => {
  const [heads, ...rows] = table("OVERHANGREPORT", miners, method, 1, date, null, date);
  const value = (measure: string): number => Number(rows.find(([name]) => name === measure)?.[1]);

  it("begins with the overhang that OVERHANG gives", () => {
    expect(heads).toEqual(["Measure", "Value", "Unit", "How"]);
    expect(value("Overhang")).toBe(ask("OVERHANG", miners, method, 1, date, "BTC", date));
    expect(value("Overhang in USD")).toBe(ask("OVERHANG", miners, method, 1, date, "USD", date));
  });

  it("sets apart what is encumbered, what is free, and what nobody told", () => {
    const parts = ["Of it encumbered", "Free", "Not told"].map(value);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value("Overhang"), 6);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
  });

  it("gives the impact as a range that holds every reading over every volume", () => {
    const falls = rows.filter(([name]) => /^(Square-root law|Flow reading)/.test(String(name))).map(([, fall]) => Number(fall)); // prettier-ignore
    expect(falls).toHaveLength(4);
    const [low = NaN, high = NaN] = String(rows.find(([name]) => name === "Price fall, from and to")?.[1]).match(/[\d.]+/g)?.map(Number) ?? []; // prettier-ignore
    expect(low).toBeCloseTo(100 * Math.min(...falls), 1);
    expect(high).toBeCloseTo(100 * Math.max(...falls), 1);
    // The same law through the worksheet function of its own.
    const volumes = rows.filter(([name]) => String(name).startsWith("Days at 5 %")).map(([, days]) => value("Overhang") / Number(days) / 0.05); // prettier-ignore
    const volatility = ask("BTCNETWORK", "volatility_365d", date);
    volumes.forEach((volume, i) => {
      if (value("Overhang") > 0) expect(falls[i]).toBeCloseTo(Number(ask("PRICEIMPACT", value("Overhang"), volume, volatility)), 9); // prettier-ignore
    });
  });

  it("tells how many miners it counts and how old their reports are", () => {
    expect(value("Miners counted")).toBeLessThanOrEqual(record().miners.length);
    expect(value("Reports older than 120 days")).toBeGreaterThanOrEqual(0);
    expect(value("Reports older than 120 days")).toBeLessThanOrEqual(1);
  });
});

describe("OVERHANGREPORT", () => {
  it("shows amounts of coins in USD when asked to", () => {
    const usd = table("OVERHANGREPORT", "ALL", "PIVOT", 1, DATE, "USD", DATE).find(([name]) => name === "Free");
    const btc = table("OVERHANGREPORT", "ALL", "PIVOT", 1, DATE, "BTC", DATE).find(([name]) => name === "Free");
    expect(usd?.[2]).toBe("USD");
    expect(Number(usd?.[1])).toBeCloseTo(Number(btc?.[1]) * 72_322, 2);
  });
});
