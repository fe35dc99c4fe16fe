// The inline reader: what counts as a fact, in which format, of which context, and what a table must add up to.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromRecorded } from "../../src/collect/ask/recorded";
import { askThrough } from "../../src/collect/ask/shelf";
import type { Paper } from "../../src/collect/candidate";
import { withBridges } from "../../src/collect/edgar/bridged";
import { readFactNumber } from "../../src/collect/edgar/fact-number";
import { readInline } from "../../src/collect/edgar/inline";
import { onePerKey } from "../../src/collect/edgar/once";
import { readFacts } from "../../src/collect/edgar/read-facts";
import { FILERS, type Filer } from "../../src/collect/filers";
import { testPrice } from "../../src/collect/price-test";
import { readFiles, recordOf } from "../../src/collect/record-files";
import { periodOf } from "../../src/collect/spans";
import { bridgesOf } from "../../src/collect/tables/bridge";
import { readPrinted } from "../../src/collect/tables/printed-number";
import { dayOfIso } from "../../src/common/days";
import { FIXTURES } from "./bench";
import { frozenFolder } from "./frozen-folder";

const day = (iso: string): number => dayOfIso(iso) ?? NaN;
const known = recordOf(readFiles(frozenFolder()));
const filerOf = (ticker: string): Filer => {
  const found = FILERS.find((filer) => filer.ticker === ticker);
  if (!found) throw new Error(ticker);
  return found;
};
const text = (name: string): string => readFileSync(join(FIXTURES, "recorded", name), "utf8");
const RIOT = text("riot-10q-2025-09-30.htm");
const paper: Paper = {
  ticker: "RIOT",
  form: "10-Q",
  accession: "0001104659-25-104466",
  filed: "2025-10-30",
  periodEnd: day("2025-09-30"),
  title: "Riot Platforms 10-Q",
  address: "https://www.sec.gov/Archives/edgar/data/1167419/000110465925104466/riot-20250930x10q.htm",
};
const read = (xml: string) => {
  const document = readInline(xml, "ADDRESS");
  return onePerKey(withBridges(document, readFacts(document, filerOf("RIOT"), paper, known)));
};
const changed = (from: string | RegExp, to: string): string => {
  const xml = RIOT.replace(from, to);
  expect(xml).not.toBe(RIOT);
  return xml;
};

describe("digits", () => {
  it.each([
    ["17,722", "ixt:num-dot-decimal", 17722, 0],
    ["216.4", "ixt:num-dot-decimal", 216.4, 1],
    ["1.234,56", "ixt:num-comma-decimal", 1234.56, 2],
    ["—", "ixt:fixed-zero", 0, 0],
    ["-", "ixt:zerodash", 0, 0],
    ["seven", "ixt-sec:numwordsen", 7, 0],
    ["19287", "", 19287, 0],
  ])("%s as %s", (printed, format, value, decimals) => {
    expect(readFactNumber(printed, format)).toEqual({ value, decimals });
  });
  it.each([
    ["12", "ixt:date-month-day"],
    ["eleven", "ixt-sec:numwordsen"],
    ["twelve hundred", "ixt:num-dot-decimal"],
    ["", "ixt:num-dot-decimal"],
    ["1,234.5.6", "ixt:num-comma-decimal"],
  ])("%s as %s is refused", (printed, format) => {
    expect(readFactNumber(printed, format)).toBeUndefined();
  });
  it.each([
    ["1,234", 1234], ["(318.4", -318.4], ["(318.4)", -318.4], ["$ 5.5", 5.5], ["—", 0], [" - ", 0], ["\u200b6.1", 6.1], ["586 BTC", 586], ["50 EH/s", 50],
  ])("a cell %j is %d", (printed, value) => {
    expect(readPrinted(printed)?.value).toBe(value);
  }); // prettier-ignore
  it.each(["", "abc", "12 machines", "1,23", "2025 and 2024", "(a)"])("a cell %j is no number", (printed) => {
    expect(readPrinted(printed)).toBeUndefined();
  });
});

describe("a document", () => {
  it("with its header at the end has contexts and units as well, and nil facts are no value", () => {
    const document = readInline(text("btbt-10q-2025-09-30.htm"), "ADDRESS");
    expect(document.facts.every((fact) => fact.context !== undefined && fact.unit !== "")).toBe(true);
    expect(document.facts.filter((fact) => fact.isNil)).toHaveLength(1);
    expect(document.cover.get("DocumentPeriodEndDate")).toBe("September 30, 2025");
  });
  it("may nest facts", () => {
    const nested = readInline(
      changed(
        /(<ix:nonFraction [^>]*>)15,987(<\/ix:nonFraction>)/,
        '<ix:nonFraction unitRef="Unit_Standard_item_Bpv6t0tsO0SbQ3y1vaweFQ" contextRef="As_Of_12_31_2023_cGWsGZLLZE6smjmvmictSA" decimals="0" name="x:Outer">$115,987$2</ix:nonFraction>',
      ),
      "ADDRESS",
    );
    expect(nested.facts.filter((fact) => fact.text === "15,987").map((fact) => fact.tag)).toEqual([
      "x:Outer",
      "us-gaap:CryptoAssetNumberOfUnrestrictedUnits",
    ]);
  });
  it("that is no XML says in which line", () => {
    expect(() => readInline("<html>\n<p>a & b</p></html>", "ADDRESS")).toThrow(/^ADDRESS is not XML: 2:\d+: /);
  });
  it("of four megabytes is read", () => {
    const filler = "<table>" + "<tr><td>Some row</td><td>1,234</td></tr>".repeat(100) + "</table>";
    const found = read(RIOT.replace("<body>", `<body>${filler.repeat(1000)}`));
    expect(found.candidates.find((each) => each.metric === "holdings_btc" && each.standing === "report")?.value).toBe(
      19287,
    );
  });
});

