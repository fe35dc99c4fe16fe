// Releases that are rightly signed and say what cannot be: refused by the record's rules, with a sentence that names it.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { wholeRecordProblems } from "../../src/data/whole-record";
import type { RecordTables } from "../../src/data/rows";
import { readCsv } from "../../src/refresh/own-rows/csv";
import { OWN_COLUMNS, previewOwnRows } from "../../src/refresh/own-rows/own-rows";
import { built, json, latestOf, newestTables, older, openRefresh, startHost } from "./support";

const ODD = 123_456.789;
const { miners, metrics, reports, facts, market, series } = newestTables;
const [point, ...points] = market;
if (!point) throw new Error("The record has no market.");

/** What the pane says to a release with these tables; `edit` changes its text before it is signed. */
const refusalOf = async (change: Partial<RecordTables>, edit = (text: string): string => text): Promise<string> => {
  const release = built({ ...newestTables, ...change });
  const text = edit(release.json);
  const latest = latestOf({ ...release, json: text, sha256: createHash("sha256").update(text).digest("hex") });
  const answers = { "/data/latest.json": json(latest), [`/data/${latest.file}`]: json(text) };
  const { home } = await startHost(answers);
  const { refresh, show } = openRefresh({ home });
  const said = await refresh
    .check()
    .then((checked) => refresh.fetch(checked))
    .then(
      () => "taken",
      (error: unknown) => (error as Error).message,
    );
  expect(show).not.toHaveBeenCalled();
  return said;
};

const renamed = (rows: RecordTables["reports"]) =>
  rows.map((row) => (row.metric === "holdings_btc" ? { ...row, metric: "coins" } : row));

const ODDITIES: readonly (readonly [string, Partial<RecordTables>, RegExp])[] = [
  ["a price of nothing", { market: [{ ...point, series: "price", value: 0 }, ...points] }, /price is never zero/],
  [
    "a negative hash rate",
    { market: market.map((each) => (each.series === "hashrate" ? { ...each, value: -1 } : each)) },
    /cannot be negative/,
  ],
  [
    "a price of a later day",
    { market: [...market, { ...point, day: point.day + 9999 }] },
    /after the record's own date/,
  ],
  ["no price at all", { market: market.filter((each) => each.series !== "price") }, /There is no value of price/],
  [
    "a metric under another name",
    {
      metrics: metrics.map((each) => (each.id === "holdings_btc" ? { ...each, id: "coins" } : each)),
      reports: renamed(reports),
      facts: renamed(facts),
    },
    /There is no metric holdings_btc: functions ask for it/,
  ],
  [
    "coins counted in dollars",
    { metrics: metrics.map((each) => (each.id === "holdings_btc" ? { ...each, unit: "USD" as const } : each)) },
    /holdings_btc is a stock in USD/,
  ],
  ["a series in another unit", { series: series.map((each) => ({ ...each, unit: "USD" as const })) }, /must be in/],
  ["nobody in ALL", { miners: miners.map((each) => ({ ...each, inAll: false })) }, /No miner counts in the group ALL/],
  [
    "no count of coins",
    { reports: reports.map((row) => (row.metric === "holdings_btc" ? { ...row, value: 0 } : row)) },
    /No miner of the group ALL has a count of coins/,
  ],
];

describe("a release", () => {
  test.each(ODDITIES)("with %s is refused", async (_, change, what) => {
    const said = await refusalOf(change);
    expect(said).toMatch(/does not pass the record's own checks/);
    expect(said).toMatch(what);
    expect(said.length).toBeLessThan(500);
  });

  test("without miners is refused in a sentence", async () => {
    const empty = { miners: [], reports: [], facts: [], events: [] };
    expect(await refusalOf(empty)).toMatch(/does not describe a release of the record/);
  });

  test.each(["reports", "market"] as const)(
    "with a number beyond all numbers among its %s is refused",
    async (name) => {
      const [first, ...rest] = name === "market" ? market : reports;
      const change = { [name]: [{ ...first, value: ODD }, ...rest] } as Partial<RecordTables>;
      const said = await refusalOf(change, (text) => text.replace(/123456(\.)?789/, "1E999"));
      expect(said).toMatch(/does not pass the record's own checks/);
      expect(said).not.toMatch(/announced/);
    },
  );
});

test("the record that ships passes as a whole", () => {
  expect(wholeRecordProblems(newestTables)).toEqual([]);
});

test.each(["1E999", "NaN", "Infinity", "-1e5", "0x10"])("an own row of %s is refused with what to write", (value) => {
  const text = `${OWN_COLUMNS.join(",")}\nMARA,holdings_btc,instant,2026-06-30,${value},,,,,,\n`;
  const { rows, problems } = previewOwnRows(readCsv(text), older, older.newestReport);
  expect(rows).toEqual([]);
  expect(problems[0]?.sentence).toMatch(/write a plain decimal number/);
});
