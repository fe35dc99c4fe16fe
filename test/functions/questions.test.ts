// The questions turned round: SCENARIOFAN, SENSITIVITY, SCENARIOSOLVE.
import { describe, expect, it } from "vitest";
import { isRich, origin, record, replaceRecord } from "../../src/functions";
import { ask, sentence, table, type Shown } from "./ask";
import { evaluate } from "./contract";

/** Nothing is remembered from the cells before. */
const forget = (): void => {
  replaceRecord(record(), origin());
};
const numbers = (rows: Shown[][], from = 0): number[][] => rows.map((row) => row.slice(from).map(Number));

describe("SCENARIOFAN", () => {
  const asked = ["thesis", "price", [[0.05, 0.25, 0.5, 0.75, 0.95]], 60, 7] as const;

  it("gives months and dates with the percentiles beside them", () => {
    const [heads, ...rows] = table("SCENARIOFAN", ...asked);
    expect(heads).toEqual(["Month", "Date", "P5", "P25", "P50", "P75", "P95"]);
    expect(rows.map(([month, date]) => [month, date])).toEqual(table("SCENARIO", "thesis", "month,date", false));
  });

  it("gives the same numbers for the same seed, whatever was asked before", () => {
    const others = [["thesis", "price", null, 60, 8], ["hold", "hashprice", null, 30, 7], ["thesis", "holdings", 0.5, 60, 7]]; // prettier-ignore
    forget();
    const first = table("SCENARIOFAN", ...asked);
    others.forEach((other) => table("SCENARIOFAN", ...other));
    forget();
    others.forEach((other) => table("SCENARIOFAN", ...other));
    expect(table("SCENARIOFAN", ...asked)).toEqual(first);
    expect(table("SCENARIOFAN", "thesis", "price", [[0.05, 0.25, 0.5, 0.75, 0.95]], 60, 8)).not.toEqual(first);
  });

  it("has percentiles in order, whatever the order in which they are asked", () => {
    const rows = numbers(table("SCENARIOFAN", "capitulation", "price", [[0.9], [0.1], [0.5]], 80, 3, false), 2);
    for (const row of rows) expect(row).toEqual([...row].sort((a, b) => a - b));
    expect(table("SCENARIOFAN", "capitulation", "price", [[0.5, 0.1, 0.9]], 80, 3, false).map((row) => row.slice(2))).toEqual(rows); // prettier-ignore
  });

  it("is the single path where nothing is left to chance", () => {
    const still = [["preset", "orderly"], ["volatility", 0], ["months", 12]]; // prettier-ignore
    const path = table("SCENARIO", still, "price", false).map(([price]) => Number(price));
    for (const [at, row] of numbers(table("SCENARIOFAN", still, "price", [[0, 1]], 20, 1, false), 2).entries()) {
      for (const price of row) expect(price / (path[at] ?? NaN)).toBeCloseTo(1, 7);
    }
  });

  it("says behind its numbers how many paths and which seed", () => {
    const cell = evaluate("SCENARIOFAN", ["thesis", "price", 0.5, 60, 7, false])[3]?.[2];
    if (typeof cell !== "object" || !isRich(cell)) throw new Error("A percentile has properties.");
    expect(cell.properties?.()).toMatchObject({ Preset: "thesis", Paths: 60, Seed: 7 });
    expect(sentence("SCENARIOFAN", "thesis", "price", null, 20_001)).toMatch(/paths must be a whole number from 1 to 20000/); // prettier-ignore
    expect(sentence("SCENARIOFAN", "thesis", "price", [[0.5, 1.5]])).toMatch(
      /percentiles must be a number from 0 to 1/,
    );
  });
});

