// How a figure meets the record: each outcome, quarters out of sums, and the roll-forward of months.
import { describe, expect, it } from "vitest";
import type { Candidate, Paper } from "../../src/collect/candidate";
import { FILERS } from "../../src/collect/filers";
import { documentKey } from "../../src/collect/known";
import type { FigureLine, Proposal } from "../../src/collect/proposal";
import { readFiles, recordOf } from "../../src/collect/record-files";
import { Effects } from "../../src/collect/weigh/shown";
import { weigh } from "../../src/collect/weigh/weigh";
import { dayOfIso } from "../../src/common/days";
import type { Period } from "../../src/data/schema";
import { frozenFolder } from "./frozen-folder";

const day = (iso: string): number => dayOfIso(iso) ?? NaN;
const known = recordOf(readFiles(frozenFolder()));
const effects = new Effects(known.tables, day("2026-11-28"));

const paper = (ticker: string, more: Partial<Paper> = {}): Paper => ({
  ticker, form: "10-Q", accession: "0000000000-26-000001", filed: "2026-11-10", periodEnd: day("2025-09-30"), title: "The filing",
  address: "https://www.sec.gov/Archives/edgar/data/1/000000000026000001/doc.htm", ...more,
}); // prettier-ignore
const candidate = (
  ticker: string,
  metric: string,
  period: Period,
  end: string,
  value: number,
  more: Partial<Candidate> = {},
): Candidate => ({
  ticker, metric, period, periodEnd: day(end), value, basis: "stated", note: "", paper: paper(ticker),
  evidence: { printed: String(value), around: "" }, standing: "report", isScaled: false, isSure: true, remarks: [], ...more,
}); // prettier-ignore
const weighed = (...candidates: Candidate[]): Proposal[] => weigh(candidates, FILERS, known, effects);
const outcome = (...candidates: Candidate[]): string[] => weighed(...candidates).map((each) => each.outcome);
const lineOf = (proposal: Proposal | undefined): Partial<FigureLine> =>
  proposal?.line.file === "market" ? {} : (proposal?.line ?? {});

describe("a figure", () => {
  it("that nobody has is new; one that a company's own document has is the same", () => {
    expect(outcome(candidate("RIOT", "holdings_btc", "quarter", "2026-09-30", 15000))).toEqual(["new"]);
    expect(outcome(candidate("BTBT", "holdings_btc", "quarter", "2025-09-30", 6.1))).toEqual(["same"]);
  });
  it("of a weaker source is better sourced, of another value in conflict", () => {
    expect(outcome(candidate("RIOT", "holdings_btc", "quarter", "2025-09-30", 19287))).toEqual(["better source"]);
    const [conflict] = weighed(candidate("RIOT", "holdings_btc", "quarter", "2025-09-30", 19288));
    expect(conflict?.outcome).toBe("conflict");
    expect(conflict?.reason).toContain("difference 1");
    expect(conflict?.findings.join()).toContain("BTC held on 2025-09-30");
  });
  it("of another value from the very document that was read is refused", () => {
    const address =
      "https://www.sec.gov/Archives/edgar/data/0001710350/000121390025110383/EA0263546-10q_bitdigital.htm";
    const [refused] = weighed(
      candidate("BTBT", "holdings_btc", "quarter", "2025-09-30", 6.2, { paper: paper("BTBT", { address }) }),
    );
    expect(refused?.outcome).toBe("refused");
    expect(refused?.reason).toMatch(/^already read from this document as 6\.1 \(reports\.csv:\d+, quarter, filing\)$/);
  });
  it("of an amended form, and another value in a later filing's prior column, are restated", () => {
    const amended = candidate("RIOT", "holdings_btc", "quarter", "2025-09-30", 19280, {
      paper: paper("RIOT", { form: "10-Q/A" }),
    });
    const [restated] = weighed(amended);
    expect(restated).toMatchObject({ outcome: "restated", line: { note: "restated" } });
    const prior = (value: number): string[] =>
      outcome(candidate("RIOT", "holdings_btc", "quarter", "2024-12-31", value, { standing: "prior" }));
    expect(prior(17722)).toEqual([]);
    expect(prior(17700)).toEqual(["restated"]);
  });
  it("a prior column that only has more digits, or that the record does not know, says nothing", () => {
    const prior = (ticker: string, end: string, value: number): string[] =>
      outcome(candidate(ticker, "holdings_btc", "quarter", end, value, { standing: "prior" }));
    expect(prior("BTBT", "2024-12-31", 741.9)).toEqual([]);
    expect(prior("RIOT", "2024-06-29", 9334)).toEqual([]);
  });
  it("that was tagged a thousand times too large is scaled", () => {
    expect(outcome(candidate("RIOT", "holdings_btc", "quarter", "2026-09-30", 15000, { isScaled: true }))).toEqual([
      "scaled",
    ]);
  });
  it("worked out from a filing is not better than what the company states", () => {
    const mined = (basis: "stated" | "derived"): string[] =>
      outcome(candidate("RIOT", "produced_btc", "quarter", "2025-06-30", 1426, { basis }));
    expect([mined("stated"), mined("derived")]).toEqual([["better source"], ["same"]]);
  });
  it("of a release is not better than the same release by wire", () => {
    const release = paper("CLSK", { form: "8-K EX-99.1" });
    expect(outcome(candidate("CLSK", "holdings_btc", "month", "2026-07-31", 13931, { paper: release }))).toEqual([
      "same",
    ]);
  });
});

