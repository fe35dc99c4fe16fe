// Releases as text: which exhibit speaks of what, which number is the figure, and which never is. All of them constructed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Found } from "../../src/collect/candidate";
import { daysIn, monthsIn, quarterIn } from "../../src/collect/dates";
import { onePerKey } from "../../src/collect/edgar/once";
import { readExhibit } from "../../src/collect/exhibits/read-exhibit";
import { readPage } from "../../src/collect/exhibits/page";
import { speaksOf } from "../../src/collect/exhibits/title";
import { FILERS } from "../../src/collect/filers";
import { isoOf } from "../../src/common/days";
import { frozen } from "../frozen-record/frozen";
import { FIXTURES } from "./bench";

const read = (ticker: string, html: string): Found | undefined => {
  const filer = FILERS.find((each) => each.ticker === ticker);
  const miner = frozen.miners.find((each) => each.ticker === ticker);
  if (!filer || !miner) throw new Error(ticker);
  const found = readExhibit(html, filer, miner, ({ periodEnd }) => ({
    ticker, form: "8-K EX-99.1", accession: "0000000000-26-000001", filed: "2026-08-05", periodEnd, title: "T", address: "https://a.b/c",
  })); // prettier-ignore
  return found && onePerKey(found);
};
const fixture = (name: string): string => readFileSync(join(FIXTURES, "constructed", name), "utf8");
const values = (found: Found | undefined) =>
  Object.fromEntries(found?.candidates.map(({ metric, value }) => [metric, value]) ?? []);
const body = (title: string, ...lines: readonly string[]): string =>
  `<html><body><p>${title}</p>${lines.map((line) => `<p>${line}</p>`).join("")}</body></html>`;
const JULY = "CleanSpark Releases July 2026 Bitcoin Mining Update";
const reasons = (found: Found | undefined): string[] => found?.refusals.map(({ reason }) => reason) ?? [];

describe("dates", () => {
  it("are read as printed", () => {
    expect(daysIn("As of September\u00a030,\u00a02025 and 31 December 2024").map(isoOf)).toEqual([
      "2025-09-30",
      "2024-12-31",
    ]);
    expect(monthsIn("July 2026").map(isoOf)).toEqual(["2026-07-31"]);
    expect(monthsIn("Jul-26 | July 31, 2026").map(isoOf)).toEqual(["2026-07-31"]);
    expect(monthsIn("may 25 of them")).toEqual([]);
    expect(quarterIn("Fiscal First Quarter 2026 Results")).toEqual({ quarter: 1, year: 2026 });
    expect(quarterIn("Third Quarter Fiscal Year 2025")).toEqual({ quarter: 3, year: 2025 });
    expect(quarterIn("Q3 2025")).toEqual({ quarter: 3, year: 2025 });
  });
});

describe("the title", () => {
  it("says month or quarter; a fiscal quarter ends in the company's own year", () => {
    expect(speaksOf(["Exhibit 99.1", JULY], 9)).toMatchObject({ period: "month" });
    const end = (fiscalYearEnd: number): string =>
      isoOf(speaksOf(["Third Quarter Fiscal 2025 Results"], fiscalYearEnd)?.periodEnd ?? 0);
    expect([end(9), end(12), end(6), end(3)]).toEqual(["2025-06-30", "2025-09-30", "2025-03-31", "2024-12-31"]);
  });
  it.each([
    "Company Announces New Directors, July 2026",
    "Production update for June 2026 and July 2026",
    "Annual Meeting",
  ])("%s is neither", (title) => {
    expect(read("CLSK", body(title, "Bitcoin produced: 586"))).toBeUndefined();
  });
});