describe("SENSITIVITY", () => {
  const shares = [0, 0.5, 1];
  const volumes = [50_000, 100_000, 200_000];
  const column = (values: readonly unknown[]) => values.map((value) => [value]);

  it("gives in each cell the scenario with these two values", () => {
    const [heads, ...rows] = table("SENSITIVITY", "thesis", "price@12", "sell_share", column(shares), "volume_btc", [volumes]); // prettier-ignore
    expect(heads).toEqual(["price@12", ...volumes]);
    rows.forEach(([share, ...prices], i) => {
      expect(share).toBe(shares[i]);
      const singles = volumes.map((volume) => ask("SCENARIOVALUE", [["preset", "thesis"], ["sell_share", share], ["volume_btc", volume]], "price", 12)); // prettier-ignore
      expect(prices).toEqual(singles);
    });
  });

  it("changes an assumption that the table sets already, and one of a single miner", () => {
    const rows = [["preset", "orderly"], ["price", 50_000], ["months", 6]]; // prettier-ignore
    const [, [, cell] = []] = table("SENSITIVITY", rows, "holdings", "MARA.sell_share", 0.9, "price", 60_000);
    expect(cell).toBe(ask("SCENARIOVALUE", [["preset", "orderly"], ["MARA.sell_share", 0.9], ["price", 60_000], ["months", 6]], "holdings")); // prettier-ignore
  });

  it("takes words, and keeps a value that is not accepted to its own row or column", () => {
    const answer = table("SENSITIVITY", "orderly", "price@3", "impact_model", [["sqrt", "flow", "cubic"]], "sell_share", [[0.5, 7]]); // prettier-ignore
    expect(answer.map((row) => row.map((cell) => cell === "#VALUE!"))).toEqual([
      [false, false, false],
      [false, false, true],
      [false, false, true],
      [false, true, true],
    ]);
  });

  it("goes up to 25 by 25 and no further", () => {
    const many = (count: number) => [Array.from({ length: count }, (_, i) => 50_000 + i)];
    expect(table("SENSITIVITY", [["months", 1]], "price", "price", many(25), "months", 1)).toHaveLength(26);
    expect(sentence("SENSITIVITY", "hold", "price", "price", many(26), "months", 1)).toMatch(/^#VALUE! row_values takes 1 to 25 values, not 26/); // prettier-ignore
    expect(sentence("SENSITIVITY", "hold", "price", "price", 1, "PRICE", 2)).toMatch(/vary two different assumptions/);
  });
});

describe("SCENARIOSOLVE", () => {
  it.each([
    ["thesis", "hashprice", 35, "price"],
    ["orderly", "holdings", 70_000, "sell_share"],
    ["orderly", "impact@12", 0.01, "sell_share"],
    ["capitulation", "price@6", 50_000, "jump"],
    ["hold", "hashrate", 1_000, "network_growth"],
    ["funding", "unfunded@12", 1e9, "financed_share"],
  ] as const)("finds what gives the target when put back: %s, %s = %d by %s", (preset, output, target, name) => {
    const root = Number(ask("SCENARIOSOLVE", preset, output, target, name));
    const [column, month] = output.split("@");
    const back = Number(
      ask(
        "SCENARIOVALUE",
        [
          ["preset", preset],
          [name, root],
        ],
        column,
        month ? Number(month) : null,
      ),
    );
    expect(back / target).toBeCloseTo(1, 6);
  });

  it("names both outputs when the target does not lie between them", () => {
    const words = sentence("SCENARIOSOLVE", "thesis", "hashprice", 35, "price", 1_000, 2_000);
    const at = (price: number) => Number(ask("SCENARIOVALUE", [["preset", "thesis"], ["price", price]], "hashprice")).toPrecision(6); // prettier-ignore
    expect(words).toMatch(/^#N\/A hashprice does not pass 35 between price = 1000 /);
    expect(words).toContain(`(${at(1_000)})`);
    expect(words).toContain(`(${at(2_000)})`);
  });

  it("counts an end that meets the target", () => {
    const end = Number(
      ask(
        "SCENARIOVALUE",
        [
          ["preset", "thesis"],
          ["price", 60_000],
        ],
        "hashprice",
      ),
    );
    expect(ask("SCENARIOSOLVE", "thesis", "hashprice", end, "price", 60_000, 90_000)).toBe(60_000);
  });

  it("takes no whole numbers, dates or words, and no low above high", () => {
    for (const name of ["months", "start", "halving_date", "policy", "sell_days", "sell_encumbered"]) {
      expect(sentence("SCENARIOSOLVE", "thesis", "price", 70_000, name), name).toMatch(
        /^#VALUE! .* does not take fractions/,
      );
    }
    expect(sentence("SCENARIOSOLVE", "thesis", "price", 70_000, "sell_share", 0.9, 0.1)).toMatch(/low \(0\.9\) must lie below high/); // prettier-ignore
  });

  it("answers a column of targets, each for itself", () => {
    const answer = table("SCENARIOSOLVE", "thesis", "hashprice", [[30], [1e9], [40]], "price");
    expect(answer.map(([cell]) => typeof cell)).toEqual(["number", "string", "number"]);
    expect(Number(answer[0]?.[0])).toBeLessThan(Number(answer[2]?.[0]));
  });
});

describe("what would keep Excel waiting", () => {
  const funding = [["preset", "funding"], ["months", 119]]; // prettier-ignore

  it("is #NUM! with the number of paths that fits, and that number answers", () => {
    const says = sentence("SCENARIOFAN", funding, "price", 0.5, 20_000);
    const [, most = ""] = /^#NUM! 20000 paths of 119 months .* up to (\d+) answer/.exec(says) ?? [];
    expect(Number(most)).toBeGreaterThan(100);
    expect(table("SCENARIOFAN", funding, "price", 0.5, Number(most) + 1)).toEqual([["#NUM!"]]);
  });

  it("does not fall to whoever left the number of paths out", () => {
    expect(table("SCENARIOFAN", funding, "price", 0.5)).toHaveLength(121);
  });

  it("is further away where all miners run as one", () => {
    expect(table("SCENARIOFAN", "thesis", "price", 0.5, 20_000, 1)).toHaveLength(26);
  });
});
