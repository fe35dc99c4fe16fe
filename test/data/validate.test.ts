// Whatever is wrong in the files is named with file, line and a sentence; all of it at once.
import { describe, expect, it } from "vitest";
import { problemsOf, validated } from "./small";

const report = (changes: Record<string, string>): string =>
  Object.values({
    ticker: "AAA",
    metric: "holdings_btc",
    period: "quarter",
    period_end: "2025-06-30",
    value: "100",
    published: "2025-08-01",
    source: "s1",
    scope: "",
    basis: "",
    note: "",
    ...changes,
  }).join(",");

describe("a report", () => {
  it("that is sound has no problem", () => {
    expect(problemsOf({ reports: [report({})] })).toEqual([]);
    expect(validated({ reports: [report({})] }).tables.reports[0]).toMatchObject({
      scope: "consolidated",
      basis: "stated",
    });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ ticker: "ZZZ" }, /ticker "ZZZ" is not in miners\.csv/],
    [{ metric: "holdings" }, /metric "holdings" is not in metrics\.csv/],
    [{ source: "s9" }, /source "s9" is not in sources\.csv/],
    [{ period: "week" }, /period is "week": use one of instant, month/],
    [{ period_end: "2025-06-31" }, /period_end is "2025-06-31": write a day of the calendar/],
    [{ period_end: "2025-06-29" }, /a quarter ends on the last day of a month/],
    [{ period_end: "2026-12-31", published: "" }, /only guidance may lie after/],
    [{ published: "June 2025" }, /published is "June 2025": write YYYY-MM-DD, YYYY-MM or YYYY/],
    [{ published: "2025-06-29" }, /before the period ended on 2025-06-30/],
    [{ published: "2025-05" }, /before the period ended on 2025-06-30/],
    [{ published: "2027-01-01" }, /after the record's own date/],
    [{ value: "" }, /value is empty/],
    [{ value: "1e3" }, /write a plain decimal number/],
    [{ value: "1 000" }, /write a plain decimal number/],
    [{ value: "0100" }, /write a plain decimal number/],
    [{ value: ".5" }, /write a plain decimal number/],
    [{ value: "NaN" }, /write a plain decimal number/],
    [{ value: "-100" }, /holdings_btc cannot be negative/],
    [{ scope: "predecessor" }, /scope is "predecessor"/],
    [{ note: " blank" }, /note has blanks at its ends/],
  ])("with %j is refused at its line", (changes, expected) => {
    const problems = problemsOf({ reports: [report({ metric: "produced_btc" }), report(changes)] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^reports\.csv:3: /);
    expect(problems[0]).toMatch(expected);
  });

  it("may state only the month or year of its period's end as publication", () => {
    for (const published of ["2025-06", "2025", ""])
      expect(problemsOf({ reports: [report({ published })] })).toEqual([]);
  });

  it("may be of the record's own day, published on it, and none at all", () => {
    const lastDay = { period: "instant", period_end: "2026-11-22", published: "2026-11-22", value: "0" };
    expect(problemsOf({ reports: [report(lastDay)] })).toEqual([]);
  });

  it("repeated by the same source is refused, in another file too", () => {
    const repeat = /repeats the miner, metric, period, period_end, source and scope of reports\.csv:2/;
    expect(problemsOf({ reports: [report({}), report({ value: "101" })] })[0]).toMatch(repeat);
    expect(problemsOf({ reports: [report({})], facts: [report({ value: "101" })] })[0]).toMatch(repeat);
    expect(
      problemsOf({ reports: [report({}), report({ source: "s2" }), report({ scope: "excluding_subsidiaries" })] }),
    ).toEqual([]);
  });

  it("may be negative where money is lost, and guidance may lie ahead", () => {
    expect(problemsOf({ facts: [report({ metric: "net_income_usd", value: "-1.5" })] })).toEqual([]);
    const guidance = report({
      metric: "produced_btc",
      period: "guidance",
      period_end: "2027-12-31",
      published: "2025-01-02",
    });
    expect(problemsOf({ facts: [guidance] })).toEqual([]);
  });
});