describe("a month's release", () => {
  it("takes the month's column and leaves footnotes, means per day and scripts", () => {
    expect(values(read("CANG", fixture("cang-2026-01.htm")))).toEqual({
      produced_btc: 496.35,
      sold_btc: 550,
      holdings_btc: 7474.67,
      energized_ehs: 50,
      avg_operating_ehs: 37.02,
    });
  });
  it("reads 895 with footnote 3 as 895", () => {
    expect(values(read("BTDR", fixture("btdr-2024-11.htm")))).toEqual({ produced_btc: 150, holdings_btc: 895 });
  });
  it("reads a layout table as sentences, and refuses customers' and expected coins", () => {
    const found = read("BTDR", fixture("btdr-2023-06.htm"));
    expect(values(found)).toEqual({ produced_btc: 320 });
    expect(reasons(found)).toEqual(['its words say "Hosted"', 'its words say "expects"']);
  });
  it("takes BitFuFu's own part where the parts add up to the total, and nothing where they do not", () => {
    expect(values(read("FUFU", fixture("fufu-2025-12.htm")))).toEqual({ produced_btc: 37, holdings_btc: 1780 });
    const found = read("FUFU", fixture("fufu-2025-12.htm").replace("216", "215"));
    expect(values(found)).toEqual({ holdings_btc: 1780 });
    expect(reasons(found)).toContain("own and customers' coins add up to 252, which is not the total");
  });
  it("reads a list", () => {
    expect(values(read("CLSK", fixture("clsk-2026-07.htm")))).toEqual({
      produced_btc: 586,
      sold_btc: 579,
      holdings_btc: 13931,
      encumbered_btc: 4070,
      energized_ehs: 50,
    });
  });
  it("reads sentences, and two numbers in one ask for a closer look", () => {
    const found = read(
      "CLSK",
      body(JULY, "We produced 586 bitcoin and sold 579 BTC.", "The company held 13,931 bitcoin."),
    );
    expect(values(found)).toEqual({ produced_btc: 586, sold_btc: 579, holdings_btc: 13931 });
    expect(found?.candidates.map(({ isSure }) => isSure)).toEqual([false, false, true]);
  });
  it.each([
    ["Bitcoin produced: 45 %"],
    ["Average bitcoin produced per day: 18.9"],
    ["Bitcoin produced year to date: 4,310"],
    ["Bitcoin price at which coins were sold: 60,000"],
    ["Cost per bitcoin produced: $60,000"],
    ["Bitcoin machines purchased: 1,000"],
    ["Hashrate sold: 50 EH/s"],
    ["Power contracts sold: 100 MW"],
    ["Bitcoin produced in 2025"],
    ["Held in Texas: 12"],
  ])("never reads %s", (line) => {
    expect(values(read("CLSK", body(JULY, line)))).toEqual({});
  });
  it.each([
    ["Bitcoin produced in June 2026: 600", "its row or sentence speaks of 2026-06-30"],
    ["Bitcoin produced: approximately 600", 'its words say "approximately"'],
    ["Bitcoin held for customers: 600", 'its words say "customers"'],
    ["Ether sold: 600 BTC", 'its words say "Ether"'],
    ["Target of bitcoin produced: 600", 'its words say "Target"'],
  ])("refuses %s", (line, reason) => {
    const found = read("CLSK", body(JULY, line));
    expect(values(found)).toEqual({});
    expect(reasons(found)).toEqual([reason]);
  });
  it("takes about for a count where the company does, with a note", () => {
    const found = read(
      "CIFR",
      body("Cipher Announces July 2025 Operational Update", "Bitcoin held: approximately 1,219"),
    );
    expect(found?.candidates).toMatchObject([{ value: 1219, note: "approximate" }]);
  });
  it("refuses both of two numbers for one key", () => {
    const found = read("CLSK", body(JULY, "Bitcoin produced: 586", "Bitcoin mined: 587"));
    expect(values(found)).toEqual({});
    expect(reasons(found)).toEqual(Array(2).fill("the document prints 586 and 587 as produced_btc of one period"));
  });
  it("without a date over the column takes a number only if it stands alone", () => {
    const table = (cells: string): string =>
      `<table><tr><td>Metric</td></tr><tr><td>Bitcoin produced</td>${cells}</tr></table>`;
    expect(values(read("CLSK", body(JULY, table("<td>586</td>"))))).toEqual({ produced_btc: 586 });
    expect(values(read("CLSK", body(JULY, table("<td>586</td><td>600</td>"))))).toEqual({});
  });
});

describe("a quarter's release", () => {
  it("gives the quarter's figures and refuses a month named inside", () => {
    const found = read("MARA", fixture("mara-letter-2025q3.htm"));
    expect(found?.candidates.map(({ metric, period, value }) => [metric, period, value])).toEqual([
      ["produced_btc", "quarter", 2144],
      ["holdings_btc", "quarter", 52850],
    ]);
    expect(reasons(found)).toEqual(["a month is named in a document on a quarter"]);
  });
});

describe("a page", () => {
  it("drops zero-width spaces, footnotes, links and scripts, and keeps the order", () => {
    const page = readPage("<p>One\u200b two<sup>1</sup></p><script>three</script><p>four <a href='#'>5</a></p>");
    expect(page.sentences).toEqual(["One two", "four"]);
  });
});