describe("facts of the map", () => {
  it("an unmapped tag that looks like coins is seen, not read", () => {
    expect(read(RIOT).unread).toContain("riot:NumberOfBitcoinsPledgedAsDebtCollateral (riot:item)");
  });
  it("another unit is refused", () => {
    const xml = changed(/<xbrli:measure>riot:item</, "<xbrli:measure>riot:machine<");
    const found = read(xml);
    expect(found.candidates.some((each) => each.metric === "holdings_btc")).toBe(false);
    expect(found.refusals.map(({ reason }) => reason)).toContain("the unit is riot:machine, not riot:item");
  });
  it("another company's context is refused", () => {
    const found = read(RIOT.replaceAll(">0001167419</xbrli:identifier>", ">0000000009</xbrli:identifier>"));
    expect(found.candidates).toEqual([]);
    expect(new Set(found.refusals.map(({ reason }) => reason))).toEqual(new Set(["its context is of CIK 0000000009"]));
  });
  it("a stretch that is no period is refused", () => {
    const found = read(RIOT.replaceAll("<xbrli:startDate>2025-01-01", "<xbrli:startDate>2025-05-01"));
    expect(found.refusals.map(({ reason }) => reason)).toContain("a stretch of 153 days is no period of the record");
  });
  it("two values for one key are both refused and shown", () => {
    const found = read(changed(/>19,287</, ">19,288<"));
    expect(found.candidates.some((each) => each.metric === "holdings_btc" && each.standing === "report")).toBe(false);
    expect(found.refusals.map(({ reason }) => reason)).toContain(
      "the document prints 19,288 and 19,287 as holdings_btc of one period",
    );
  });
  it("of two precisions the finer is taken if it rounds to the other", () => {
    const found = read(changed(/>19,287</, ">19,287.4<"));
    expect(found.candidates.find((each) => each.metric === "holdings_btc" && each.standing === "report")?.value).toBe(
      19287.4,
    );
  });
  it("every flow of a table that does not close is refused", () => {
    const found = read(RIOT.replaceAll(">4,362<", ">4,363<"));
    const refused = found.refusals.filter(({ reason }) => reason.startsWith("its table does not close"));
    expect(refused.map(({ evidence }) => evidence.printed)).toEqual(["4,363", "2,762"]);
    expect(found.candidates.some((each) => each.metric === "sold_btc" && each.standing === "report")).toBe(false);
  });
  it("a count whose fair value is another price's is refused", () => {
    const found = read(RIOT.replaceAll(">2,200,053<", ">2,900,053<"));
    expect(found.candidates.some((each) => each.metric === "holdings_btc" && each.standing === "report")).toBe(false);
    expect(found.refusals.some(({ reason }) => reason.includes("is not the price of 2025-09-30"))).toBe(true);
  });
  it("without a fair value it is proposed with a remark", () => {
    const found = read(RIOT.replaceAll('name="us-gaap:CryptoAssetFairValue"', 'name="riot:Other"'));
    const holdings = found.candidates.find((each) => each.metric === "holdings_btc" && each.standing === "report");
    expect(holdings?.remarks).toContain("no price test: no fair value stands beside the count");
  });
});

describe("the price test", () => {
  const price = 100_000;
  const of = (count: number, fairValueUsd: number) =>
    testPrice({ count, halfCount: 0.5, fairValueUsd, halfFairUsd: 500 }, price, 0);
  it("takes the count, its thousandth, or neither", () => {
    expect(of(1719, 171_900_000)).toMatchObject({ outcome: "fits", value: 1719, isThousandth: false });
    expect(of(1_719_000, 171_900_000)).toMatchObject({ outcome: "fits", value: 1719, isThousandth: true });
    expect(of(1719, 200_000_000)).toMatchObject({ outcome: "refused" });
    expect(of(1719, 171_900)).toMatchObject({ outcome: "fits", isThousandth: true });
  });
  it("allows 2 %, and half a digit of small counts", () => {
    expect(of(1000, 102_000_000)).toMatchObject({ outcome: "fits" });
    expect(of(1000, 102_200_000)).toMatchObject({ outcome: "refused" });
    expect(of(6, 660_000)).toMatchObject({ outcome: "fits" });
  });
});

describe("periods", () => {
  it.each([[30, "month"], [92, "quarter"], [181, "half"], [273, "nine_months"], [366, "year"], [27, undefined], [120, undefined], [365 * 2, undefined]])(
    "%i days", (days, period) => { expect(periodOf(0, days - 1)).toBe(period); },
  ); // prettier-ignore
});

describe("bridges", () => {
  it("of two years in one table are told apart, and both close", () => {
    const { tables } = readInline(RIOT, "ADDRESS");
    const coins = tables.flatMap(bridgesOf).filter(({ column }) => column === 3);
    expect(coins.map(({ opening, closing, gap }) => [opening.value, closing.value, gap])).toEqual([
      [17722, 19287, 0],
      [7362, 10427, 0],
    ]);
  });
});

describe("recorded answers", () => {
  it("an address that is not among them fails without a request", async () => {
    await expect(askThrough(fromRecorded([]), undefined).json("https://data.sec.gov/x.json")).rejects.toThrow(
      "https://data.sec.gov/x.json is not among the recorded answers. Nothing was asked.",
    );
  });
});
