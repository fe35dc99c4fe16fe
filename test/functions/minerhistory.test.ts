import { describe, expect, it } from "vitest";
import { dayOf, dayOfIso, isoOf, monthEnd, partsOf, serialOf } from "../../src/common/days";
import { record } from "../../src/functions";
import { ask, sentence, table, type Shown } from "./ask";

const iso = (cell: Shown | undefined): string => isoOf(Number(cell) - serialOf(0));
const TICKERS = record().miners.map(({ ticker }) => ticker);

describe("MINERHISTORY", () => {
  it("gives one row a month end, dates down and miners across, with their names on top", () => {
    const [heads, ...rows] = table(
      "MINERHISTORY",
      [["MARA", "CORZ,WULF", "ALL"]],
      null,
      "2024-01-31",
      "2026-06-30",
      "M",
    );
    expect(heads).toEqual(["Date", "MARA", "CORZ,WULF", "ALL"]);
    expect(rows.map(([date]) => iso(date))).toEqual(Array.from({ length: 30 }, (_, i) => isoOf(monthEnd(2024, 1 + i))));
  });

  it("leaves the names away when asked to", () => {
    const [first] = table("MINERHISTORY", "MARA", null, "2025-12-31", "2025-12-31", "M", null, false);
    expect(first).toEqual([serialOf(dayOf(2025, 12, 31)), 53_822]);
  });

  it.each([
    ["a column", TICKERS.map((ticker) => [ticker])],
    ["a row", [TICKERS]],
  ])("of %s of tickers equals as many single MINERHOLDINGS", (_, range) => {
    const [heads = [], ...rows] = table("MINERHISTORY", range, "holdings_btc", "2023-01-31", "2026-09-30", "M");
    for (const [date, ...cells] of rows) {
      cells.forEach((cell, i) => {
        const single = ask("MINERHOLDINGS", heads[i + 1], date);
        expect(cell === "" ? "#N/A" : cell, `${String(heads[i + 1])} ${iso(date)}`).toBe(single);
      });
    }
  });

  it.each([
    ["M", "produced_btc", (day: number) => isoOf(day).slice(0, 7)],
    ["Q", "sold_btc", (day: number) => `${isoOf(day).slice(0, 4)}Q${Math.ceil(Number(isoOf(day).slice(5, 7)) / 3)}`],
    ["Y", "total_revenue_usd", (day: number) => isoOf(day).slice(0, 4)],
  ] as const)("of frequency %s for %s equals as many single MINERDATA of the period", (every, metric, period) => {
    const [heads = [], ...rows] = table("MINERHISTORY", [TICKERS], metric, "2023-01-01", "2026-09-30", every);
    for (const [date, ...cells] of rows) {
      const asked = period(Number(date) - serialOf(0));
      const singles = table("MINERDATA", [heads.slice(1)], metric, asked)[0] ?? [];
      expect(
        cells.map((cell) => (cell === "" ? "#N/A" : cell)),
        asked,
      ).toEqual(singles);
    }
  });

  it("of a group equals the group's total on each date", () => {
    const rows = table("MINERHISTORY", "ALL", null, "2023-01-31", "2026-09-30", "M", null, false);
    for (const [date, total] of rows) expect(total, iso(date)).toBe(ask("MINERHOLDINGS", "ALL", date));
  });

  it("of frequency REPORTED gives just the dates that were reported", () => {
    const rows = table("MINERHISTORY", "MARA", "holdings_btc", null, null, "REPORTED", null, false);
    const miner = record().minerIndex("MARA");
    const { start, end } = record().rows(miner, record().metricIndex("holdings_btc"));
    const days = new Set(Array.from({ length: end - start }, (_, i) => record().periodEnd(start + i)));
    expect(rows.map(([date]) => Number(date) - serialOf(0))).toEqual([...days].sort((a, b) => a - b));
    expect(rows.flat()).not.toContain("");
  });

  it("of several miners, REPORTED without filling shows each miner only on its own dates", () => {
    const [, ...rows] = table("MINERHISTORY", [["MARA", "LMFA"]], null, "2025-01-01", "2026-06-30", "REPORTED", "NONE");
    const blank = rows.filter((row) => row.includes(""));
    expect(blank.length).toBeGreaterThan(0);
    expect(rows.every(([, mara, lmfa]) => mara !== "" || lmfa !== "")).toBe(true);
  });

  it("without filling leaves a gap where a level was not reported, with it carries the last forward", () => {
    const ask2 = (fill: string) => table("MINERHISTORY", "RIOT", null, "2026-01-31", "2026-06-30", "M", fill, false).map((row) => row[1]); // prettier-ignore
    const [gaps, filled] = [ask2("NONE"), ask2("PREVIOUS")];
    expect(gaps).toContain("");
    expect(filled).not.toContain("");
    gaps.forEach((cell, i) => {
      if (cell !== "") expect(cell).toBe(filled[i]);
    });
    expect(gaps).not.toContain(0);
  });

  it("never fills what runs over time: a month that nobody reported and no report leaves over stays blank", () => {
    const [heads = [], ...rows] = table("MINERHISTORY", [TICKERS], "produced_btc", "2023-01-31", "2026-09-30", "M");
    for (const [date, ...cells] of rows) {
      cells.forEach((cell, i) => {
        const miner = record().minerIndex(String(heads[i + 1]));
        const row = record().inPeriod(miner, record().metricIndex("produced_btc"), "month", Number(date) - serialOf(0));
        const asked = ask("MINERDATA", String(heads[i + 1]), "produced_btc", iso(date).slice(0, 7));
        if (row >= 0) expect(cell).toBe(record().value(row));
        else expect(cell, `${String(heads[i + 1])} ${iso(date)}`).toBe(asked === "#N/A" ? "" : asked);
      });
    }
  });

  it("begins with the first report and ends with the newest where no dates are given", () => {
    const rows = table("MINERHISTORY", "ABTC", null, null, null, "M", null, false);
    const first = record().rows(record().minerIndex("ABTC"), record().metricIndex("holdings_btc")).start;
    const { year, month } = partsOf(record().periodEnd(first));
    expect(iso(rows[0]?.[0])).toBe(isoOf(monthEnd(year, month)));
    expect(rows.at(-1)?.[1]).toBe(ask("MINERHOLDINGS", "ABTC"));
  });

  it("keeps a miner that it does not know to its own column", () => {
    const [heads, first] = table("MINERHISTORY", [["MARA", "MAARA", "WULF"]], null, "2025-12-31", "2025-12-31");
    expect(heads).toEqual(["Date", "MARA", "#VALUE!", "WULF"]);
    expect(first?.slice(1)).toEqual([53_822, "#VALUE!", 3]);
    expect(sentence("MINERHISTORY", [["MAARA", "MARAA"]])).toMatch(/^#VALUE! .*MARA/);
  });

  it("adds no prices: several miners of one are refused in their column alone", () => {
    const answer = table(
      "MINERHISTORY",
      [["CLSK", "CLSK,RIOT"]],
      "power_cost_usd_per_kwh",
      "2024-03-31",
      "2024-03-31",
      "Q",
    );
    expect(answer[0]).toEqual(["Date", "CLSK", "#VALUE!"]);
    expect(answer[1]?.[1]).toBeGreaterThan(0);
  });

  it.each([
    [["MARA", null, "2025-12-31", "2025-01-31"], /^#VALUE! start lies after end/],
    [["MARA", null, "2025-06-02", "2025-06-20", "M"], /^#N\/A No period ends/],
    [["MARA", null, "1950-01-01", "2100-01-01", "M"], /^#VALUE! .* is not a date|^#VALUE! More than/],
    [["APLD", "holdings_btc"], /^#N\/A The record has no holdings_btc/],
    [["MARA", "holdings_btc", "2025-06-02", "2025-06-03", "REPORTED"], /^#N\/A No holdings_btc/],
    [["MARA", "holdngs"], /^#VALUE! No metric is called "holdngs"/],
    [["MARA", null, null, null, "W"], /^#VALUE! frequency must be one of M, Q, Y, REPORTED/],
  ])("says what does not fit: %j", (args, words) => {
    expect(sentence("MINERHISTORY", ...args)).toMatch(words);
  });

  it("puts dates in as cells do", () => {
    const serial = serialOf(dayOfIso("2025-12-31") ?? NaN);
    expect(table("MINERHISTORY", "MARA", null, serial, serial)).toEqual(table("MINERHISTORY", "MARA", null, "2025-12-31", "2025-12-31")); // prettier-ignore
  });
});
