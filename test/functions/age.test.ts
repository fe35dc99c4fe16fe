// Age is part of the number: by weight, left out beyond max_age, and no market figure stands for a day far after it.
import { describe, expect, it } from "vitest";
import { dayOfIso, isoOf, serialOf } from "../../src/common/days";
import { record } from "../../src/functions";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";

const TODAY = dayOfIso("2026-11-22") ?? NaN;
const rows = table("MINERLIST", "ALL", null, false).map(([ticker, , btc, , reported]) => ({
  ticker: String(ticker),
  btc: Number(btc),
  age: TODAY - (Number(reported) - serialOf(0)),
}));
const sum = (of: readonly { btc: number }[]): number => of.reduce((total, { btc }) => total + btc, 0);

describe("the age of the coins", () => {
  it("is weighted by coins, wherever it stands", () => {
    const weighted = rows.reduce((days, { btc, age }) => days + btc * age, 0) / sum(rows);
    const old = sum(rows.filter(({ age }) => age > 120)) / sum(rows);
    expect(ask("MINERVERSION", "weighted_age")).toBeCloseTo(weighted, 9);
    expect(ask("MINERVERSION", "share_over_120_days")).toBeCloseTo(old, 12);
    const total = table("MINERLIST", "ALL", null, false, null, true).at(-1);
    expect(total?.slice(0, 3)).toEqual(["Total", "18 miners", 86_562]);
    expect(total?.[5]).toBeCloseTo(weighted, 9);
    expect(total?.[7]).toBe("by weight, 84 % from reports over 120 days old; megawatts of 10");
    const report = new Map(table("OVERHANGREPORT").map(([name, value]) => [name, value]));
    expect(report.get("Average age")).toBeCloseTo(weighted, 9);
    expect(report.get("Reports older than 120 days")).toBeCloseTo(old, 12);
    // 35,577 BTC 145 days old and 16,331 BTC 236 days old.
    expect(behind("MINERHOLDINGS", "MARA,HUT")["Average age by weight"]).toMatchObject({ value: (35_577 * 145 + 16_331 * 236) / 51_908 }); // prettier-ignore
  });

  it("tells how the number of miners comes about", () => {
    expect(["IN_ALL", "COUNTED", "INSIDE_PARENT"].map((item) => ask("MINERVERSION", item))).toEqual([19, 18, 1]);
    expect(table("OVERHANGREPORT").find(([name]) => name === "Miners counted")?.[3]).toBe("with coins that may come; 19 in ALL, 18 with a count of their own, 1 inside its parent"); // prettier-ignore
  });
});

