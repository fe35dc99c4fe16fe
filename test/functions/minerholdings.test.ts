import { describe, expect, it } from "vitest";
import { functionCalled } from "../../src/functions";
import { toExcel } from "../../src/functions/excel";
import { serialOf, dayOfIso } from "../../src/common/days";
import { ask, sentence, table } from "./ask";

// MARA, Core Scientific, IREN and TeraWulf at the end of 2025, as cited in assets/data/reports.csv
// and quoted by NewsBTC on 2026-03-14.
const YEAR_END_2025 = { MARA: 53_822, CORZ: 2_537, IREN: 0, WULF: 3 };
const serial = (iso: string): number => serialOf(dayOfIso(iso) ?? NaN);

describe("MINERHOLDINGS", () => {
  it.each(Object.entries(YEAR_END_2025))("gives %s's published treasury at the end of 2025", (ticker, btc) => {
    expect(ask("MINERHOLDINGS", ticker, "2025-12-31")).toBe(btc);
  });

  it.each(["2025-12-31", serial("2025-12-31"), "2025-12", "2025Q4", "FY2025", " fy2025 "])(
    "reads %s as the end of 2025",
    (date) => {
      expect(ask("MINERHOLDINGS", "MARA", date)).toBe(53_822);
    },
  );

  it.each(["mara", "Marathon Digital", "marathon digital", " MARA Holdings "])("knows MARA as %s", (name) => {
    expect(ask("MINERHOLDINGS", name, "2025-12-31")).toBe(53_822);
  });

  it("knows Bitfarms by its old and its new ticker", () => {
    expect(ask("MINERHOLDINGS", "BITF", "2025-03-31")).toBe(ask("MINERHOLDINGS", "KEEL", "2025-03-31"));
    expect(ask("MINERHOLDINGS", "BITF", "2025-03-31")).toBeGreaterThan(0);
  });

  it("ends a fiscal year when the miner's does", () => {
    expect(ask("MINERHOLDINGS", "CLSK", "FY2025")).toBe(ask("MINERHOLDINGS", "CLSK", "2025-09-30"));
  });

  it("spills a row of miners", () => {
    expect(table("MINERHOLDINGS", [["CORZ", "WULF", "IREN", "MARA"]], "2025-12-31")).toEqual([[2_537, 3, 0, 53_822]]);
  });

  it("fills a table from a column of miners and a row of dates", () => {
    const answer = table("MINERHOLDINGS", [["MARA"], ["WULF"]], [["2024-12-31", "2025-12-31"]]);
    expect(answer).toHaveLength(2);
    expect(answer.map((row) => row[1])).toEqual([53_822, 3]);
  });

  it("adds the miners of one text", () => {
    expect(ask("MINERHOLDINGS", "CORZ,WULF,IREN", "2025-12-31")).toBe(2_540);
  });

  it("counts a miner once that is named twice", () => {
    expect(ask("MINERHOLDINGS", "MARA,Marathon Digital", "2025-12-31")).toBe(53_822);
  });

  // By hand from the reports, old ones carried forward, Hut 8 consolidated and American Bitcoin inside it.
  it.each([
    ["2024-12-31", 91_304],
    ["2025-12-31", 119_282],
    ["2026-06-30", 87_045],
  ])("adds all miners on %s to %i", (date, btc) => {
    expect(Math.round(Number(ask("MINERHOLDINGS", "ALL", date)))).toBe(btc);
  });

  it("gives only what was published by the day of knowledge", () => {
    const then = Number(ask("MINERHOLDINGS", "ALL", "2025-12-31", "BTC", "2025-11-30"));
    expect(then).toBeGreaterThan(0);
    expect(then).not.toBe(ask("MINERHOLDINGS", "ALL", "2025-12-31"));
    expect(ask("MINERHOLDINGS", "MARA", "2025-12-31", "BTC", "2025-11-30")).toBe(
      ask("MINERHOLDINGS", "MARA", "2025-09-30", "BTC", "2025-11-30"),
    );
  });

  it("never counts American Bitcoin's coins beside Hut 8's", () => {
    expect(ask("MINERHOLDINGS", "HUT,ABTC", "2025-12-31")).toBe(ask("MINERHOLDINGS", "HUT", "2025-12-31"));
  });

  it("values coins at the close of the date", () => {
    const price = Number(ask("MINERHOLDINGS", "MARA", "2025-12-31", "USD")) / 53_822;
    expect(price).toBeGreaterThan(80_000);
    expect(price).toBeLessThan(95_000);
  });
});

