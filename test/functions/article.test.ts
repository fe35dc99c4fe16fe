// The article that named the overhang, rebuilt from cells: every figure in it that concerns a company.
// NewsBTC, 2026-03-14, "Bitcoin Miners' AI Shift May Create New Overhang, Lekker Capital CIO Warns". Figures that a
// company stated itself carry that source too.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import { dayOfIso, isoOf, serialOf } from "../../src/common/days";
import { ask, table } from "./ask";
import { behind } from "./behind";

const ARTICLE = "2026-03-14";

/** Miner, metric, date as typed; what the article prints; where else it is stated. */
const FIGURES: readonly (readonly [string, string, string, number, string])[] = [
  ["CORZ", "holdings_btc", "2025-12-31", 2_537, "the article, from the 10-K"],
  ["CORZ", "mining_revenue_usd", "2025Q4", 42.2e6, "Core Scientific, results of Q4 2025"],
  ["CORZ", "mining_revenue_usd", "2024Q4", 79.9e6, "Core Scientific, results of Q4 2025, year-ago column"],
  ["CORZ", "hpc_revenue_usd", "2025Q4", 31.3e6, "Core Scientific, results of Q4 2025"],
  ["CORZ", "hpc_revenue_usd", "2024Q4", 8.5e6, "Core Scientific, results of Q4 2025, year-ago column"],
  ["CORZ", "btc_sale_proceeds_usd", "FY2025", 402.5e6, "the article alone; contradicted by the coins, see below"],
  ["WULF", "produced_btc", "FY2025", 1_496, "the article, from the 10-K"],
  ["WULF", "sold_btc", "FY2025", 1_500, "the article, from the 10-K"],
  ["WULF", "holdings_btc", "2025-12-31", 3, "the article, from the 10-K"],
  ["WULF", "hpc_contract_value_usd", "2025-12-31", 12.8e9, "TeraWulf, results of Q4 2025"],
  ["WULF", "hpc_contracted_mw", "2025-12-31", 522, "TeraWulf, results of Q4 2025"],
  ["WULF", "mining_revenue_usd", "2025Q4", 26.1e6, "Cointelegraph, February 2026"],
  ["WULF", "hpc_revenue_usd", "2025Q4", 9.7e6, "Cointelegraph, February 2026"],
  ["CIFR", "btc_sale_proceeds_usd", "FY2025", 214.7e6, "the article, from the 10-K"],
  ["CIFR", "hpc_contracted_gross_mw", "2025-12-31", 600, "Bitget News, 2026-02-27"],
  ["CIFR", "miners_held_for_sale_usd", "2025-12-31", 94.9e6, "the article, from the 10-K"],
  ["IREN", "holdings_btc", "2025-12-31", 0, "the article, from IREN's filing"],
  ["IREN", "gpus", "2025-12-31", 99_900, "the article, from IREN's filing"],
  ["MARA", "holdings_btc", "2025-12-31", 53_822, "Stocktwits, 2026-03-01"],
  ["MARA", "sold_btc", "FY2025", 4_076, "the article, from the 10-K"],
  ["MARA", "btc_sale_proceeds_usd", "FY2025", 413.1e6, "the article, from the 10-K"],
];