describe("max_age", () => {
  it.each([60, 120, 145, 200, 400])("of %d days drops exactly the older reports, and says their sum", (days) => {
    const [young, old] = [rows.filter(({ age }) => age <= days), rows.filter(({ age }) => age > days)];
    for (const id of ["MINERHOLDINGS", "OVERHANG"]) {
      const args = id === "OVERHANG" ? ["ALL", null, null, null, null, null, days] : ["ALL", null, null, null, days];
      expect(ask(id, ...args)).toBeCloseTo(sum(young), 6);
      expect(behind(id, ...args)["Left out as older"] ?? 0).toBeCloseTo(sum(old), 6);
    }
    expect(table("MINERLIST", "ALL", null, false, days).map(([ticker]) => ticker)).toEqual(young.map(({ ticker }) => ticker)); // prettier-ignore
    expect(ask("MINERDATA", "ALL", "holdings_btc", null, null, null, days)).toBeCloseTo(sum(young), 6);
  });

  it("makes a miner alone, and a list with it, an error that says how old the report is", () => {
    const words = /^#N\/A The newest BTC report of MARA by 2026-11-22 is of 2026-06-30, 145 days before: older than max_age 144 allows\.$/; // prettier-ignore
    expect(sentence("MINERHOLDINGS", "MARA", null, null, null, 144)).toMatch(words);
    expect(sentence("MINERHOLDINGS", "MARA,CLSK", null, null, null, 144)).toMatch(words);
    expect(ask("MINERHOLDINGS", "MARA", null, null, null, 145)).toBe(35_577);
    expect(sentence("MINERDATA", "MARA", "cash", null, null, null, 100)).toMatch(/^#N\/A No cash_usd of MARA .*at most 100 days old\. The record has it for: 2026-06-30/); // prettier-ignore
    expect(sentence("MINERDATA", "MARA", "production", null, null, null, 100)).toMatch(
      /quarter .*at most 100 days old/,
    );
  });

  it("counts a subsidiary for itself where its parent's report is too old", () => {
    // American Bitcoin is inside Hut 8's count while that one is used.
    const own = table("MINERLIST", "ABTC,HUT", "2025-12-31", false).map(([ticker]) => ticker);
    expect(own).toEqual(["HUT"]);
    expect(ask("MINERHOLDINGS", "ALL", "2026-11-22", null, null, 10_000)).toBe(86_562);
  });
});

describe("a market figure for a day that is named", () => {
  it("is none where the newest point is over 45 days older, and the sentence says of when that is", () => {
    expect(sentence("BTCNETWORK", "price", "2026-11-22")).toBe("#N/A The newest price in the record by 2026-11-22 is of 2026-08-21, 93 days before: too old to use for that day. Ask for 2026-08-21, or leave the date out for the newest."); // prettier-ignore
    expect(ask("BTCNETWORK", "price")).toBe(77_478.75);
    expect(ask("BTCNETWORK", "price", "2026-10-05")).toBe(77_478.75);
    expect(ask("BTCNETWORK", "price", "2026-10-06")).toBe("#N/A");
    expect(ask("MINERHOLDINGS", "MARA", "2026-11-22", "USD")).toBe("#N/A");
    expect(ask("OVERHANG", "MARA", "TREASURY", 1, "2026-11-22", "USD")).toBe("#N/A");
    expect(ask("MINERHOLDINGS", "MARA", null, "USD")).toBe(35_577 * 77_478.75);
  });

  it("harms no count of coins, and leaves blank what needs a price", () => {
    expect(ask("OVERHANG", "ALL", "TREASURY", 1, "2026-11-22")).toBe(86_562);
    const report = new Map(table("OVERHANGREPORT", "ALL", "TREASURY", 1, "2026-11-22").map(([name, ...rest]) => [name, rest])); // prettier-ignore
    expect(report.get("Overhang")?.[0]).toBe(86_562);
    expect(report.get("Overhang in USD")).toEqual(["", "USD", expect.stringContaining("2026-08-21, 93 days before")]);
  });

  it("holds for years where it is the subsidy", () => {
    expect(ask("BTCNETWORK", "subsidy", "2026-11-22")).toBe(3.125);
  });
});

describe("hashprice without arguments", () => {
  const day = (property: unknown): string => isoOf((property as { value: number }).value - serialOf(0));

  it("takes price and difficulty of the newest day that has both, and names it", () => {
    // The newest price is of 2026-08-21, the newest retarget of 2026-06-27: a month's end lies in that epoch.
    const about = behind("HASHPRICE");
    expect([day(about["Price date"]), day(about["Difficulty of"]), day(about["Difficulty since"])]).toEqual(["2026-06-30", "2026-06-30", "2026-06-27"]); // prettier-ignore
    expect(ask("HASHPRICE")).toBe(ask("HASHPRICE", 58_558.86, 133_870_000_000_000, 3.673 / 144, 3.125));
    expect(ask("BTCNETWORK", "hashprice")).toBe(ask("HASHPRICE", 58_558.86, 133_870_000_000_000, 0));
    expect(ask("BREAKEVENPOWER", 17)).toBeCloseTo(Number(ask("HASHPRICE")) / 24 / 17, 12);
    expect(day(behind("BREAKEVENPRICE", 17, 0.05)["Difficulty since"])).toBe("2026-06-27");
    expect(behind("HASHPRICE", 100_000)["Price"]).toBeUndefined();
  });

  it("stays with the epoch of each day in the past", () => {
    for (const { day: of, value } of record().marketRange(
      "price",
      dayOfIso("2021-01-31") ?? 0,
      dayOfIso("2026-06-30") ?? 0,
    )) {
      // prettier-ignore
      const difficulty = record().market("difficulty", of);
      expect(ask("BTCNETWORK", "hashprice", serialOf(of)), isoOf(of)).toBeCloseTo(Number(ask("HASHPRICE", value, difficulty?.value, 0, record().market("subsidy", of)?.value)), 9); // prettier-ignore
    }
  });
});