describe("where it goes", () => {
  it.each<[string, Period, string]>([
    ["holdings_btc", "quarter", "reports"], ["produced_btc", "month", "reports"], ["purchased_btc", "quarter", "reports"],
    ["produced_btc", "nine_months", "facts"], ["sold_btc", "year", "facts"], ["on_hand_btc", "instant", "facts"],
  ])("%s of a %s: %s.csv", (metric, period, file) => {
    expect(lineOf(weighed(candidate("RIOT", metric, period, "2026-09-30", 1))[0])).toMatchObject({
      file,
      published: "2026-11-10",
    });
  }); // prettier-ignore
  it("a source is known by its accession and file name, however its address is written", () => {
    const same = [
      "https://www.sec.gov/Archives/edgar/data/1710350/000121390025110383/ea0263546-10q_bitdigital.htm",
      "https://www.sec.gov/Archives/edgar/data/0001710350/000121390025110383/ea0263546-10q_bitdigital.htm",
      "https://copy.example/0001213900-25-110383/ea0263546-10q_bitdigital.htm?x=1#note",
    ].map(documentKey);
    expect(new Set(same)).toEqual(new Set(["000121390025110383/ea0263546-10q_bitdigital.htm"]));
    expect(documentKey("https://www.sec.gov/files/company_tickers.json")).toBeUndefined();
  });
});

describe("a quarter out of two sums", () => {
  const sum = (period: Period, end: string, value: number, more: Partial<Candidate> = {}) =>
    candidate("WULF", "produced_btc", period, end, value, more);
  const derived = (...candidates: Candidate[]): Partial<FigureLine>[] =>
    weighed(...candidates)
      .map(lineOf)
      .filter((line) => line.basis === "derived" && line.period === "quarter");

  it("needs both, of one fiscal year, stated", () => {
    expect(derived(sum("nine_months", "2030-09-30", 400), sum("half", "2030-06-30", 250))).toMatchObject([
      { period: "quarter", period_end: "2030-09-30", value: 150, note: "400 - 250" },
    ]);
    expect(derived(sum("nine_months", "2030-09-30", 400))).toEqual([]);
    expect(derived(sum("nine_months", "2030-09-30", 400), sum("half", "2030-03-31", 250))).toEqual([]);
    expect(
      derived(sum("nine_months", "2030-09-30", 400), sum("half", "2030-06-30", 250, { basis: "derived" })),
    ).toEqual([]);
  });
  it("is left out where the document states the quarter, or the sums shrink", () => {
    const [nine, half] = [sum("nine_months", "2030-09-30", 400), sum("half", "2030-06-30", 250)];
    expect(derived(nine, half, sum("quarter", "2030-09-30", 150))).toEqual([]);
    expect(derived(sum("nine_months", "2030-09-30", 200), half)).toEqual([]);
  });
  it("has no dust of binary fractions", () => {
    expect(derived(sum("half", "2030-06-30", 151.5), sum("quarter", "2030-03-31", 83.3))).toMatchObject([
      { value: 68.2 },
    ]);
  });
});

describe("the roll-forward of a month", () => {
  const month = (held: number): Proposal | undefined =>
    weighed(
      candidate("CANG", "holdings_btc", "month", "2026-01-31", held),
      candidate("CANG", "produced_btc", "month", "2026-01-31", 496.35),
      candidate("CANG", "sold_btc", "month", "2026-01-31", 550),
    )[0];
  it("closes within a coin", () => {
    expect(month(7474.67)).toMatchObject({ isSure: true });
    expect(month(7474.67)?.remarks).toEqual(["rolls forward: 7,528.3 + 496.35 - 550 = 7,474.65 against 7,474.67"]);
  });
  it("that misses is told and asks for a closer look; it is not refused", () => {
    expect(month(7500)).toMatchObject({ isSure: false, outcome: "conflict" });
    expect(month(7500)?.remarks[0]).toMatch(
      /^does not roll forward from 2025-12-31: .* = 7,474\.65, but 7,500 is told$/,
    );
  });
});
