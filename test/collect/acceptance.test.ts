// The acceptance table of the collector, row by row, on the frozen record. Recorded and constructed answers are told apart by their folders.
import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { alarmOf, readCompanyFacts, valuesOf } from "../../src/collect/edgar/company-facts";
import { fromRecorded } from "../../src/collect/ask/recorded";
import { askThrough } from "../../src/collect/ask/shelf";
import { difficultyPoints } from "../../src/collect/chain/difficulty";
import { proposalOf } from "../../src/collect/chain/point";
import { readRewardStats } from "../../src/collect/chain/rewards";
import { readFiles, recordOf } from "../../src/collect/record-files";
import { dayOfIso } from "../../src/common/days";
import { answers, bench, FIXTURES, type Bench } from "./bench";
import { frozenFolder } from "./frozen-folder";

const MINERS = "RIOT,CLSK,BTBT,MARA,HUT,CIFR,ABTC";
const collected: Bench = bench();
const asker = askThrough(fromRecorded(answers), undefined);
const refusedLines = (): string[] => collected.said.filter((line) => line.startsWith("Refused: "));

beforeAll(async () => {
  expect(await collected.run("--from", FIXTURES, "--miner", MINERS, "--since", "2024-01-01")).toBe(0);
}, 60_000);

const found = (ticker: string, metric: string, period: string, end: string) => {
  const proposal = collected.find(ticker, metric, period, end);
  if (!proposal) throw new Error(`${ticker} ${metric} of ${end} was not proposed.`);
  return proposal;
};

describe("1: MARA 10-K FY2025 (constructed)", () => {
  it("53,822 has a better source, and 9,377 + 5,938 are 15,315 encumbered", () => {
    const holdings = found("MARA", "holdings_btc", "quarter", "2025-12-31");
    expect(holdings).toMatchObject({ outcome: "better source", accession: "0001507605-26-000007" });
    expect(holdings.line).toMatchObject({ value: 53822, published: "2026-03-02", file: "reports" });
    const encumbered = found("MARA", "encumbered_btc", "quarter", "2025-12-31");
    expect(encumbered).toMatchObject({ outcome: "better source" });
    expect(encumbered.line).toMatchObject({ value: 15315, basis: "derived", note: "9,377 + 5,938" });
  });
});

describe("2: MARA 10-Q 2025-09-30 (constructed)", () => {
  it("lent, managed and pledged add up to the row there; 1,903 managed is in conflict with 5,077", () => {
    const encumbered = found("MARA", "encumbered_btc", "quarter", "2025-09-30");
    expect(encumbered).toMatchObject({ outcome: "same", line: { value: 17357, note: "10,377 + 1,903 + 5,077" } });
    const managed = found("MARA", "managed_btc", "instant", "2025-09-30");
    expect(managed).toMatchObject({ outcome: "conflict", line: { value: 1903, file: "facts" } });
    expect(managed.there).toMatchObject([{ value: 5077 }]);
    expect(managed.reason).toContain("difference 3,174");
  });
});

describe("3: RIOT 10-Q 2025-09-30 (recorded)", () => {
  it("19,287 at 114,069 USD each, published on the day of filing, and the table closes", () => {
    const holdings = found("RIOT", "holdings_btc", "quarter", "2025-09-30");
    expect(holdings.line).toMatchObject({ value: 19287, published: "2025-10-30" });
    expect(holdings.remarks).toEqual([
      "114,069 USD each by its fair value",
      "the table closes: 17,722 + 4,362 + 2 - 2,762 - 37 = 19,287",
    ]);
    const unrestricted = found("RIOT", "unrestricted_btc", "instant", "2025-09-30").line.value;
    const encumbered = found("RIOT", "encumbered_btc", "quarter", "2025-09-30").line.value;
    expect([unrestricted, encumbered, unrestricted + encumbered]).toEqual([15987, 3300, 19287]);
  });
});

describe("4: RIOT's third quarter out of two sums", () => {
  it("mined 1,406 has a better source; sold 1,391 is in conflict with 1,392 by 1", () => {
    const mined = found("RIOT", "produced_btc", "quarter", "2025-09-30");
    expect(mined).toMatchObject({
      outcome: "better source",
      line: { value: 1406, basis: "derived", note: "4,362 - 2,956" },
    });
    const sold = found("RIOT", "sold_btc", "quarter", "2025-09-30");
    expect(sold).toMatchObject({ outcome: "conflict", line: { value: 1391, basis: "derived", note: "2,762 - 1,371" } });
    expect(sold.reason).toContain("1,392");
    expect(sold.reason).toMatch(/difference 1$/);
  });
  it("the stated sums themselves go to the facts", () => {
    expect(found("RIOT", "produced_btc", "nine_months", "2025-09-30").line).toMatchObject({
      file: "facts",
      value: 4362,
    });
    expect(found("RIOT", "sold_btc", "half", "2025-06-30").line).toMatchObject({ file: "facts", value: 1371 });
  });
});