describe("other tables", () => {
  it.each<[string, Parameters<typeof problemsOf>[0], RegExp]>([
    ["a miner twice", { miners: ["AAA,A,,,12,yes,", "AAA,B,,,12,yes,"] }, /miners\.csv:3: This repeats the ticker/],
    ["an unknown parent", { miners: ["AAA,A,,ZZZ,12,yes,"] }, /parent "ZZZ" is not in miners\.csv/],
    ["a fiscal year of 13 months", { miners: ["AAA,A,,,13,yes,"] }, /fiscal_year_end is "13"/],
    [
      "a synonym of two metrics",
      { metrics: ["a,A,BTC,stock,end,coins,x", "b,B,BTC,stock,end,Coins,x"] },
      /metrics\.csv:3: This repeats/,
    ],
    ["an unknown unit", { metrics: ["a,A,EUR,stock,end,,x"] }, /unit is "EUR"/],
    ["a source twice", { sources: ["s1,T,https://a.b/c", "s2,T,https://a.b/c"] }, /repeats the title and url/],
    ["a source without a number", { sources: ["source-a,T,"] }, /id is "source-a": call it s and the next free number/],
    ["a source nobody uses", { sources: ["s1,T,"] }, /No row uses the source "s1": remove it/],
    ["a link that is none", { sources: ["s1,T,javascript:alert(1)"] }, /write a whole web address/],
    ["a lease of unknown standing", { events: ["AAA,2025-01-01,hpc_lease,,T,1,,,,,S.,s1"] }, /commitment is empty/],
    ["an event on no date", { events: ["AAA,soon,other,,,,,,,,S.,s1"] }, /date is "soon"/],
    ["a price twice", { market: ["price,2025-01-31,1,s1", "price,2025-01-31,2,s1"] }, /market\.csv:3: This repeats/],
    ["an unknown series", { market: ["rain,2025-01-31,1,s1"] }, /series "rain" is not in series\.csv/],
  ])("refuse %s", (_, lines, expected) => {
    expect(problemsOf(lines).some((problem) => expected.test(problem))).toBe(true);
  });

  it("let an event take megawatts away, but not be of negative size", () => {
    const event = (mw: string) => problemsOf({ events: [`AAA,2025-01-01,other,,T,${mw},,,,Sold its share.,s1`] });
    expect(event(",-84")).toEqual([]);
    expect(event("-84,")[0]).toMatch(/mw cannot be negative/);
  });

  it("give each split its ratio, and no other event one", () => {
    const event = (kind: string, ratio: string) =>
      problemsOf({ events: [`AAA,2025-01-01,${kind},,,,,,,${ratio},One for five.,s1`] });
    expect(event("split", "0.2")).toEqual([]);
    for (const wrong of [event("split", ""), event("split", "0"), event("other", "0.2")]) {
      expect(wrong[0]).toMatch(/split_ratio above 0 belongs to each event of kind split/);
    }
  });
});

describe("a miner's last day", () => {
  const miners = (span: string): string[] => [`AAA,A,,,12,yes,,${span}`, "BBB,B,,,12,yes,"];

  it("is told with its reason, the day it was known and a source", () => {
    expect(problemsOf({ miners: miners(",2025-12-11,delisted,2025-12-10,s1") })).toEqual([]);
    expect(problemsOf({ miners: miners(",2025-12-11,gone,2025-12-10,s1") })[0]).toMatch(/miners\.csv:2: end is "gone": use one of taken_over, delisted/); // prettier-ignore
    expect(problemsOf({ miners: miners(",2025-12-11,delisted,,s1") })[0]).toMatch(/end_known is empty/);
    expect(problemsOf({ miners: miners(",2025-12-11,delisted,2025-12-10,") })[0]).toMatch(/source is empty/);
    expect(problemsOf({ miners: miners(",,delisted,2025-12-10,") })[0]).toMatch(
      /last_day is empty, but end or end_known/,
    );
    expect(problemsOf({ miners: miners("2026-01-01,2025-12-11,delisted,2025-12-10,s1") })[0]).toMatch(
      /before first_day/,
    );
    expect(problemsOf({ miners: miners(",,,,s1") })[0]).toMatch(/neither first_day nor last_day/);
  });

  it("has no figure after it", () => {
    const late = report({ period_end: "2025-12-31", published: "2026-02-01" });
    const problems = problemsOf({ miners: miners(",2025-12-11,delisted,2025-12-10,s1"), reports: [report({}), late] });
    expect(problems).toEqual([
      "reports.csv:3: period_end is 2025-12-31, after the last day of AAA (2025-12-11, delisted): correct it, or that day in miners.csv.",
    ]);
  });
});

describe("all problems", () => {
  it("are told at once, in the order of the files", () => {
    const problems = problemsOf({
      reports: [report({ ticker: "ZZZ", value: "x" }), report({ source: "s9" })],
      market: ["rain,2025,1,s1"],
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "reports.csv:2:",
      "reports.csv:2:",
      "reports.csv:3:",
      "market.csv:2:",
      "market.csv:2:",
    ]);
  });

  it("begin with a version that is no day", () => {
    expect(validated({}, "v1").problems[0]?.sentence).toMatch(/version is "v1"/);
  });
});