describe("MINERHOLDINGS with arguments that do not fit", () => {
  it("names the nearest miners", () => {
    expect(sentence("MINERHOLDINGS", "MARRA")).toMatch(/^#VALUE! .*"MARRA".*MARA/);
  });

  it("says on which day the record begins", () => {
    expect(sentence("MINERHOLDINGS", "ALL", "2009-01-03")).toMatch(/^#N\/A .*begins on 20\d\d-\d\d-\d\d/);
  });

  it("says which report of the miner is the first", () => {
    expect(sentence("MINERHOLDINGS", "ABTC", "2023-12-31")).toMatch(/^#N\/A .*ABTC.*first is of 2025-/);
  });

  it.each(["soon", "2025-02-30", "2025Q5", -1, 9_999_999, true])("takes %s for no date", (date) => {
    expect(sentence("MINERHOLDINGS", "MARA", date)).toMatch(/^#VALUE! date .* is not a date/);
  });

  it("takes EUR for no unit", () => {
    expect(sentence("MINERHOLDINGS", "MARA", "2025-12-31", "EUR")).toMatch(/BTC, USD/);
  });

  it("keeps an error of the sheet in its own cell", () => {
    const miners = [["MARA"], [{ type: "Error", basicValue: "#DIV/0!" }], ["WULF"]];
    expect(table("MINERHOLDINGS", miners, "2025-12-31")).toEqual([[53_822], ["#DIV/0!"], [3]]);
  });

  it("keeps an unknown miner from harming its neighbours", () => {
    expect(table("MINERHOLDINGS", [["MARA", "XXXX"]], "2025-12-31")).toEqual([[53_822, "#VALUE!"]]);
  });

  it("takes null and an empty text for an argument that was left out", () => {
    expect(ask("MINERHOLDINGS", "MARA", "2025-12-31", null, "")).toBe(53_822);
    expect(ask("MINERHOLDINGS", "MARA", null)).toBe(ask("MINERHOLDINGS", "MARA"));
  });

  it("asks for a miner when the cell is empty", () => {
    expect(sentence("MINERHOLDINGS", null)).toMatch(/^#VALUE! miners is empty/);
  });

  it("answers a thousand rows with blanks among them, each for itself", () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => [i % 3 === 2 ? null : i % 3 === 0 ? "MARA" : "WULF"]);
    const answer = table("MINERHOLDINGS", rows, "2025-12-31");
    expect(answer).toHaveLength(1_000);
    expect(answer.slice(0, 3)).toEqual([[53_822], [3], ["#VALUE!"]]);
  });

  it("has no partner for a cell outside the smaller of two ranges", () => {
    const answer = table("MINERHOLDINGS", [["MARA"], ["WULF"]], [["2025-12-31"], ["2025-12-31"], ["2025-12-31"]]);
    expect(answer).toEqual([[53_822], [3], ["#N/A"]]);
  });
});

describe("a miner as a cell holds it", () => {
  const stocks = {
    type: "LinkedEntity",
    text: "MARA HOLDINGS, INC. (XNAS:MARA)",
    basicType: "Error",
    basicValue: "#VALUE!",
    properties: { "Ticker symbol": { type: "String", basicValue: "MARA" } },
  };

  it("may be a legal name with a comma, alone and in a list", () => {
    expect(ask("MINERHOLDINGS", "MARA Holdings, Inc.", "2025-12-31")).toBe(53_822);
    expect(ask("MINERHOLDINGS", "MARA Holdings, Inc., Riot Platforms, Inc.", "2025-12-31")).toBe(
      ask("MINERHOLDINGS", "MARA,RIOT", "2025-12-31"),
    );
  });

  it("may be a terminal's notation", () => {
    for (const written of ["MARA US Equity", "NASDAQ:MARA", "MARA.OQ"]) {
      expect(ask("MINERHOLDINGS", written, "2025-12-31"), written).toBe(53_822);
    }
  });

  it.each([
    ["a cell of Excel's Stocks type", stocks],
    ["one that has no ticker among its properties", { ...stocks, properties: {} }],
    ["a cell that holds MINERCARD", toExcel(functionCalled("MINERCARD")?.evaluate(["MARA"])[0]?.[0] ?? "", true)],
  ])("may be %s, in a range too", (_, cell) => {
    expect(ask("MINERHOLDINGS", cell, "2025-12-31")).toBe(53_822);
    expect(table("MINERHOLDINGS", [[cell], ["CORZ"]], "2025-12-31")).toEqual([[53_822], [2_537]]);
  });
});