describe("5: RIOT sold 212", () => {
  it("is 212 without a sign in the 10-Q and with one in the 10-K (constructed from the fact seen)", () => {
    expect(found("RIOT", "sold_btc", "year", "2024-12-31").line.value).toBe(212);
    // The 10-Q's prior column is only compared: it shows in the fourth quarter as nine months' 212.
    expect(found("RIOT", "sold_btc", "quarter", "2024-12-31").line).toMatchObject({ value: 0, note: "212 - 212" });
  });
});

describe("6: CLSK 10-Q 2025-06-30 (recorded)", () => {
  it("10,075 on hand is the same, never thousands of it", () => {
    expect(found("CLSK", "on_hand_btc", "instant", "2025-06-30")).toMatchObject({
      outcome: "same",
      line: { value: 10075 },
    });
    expect(collected.proposals().some(({ line }) => line.value === 10_075_000)).toBe(false);
  });
  it("691 and 128 are refused for their dimensions", () => {
    const refused = refusedLines().filter((line) => line.includes("CLSK"));
    expect(refused.filter((line) => line.includes("CLSK 691"))).toHaveLength(3);
    expect(refused.filter((line) => line.includes("CLSK 128"))).toHaveLength(2);
    expect(refused.every((line) => line.includes("dimensions"))).toBe(true);
    expect(collected.proposals().some(({ line }) => line.value === 691 || line.value === 128)).toBe(false);
  });
});

describe("7: CLSK 2026-06-30 (constructed)", () => {
  it("1,719,000 coins for 100.6 million USD are 1,719, encumbered, never the holdings", () => {
    const encumbered = found("CLSK", "encumbered_btc", "quarter", "2026-06-30");
    expect(encumbered).toMatchObject({ outcome: "scaled", line: { value: 1719 } });
    const holdings = collected
      .proposals()
      .filter(
        ({ line }) =>
          line.file !== "market" &&
          line.ticker === "CLSK" &&
          line.metric === "holdings_btc" &&
          line.period === "quarter",
      );
    expect(holdings.map(({ line }) => line.value)).toEqual([13924]);
  });
});

describe("8: BTBT 10-Q 2025-09-30 (recorded)", () => {
  it("64, 7,900, 10,221 and 6,443 are refused", () => {
    const refused = refusedLines().filter((line) => line.includes("BTBT"));
    expect(refused.map((line) => /BTBT ([\d,]+)/.exec(line)?.[1])).toEqual(["7,900", "64", "10221", "6443"]);
  });
  it("the untagged table closes at 6.1, the same as the row there", () => {
    const holdings = found("BTBT", "holdings_btc", "quarter", "2025-09-30");
    expect(holdings).toMatchObject({ outcome: "same", line: { value: 6.1 } });
    expect(holdings.remarks).toContain("the table closes: 741.9 + 216.4 - 318.4 - 25 - 608.8 = 6.1");
  });
});

describe("9: HUT in a table of thousands (constructed)", () => {
  it("is 9,102 at 71,291 USD each, never 9,102,000", () => {
    const holdings = found("HUT", "holdings_btc", "quarter", "2024-03-31");
    expect(holdings.line.value).toBe(9102);
    expect(holdings.remarks).toContain("71,291 USD each by its fair value");
  });
});

describe("10: CIFR 10-K FY2024 (constructed)", () => {
  it("994 + 345 stand beside the month's 1,344 with the difference", () => {
    const holdings = found("CIFR", "holdings_btc", "quarter", "2024-12-31");
    expect(holdings).toMatchObject({ outcome: "conflict", line: { value: 1339, note: "994 + 345", basis: "derived" } });
    expect(holdings.there).toMatchObject([{ value: 1344, period: "month" }]);
    expect(holdings.reason).toContain("difference 5");
  });
});

