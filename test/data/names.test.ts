// Miners and metrics are found by any of their names.
import { describe, expect, it } from "vitest";
import { findMetric, findMiner, namesInList } from "../../src/data/names";
import { bundled } from "./bundled";
import { smallRecord } from "./small";

const ticker = (text: string): string | readonly string[] => {
  const found = findMiner(bundled, text);
  return typeof found === "number" ? (bundled.miners[found]?.ticker ?? "") : found.nearest;
};

const metric = (text: string): string | readonly string[] => {
  const found = findMetric(bundled, text);
  return typeof found === "number" ? (bundled.metrics[found]?.id ?? "") : found.nearest;
};

describe("a miner", () => {
  it.each([
    ["MARA", "MARA"],
    ["mara", "MARA"],
    [" Marathon Digital ", "MARA"],
    ["marathon digital holdings, inc.", "MARA"],
    ["BITF", "KEEL"],
    ["bitfarms", "KEEL"],
    ["riot platforms", "RIOT"],
    ["Riot Blockchain", "RIOT"],
    ["core-scientific", "CORZ"],
    ["Cipher Mining", "CIFR"],
    ["iris energy", "IREN"],
    ["hut 8 corp", "HUT"],
    ["american bit", "ABTC"],
  ])("is found as %s", (text, expected) => {
    expect(ticker(text)).toBe(expected);
  });

  it("that is unknown gets the nearest tickers", () => {
    expect(ticker("MARRA")).toContain("MARA");
    expect(ticker("terawolf")).toContain("WULF");
    expect(ticker("")).toHaveLength(3);
  });

  it("keeps its own ticker when another had that name before", () => {
    const record = smallRecord({ miners: ["NEW,New,AAA,,12,yes,", "AAA,Alpha,,,12,yes,"] });
    expect(findMiner(record, "AAA")).toBe(1);
  });

  it("is not guessed from a beginning that two share", () => {
    const record = smallRecord({ miners: ["AAA,North Star,,,12,yes,", "BBB,North Wind,,,12,yes,"] });
    expect(findMiner(record, "north s")).toBe(0);
    expect(findMiner(record, "north")).toHaveProperty("nearest");
  });
});

describe("a metric", () => {
  it.each([
    ["holdings_btc", "holdings_btc"],
    ["Holdings", "holdings_btc"],
    ["production", "produced_btc"],
    ["BTC sold", "sold_btc"],
    ["hash rate", "energized_ehs"],
    ["cash", "cash_usd"],
  ])("is found as %s", (text, expected) => {
    expect(metric(text)).toBe(expected);
  });

  it("that is unknown gets the nearest ids", () => {
    expect(metric("holdngs")).toContain("holdings_btc");
  });
});

describe("a miner as terminals and filings write it", () => {
  it.each([
    "MARA US Equity",
    "mara us equity",
    "MARA UW Equity",
    "MARA US",
    "NASDAQ:MARA",
    "Nasdaq: MARA",
    "XNAS:MARA",
    "MARA.OQ",
    "MARA-US",
    "$MARA",
    "MARA Holdings, Inc.",
    "MARA HOLDINGS, INC. (XNAS:MARA)",
  ])("%s is MARA", (written) => {
    // prettier-ignore
    expect(ticker(written)).toBe("MARA");
  });

  it.each([
    ["Core Scientific, Inc.", "CORZ"],
    ["CleanSpark, Inc.", "CLSK"],
    ["Riot Platforms, Inc.", "RIOT"],
    ["TSXV:HIVE", "HIVE"],
    ["NB2 GR Equity", "NB2"],
    ["BITF CN Equity", "KEEL"],
  ])("%s is %s", (written, wanted) => {
    expect(ticker(written)).toBe(wanted);
  });

  it("of an exchange where no miner of the record is listed is nobody", () => {
    for (const written of ["ASX:CAN", "CAN AU Equity", "HUT.AX", "MARA US Bond"]) {
      expect(findMiner(bundled, written), written).toHaveProperty("nearest");
    }
  });

  it("keeps the end of a company's name with it in a list", () => {
    expect(
      namesInList("MARA Holdings, Inc., Riot Platforms, Inc.,CLSK, Hut 8 Corp.").map((name) => name.trim()),
    ).toEqual(
      ["MARA Holdings, Inc.", "Riot Platforms, Inc.", "CLSK", "Hut 8 Corp."], // prettier-ignore
    );
  });
});
