// The shorter functions of the record: MINEREVENTS, MINERLIST, MINERCARD, BTCNETWORK, MINERVERSION.
import { describe, expect, it } from "vitest";
import { dayOf, serialOf } from "../../src/common/days";
import { record } from "../../src/functions";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";
import { evaluate } from "./contract";

const serial = (year: number, month: number, day: number): number => serialOf(dayOf(year, month, day));

describe("MINEREVENTS", () => {
  it("gives events newest first, with the names of the columns on top", () => {
    const [heads, ...rows] = table("MINEREVENTS", "WULF", "hpc_lease");
    expect(heads?.slice(0, 4)).toEqual(["Date", "Ticker", "Kind", "Commitment"]);
    expect(rows.every((row) => row[1] === "WULF" && row[2] === "hpc_lease")).toBe(true);
    const days = rows.map(([date]) => date).filter((date) => typeof date === "number");
    expect(days).toEqual([...days].sort((a, b) => b - a));
  });

  it("holds a date known only by its month as text", () => {
    const rows = table("MINEREVENTS", null, null, null, null, false);
    const texts = rows.map(([date]) => date).filter((date) => typeof date === "string");
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/^\d{4}(-\d{2})?$/);
  });

  it("keeps to the days asked for, both included", () => {
    const rows = table("MINEREVENTS", null, null, "2025-11-03", "2025-11-03", false);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(([date]) => date === serial(2025, 11, 3))).toBe(true);
  });

  it("shows without miners every company, with ALL the same", () => {
    expect(table("MINEREVENTS", "ALL")).toEqual(table("MINEREVENTS"));
    expect(table("MINEREVENTS", null, null, null, null, false)).toHaveLength(record().events.length);
  });

  it("shows a subsidiary's events beside its parent's, since nothing is added up", () => {
    const tickers = new Set(table("MINEREVENTS", "HUT,ABTC", null, null, null, false).map((row) => row[1]));
    expect([...tickers].sort()).toEqual(["ABTC", "HUT"]);
  });

  it("says when there is none, and when the dates are the wrong way round", () => {
    expect(sentence("MINEREVENTS", "MARA", "merger", "2010-01-01", "2011-01-01")).toMatch(/^#N\/A .*no merger of MARA/);
    expect(sentence("MINEREVENTS", "MARA", null, "2026-01-01", "2025-01-01")).toMatch(/^#VALUE! start lies after end/);
    expect(sentence("MINEREVENTS", "MARA", "lease")).toMatch(/^#VALUE! kind must be one of hpc_lease/);
  });
});

describe("MINERLIST", () => {
  const [heads = [], ...rows] = table("MINERLIST", "ALL", "2025-12-31");
  const column = (name: string) => rows.map((row) => row[heads.indexOf(name)]);

  it("puts the largest treasury first, and its coins sum to MINERHOLDINGS", () => {
    const coins = column("BTC").map(Number);
    expect(coins).toEqual([...coins].sort((a, b) => b - a));
    expect(rows[0]?.[0]).toBe("MARA");
    expect(coins.reduce((sum, btc) => sum + btc, 0)).toBeCloseTo(Number(ask("MINERHOLDINGS", "ALL", "2025-12-31")), 6);
  });

  it("has shares that sum to one, and ages counted from the report", () => {
    expect(column("Share").reduce<number>((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 12);
    column("Age (days)").forEach((age, i) => {
      expect(age).toBe(serial(2025, 12, 31) - Number(column("Reported")[i]));
    });
  });

  it("says of each whether it was reported for the day or carried forward", () => {
    column("Status").forEach((status, i) => {
      const age = Number(column("Age (days)")[i]);
      expect(status).toMatch(age === 0 ? /^(reported|derived)$/ : new RegExp(`^carried forward ${age} days$`));
    });
  });

  it("of PIVOT holds only miners with contracted AI megawatts or a GPU contract", () => {
    const pivot = table("MINERLIST", "PIVOT", "2026-03-14", false).map(([ticker]) => ticker);
    expect(pivot).toContain("CORZ");
    expect(pivot).not.toContain("MARA");
    expect(pivot).not.toContain("CLSK");
  });

  it("leaves the megawatts blank where none are known, never zero", () => {
    expect(rows.find(([ticker]) => ticker === "MARA")?.[6]).toBe("");
    expect(rows.flatMap((row) => (row[6] === 0 ? [row[0]] : []))).toEqual([]);
  });
});

describe("MINERCARD", () => {
  it("shows the name, with main figures, their dates and sources behind it", () => {
    expect(ask("MINERCARD", "mara")).toBe("MARA Holdings");
    expect(behind("MINERCARD", "MARA")).toMatchObject({
      Ticker: "MARA",
      "BTC held": { value: ask("MINERHOLDINGS", "MARA") },
      "BTC held: reported": { format: "yyyy-mm-dd" },
    });
  });

  it("gives a column of cards, and refuses several miners in one", () => {
    expect(table("MINERCARD", [["RIOT"], [null], ["CLSK"]])).toEqual([["Riot Platforms"], ["#VALUE!"], ["CleanSpark"]]);
    expect(sentence("MINERCARD", "RIOT,CLSK")).toMatch(/^#VALUE! A card shows one miner/);
  });
});

describe("BTCNETWORK", () => {
  it("gives the newest without a date, the value at a day with one", () => {
    expect(ask("BTCNETWORK", "price")).toBe(record().market("price", Infinity)?.value);
    // NewsBTC, 2026-03-14.
    expect(ask("BTCNETWORK", "price", "2026-03-14")).toBe(72_322);
    expect(ask("BTCNETWORK", "price", null, "2026-03-14")).toBe(72_322);
  });

  it.each([
    ["2020-05-10", 12.5],
    ["2020-05-11", 6.25],
    ["2024-04-19", 6.25],
    ["2024-04-20", 3.125],
  ])("knows the subsidy of %s: the day of the halving has the new one", (date, btc) => {
    expect(ask("BTCNETWORK", "subsidy", date)).toBe(btc);
  });

  it("shows a history by month, quarter and year ends, a halving level held", () => {
    expect(table("BTCNETWORK", "subsidy", "2024-03-31", "2024-05-31", "M")).toEqual([
      ["Date", "subsidy"],
      [serial(2024, 3, 31), 6.25],
      [serial(2024, 4, 30), 3.125],
      [serial(2024, 5, 31), 3.125],
    ]);
    expect(table("BTCNETWORK", "price", "2023-01-01", "2025-12-31", "Y", false)).toHaveLength(3);
  });

  it("leaves blank every period that has no figure of its own", () => {
    const last = record().market("difficulty", Infinity)?.day ?? 0;
    for (const series of ["difficulty", "hashprice", "price"]) {
      for (const [date, value] of table("BTCNETWORK", series, "2026-01-31", "2026-11-22", "M", false)) {
        if (series !== "price" && Number(date) - 31 > serialOf(last)) expect(value, series).toBe("");
      }
    }
    expect(table("BTCNETWORK", "difficulty", "2026-01-31", "2026-06-30", "M", false).map((row) => row[1])).not.toContain(""); // prettier-ignore
  });

  it("says of a computed hashprice what it is made of", () => {
    expect(behind("BTCNETWORK", "hashprice", "2026-01-31")["Note"]).toMatch(/^Price of 2026-01-31, difficulty since 2026-01-\d\d, /); // prettier-ignore
    expect(behind("BTCNETWORK", "hashprice", "2023-01-31")["Note"]).toMatch(/subsidy only/);
  });

  it.each(["Price", "BTC", "close"])("knows the price as %s", (name) => {
    expect(ask("BTCNETWORK", name, "2026-03-14")).toBe(72_322);
  });

  it("names the nearest series, and says when there is nothing so early", () => {
    expect(sentence("BTCNETWORK", "hashpriice")).toMatch(/^#VALUE! .*"hashpriice".*hashprice/);
    expect(sentence("BTCNETWORK", "price", "2010-01-01")).toMatch(/^#N\/A The record has no price at or before/);
  });
});

describe("MINERVERSION", () => {
  it("tells of the record in hand", () => {
    expect(ask("MINERVERSION")).toBe(record().version);
    expect(table("MINERVERSION", [["NEWEST_REPORT", "MINERS", "ROWS", "ORIGIN"]])).toEqual([
      [serialOf(record().newestReport), record().miners.length, record().counts.rows, "bundled"],
    ]);
  });

  it("formats its dates as dates", () => {
    expect(evaluate("MINERVERSION", ["NEWEST_PUBLISHED"])[0]?.[0]).toMatchObject({ format: "yyyy-mm-dd" });
  });
});