describe("11: ABTC 10,171 at 2024-12-31 (constructed)", () => {
  it("is refused: its reserve begins 2025-04-01", () => {
    const holdings = found("ABTC", "holdings_btc", "quarter", "2024-12-31");
    expect(holdings).toMatchObject({ outcome: "refused", line: { value: 10171 } });
    expect(holdings.reason).toContain("begins 2025-04-01");
  });
});

describe("12: companyfacts of MARA (recorded)", () => {
  it("a 10-Q and its 10-Q/A with one value are one value and no restatement", async () => {
    const facts = (await readCompanyFacts(asker, 1507605))("dei:EntityCommonStockSharesOutstanding", "shares");
    const end = dayOfIso("2012-05-10") ?? NaN;
    expect(facts.filter((fact) => fact.end === end).map(({ form }) => form)).toEqual(["10-Q", "10-Q/A"]);
    expect(valuesOf(facts, end)).toEqual([43_318_854]);
    expect(alarmOf(facts, 43_318_854, end)).toBeUndefined();
    expect(alarmOf(facts, 43_318_855, end)).toContain("43318854");
  });
});

describe("13: the retarget at height 822,528 (recorded)", () => {
  it("is the same to 1e-9, with its height and second", async () => {
    const known = recordOf(readFiles(frozenFolder()));
    const points = await difficultyPoints(asker, "1m");
    const newest = points.slice(0, 3).map((point) => proposalOf(point, known));
    expect(newest.map(({ line, outcome }) => [line.value, outcome])).toEqual([
      [72006146478567.1, "same"],
      [822528, "same"],
      [21864, "same"],
    ]);
    expect(known.record.market("difficulty", points[0]?.day ?? 0)?.value).toBe(72006146478567.09);
  });
});

describe("14: reward-stats of blocks 736,556 to 736,655 (recorded)", () => {
  it("625 BTC of subsidy, 2.06 % fees", async () => {
    const stats = await readRewardStats(asker, 100);
    expect(stats).toMatchObject({ blocks: 100, subsidyBtc: 625 });
    expect((stats.feeShare * 100).toFixed(2)).toBe("2.06");
  });
});

describe("15: nothing is written without a decision", () => {
  const ready = async (keys: readonly string[] = [], isInteractive = true): Promise<Bench> => {
    const made = bench({ keys, isInteractive });
    await made.run("--from", FIXTURES, "--miner", "MARA", "--filing", "0001507605-26-000007");
    made.said.length = 0;
    return made;
  };
  const files = ["reports.csv", "facts.csv", "sources.csv", "CHANGES.md", "record.json"];
  const texts = (made: Bench): string[] => files.map((name) => made.dataText(name));

  it("a review without a terminal is wrong use", async () => {
    const made = await ready(["a"], false);
    const before = made.store();
    expect(await made.run("--review")).toBe(2);
    expect(made.said).toEqual(["--review asks a person: run it in a terminal. Nothing was decided."]);
    expect(made.store()).toEqual(before);
  });

  it("apply without a decision writes nothing", async () => {
    const made = await ready();
    const before = texts(made);
    expect(await made.run("--apply")).toBe(0);
    expect(made.said.join()).toContain("Nothing was accepted yet, so nothing was written.");
    expect(texts(made)).toEqual(before);
  });

  it("an edited value is refused, with all the others", async () => {
    const made = await ready(["a", "a", "q"]);
    await made.run("--review");
    const stored = made.store();
    const edited = JSON.stringify(stored)
      .replaceAll('"value":53822', '"value":53823')
      .replaceAll('"value":38507', '"value":38508');
    writeFileSync(made.proposalsFile, edited);
    const before = texts(made);
    expect(await made.run("--apply")).toBe(1);
    expect(made.said.at(-1)).toMatch(/^Edited after it was read: .* Nothing was written\.$/);
    expect(texts(made)).toEqual(before);
  });

  it("applied twice, the second finds all there", async () => {
    const made = await ready(["a", "a", "a", "a", "a"]);
    await made.run("--review");
    expect(await made.run("--apply")).toBe(0);
    expect(made.said.at(-1)).toBe("Now: npm test, then npm run data:release");
    const written = texts(made);
    made.said.length = 0;
    expect(await made.run("--apply")).toBe(0);
    expect(made.said.slice(0, -1).every((line) => line.includes("That row is there since 2026-11-28; dropped."))).toBe(
      true,
    );
    expect(made.said).toHaveLength(6);
    expect(made.said.at(-1)).toBe("All that was accepted is there already. Nothing was written.");
    expect(texts(made)).toEqual(written);
  });
});