describe("the article's figures", () => {
  it.each(FIGURES)("come out of MINERDATA: %s %s %s", (miner, metric, date, printed) => {
    expect(ask("MINERDATA", miner, metric, date)).toBe(printed);
  });

  it.each(FIGURES)("were known on the day of the article: %s %s %s", (miner, metric, date, printed) => {
    expect(ask("MINERDATA", miner, metric, date, ARTICLE)).toBe(printed);
  });

  it.each(FIGURES)("have a source with its address: %s %s %s", (miner, metric, date, printed) => {
    const rows = table("MINERSOURCE", miner, metric, date);
    expect(rows).toHaveLength(1);
    const [title, link, published, , , , , ticker, value] = rows[0] ?? [];
    expect(title).not.toBe("");
    expect(link).toMatch(/^https:\/\//);
    expect(published).toBeLessThanOrEqual(serialOf(dayOfIso(ARTICLE) ?? NaN));
    expect([ticker, value]).toEqual([miner, printed]);
  });

  it("come as tables from one cell, as the article sets them side by side", () => {
    expect(table("MINERHOLDINGS", [["CORZ", "WULF", "IREN", "MARA"]], "2025-12-31")).toEqual([[2_537, 3, 0, 53_822]]);
    expect(table("MINERDATA", "CORZ", [["mining_revenue_usd"], ["hpc_revenue_usd"]], [["2025Q4", "2024Q4"]])).toEqual([
      [42.2e6, 79.9e6],
      [31.3e6, 8.5e6],
    ]);
  });

  it("include the price of the day", () => {
    expect(ask("BTCNETWORK", "price", ARTICLE)).toBe(72_322);
  });
});

describe("Core Scientific's 402.5 million USD of sales", () => {
  const findings = () => table("MINERCHECK", "CORZ").filter((row) => row[1] === "proceeds");

  it("are found to contradict its coins, with the reason", () => {
    expect(findings()).toHaveLength(1);
    const [, , date, coins, sentence] = findings()[0] ?? [];
    expect(date).toBe(serialOf(dayOfIso("2025-12-31") ?? NaN));
    expect(coins).toBeGreaterThan(2_000);
    // 256 and 2,537 coins at the two year ends, as quoted from the 10-Ks in assets/data/reports.csv.
    expect(sentence).toMatch(/402,500,000 USD.* 256 BTC became 2,537 /);
    expect(sentence).toMatch(/no more than 986 can have been sold/);
    expect(sentence).toMatch(/fits 2024/);
  });

  it("are no reason to complain of the sales of Cipher and MARA in the same article", () => {
    const others = table("MINERCHECK", "CIFR,MARA").filter(([, kind, date]) => kind === "proceeds" && date === 46_022);
    expect(others).toEqual([]);
  });
});

describe('"almost 80,000" on the balance sheets of listed miners', () => {
  const said = record().aggregate.find(
    ({ publisher, day }) => publisher.startsWith("Lekker") && isoOf(day) === ARTICLE,
  );
  const own = (): number => Number(ask("MINERHOLDINGS", "ALL", ARTICLE, "BTC", ARTICLE));
  /** Ticker, coins and report date of each part, as the cell's card lists them. */
  const parts = () =>
    Object.entries(behind("MINERHOLDINGS", "ALL", ARTICLE, "BTC", ARTICLE)).flatMap(([ticker, text]) => {
      const found = /^([\d,.]+) BTC, (\d{4}-\d{2}-\d{2})$/.exec(typeof text === "string" ? text : "");
      return found ? [{ ticker, btc: Number(found[1]?.replaceAll(",", "")), reported: found[2] ?? "" }] : [];
    });

  it("stands in the record as Lekker Capital said it", () => {
    expect(said).toMatchObject({ value: 80_000, unit: "BTC" });
    expect(said?.scopeNote).toContain("almost 80,000");
  });

  it("is 39,171.6 below our own total of what was published by that day", () => {
    expect(own()).toBe(119_171.6);
    expect(own() - (said?.value ?? NaN)).toBeCloseTo(39_171.6, 6);
  });

  it("is set beside parts that sum to our total, each with the date of its report", () => {
    const all = parts();
    expect(all.reduce((sum, { btc }) => sum + btc, 0)).toBeCloseTo(own(), 6);
    expect(all.every(({ reported }) => reported < ARTICLE)).toBe(true);
    expect(all.filter(({ btc }) => btc > 5_000)).toEqual([
      { ticker: "MARA", btc: 53_822, reported: "2025-12-31" },
      { ticker: "RIOT", btc: 18_005, reported: "2025-12-31" },
      { ticker: "HUT", btc: 15_679, reported: "2025-12-31" },
      { ticker: "CLSK", btc: 13_513, reported: "2026-01-31" },
      { ticker: "CANG", btc: 7_474.6, reported: "2026-01-31" },
    ]);
  });

  it("is passed by the three largest treasuries alone, all of them of the year's end", () => {
    const three = parts().slice(0, 3);
    expect(three.map(({ reported }) => reported)).toEqual(["2025-12-31", "2025-12-31", "2025-12-31"]);
    expect(three.reduce((sum, { btc }) => sum + btc, 0)).toBe(87_506);
  });

  it("is not a matter of old reports: those over 120 days are less than a tenth of the gap", () => {
    const old = behind("MINERHOLDINGS", "ALL", ARTICLE, "BTC", ARTICLE)["Carried forward over 120 days"];
    expect(Number(old) / (own() - 80_000)).toBeLessThan(0.1);
    expect(Number(old)).toBeCloseTo(parts().filter(({ reported }) => reported < "2025-11-14").reduce((sum, { btc }) => sum + btc, 0), 6); // prettier-ignore
  });
});
