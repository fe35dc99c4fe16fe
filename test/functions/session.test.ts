// The record that cells read: swapped, tried out, and put back.
import { afterEach, describe, expect, it } from "vitest";
import { bundledRecord, onRecordReplaced, origin, record, replaceRecord, withRecord } from "../../src/functions";
import { MinerRecord } from "../../src/data/record";
import { ask, table } from "./ask";

afterEach(() => {
  replaceRecord(bundledRecord(), "bundled");
});

const doubled = (): MinerRecord => {
  const { tables } = bundledRecord();
  const reports = tables.reports.map((row) => (row.ticker === "MARA" ? { ...row, value: row.value * 2 } : row));
  return new MinerRecord({ ...tables, version: "2027-01-31", reports });
};

const holdings = (): unknown => ask("MINERHOLDINGS", "MARA", "2025-12-31");

describe("trying out another record", () => {
  it("answers from it, and from the former one afterwards, memories included", () => {
    // 53,822 BTC: MARA 10-Q of 2026-03-31, in assets/data/sources.csv.
    expect(holdings()).toBe(53822);
    const scenario = ask("SCENARIOVALUE", "thesis", "holdings", 6);
    const tried = withRecord(doubled(), "a try", () => [
      holdings(),
      ask("SCENARIOVALUE", "thesis", "holdings", 6),
      ask("MINERVERSION"),
      ask("MINERVERSION", "ORIGIN"),
    ]);
    expect(tried).toEqual([107644, expect.any(Number), "2027-01-31", "a try"]);
    expect(tried[1]).not.toBe(scenario);
    expect(holdings()).toBe(53822);
    expect(ask("SCENARIOVALUE", "thesis", "holdings", 6)).toBe(scenario);
    expect(origin()).toBe("bundled");
  });

  it("tells nobody", () => {
    let swaps = 0;
    const stop = onRecordReplaced(() => swaps++);
    withRecord(doubled(), "a try", holdings);
    stop();
    expect(swaps).toBe(0);
  });

  it("puts the former record back when the work fails", () => {
    const before = record();
    expect(() =>
      withRecord(doubled(), "a try", () => {
        throw new Error("broken");
      }),
    ).toThrow("broken");
    expect(record()).toBe(before);
    expect(holdings()).toBe(53822);
  });
});

describe("a user's own row", () => {
  it("wins over the record, and its source says that it is the user's", () => {
    const row = bundledRecord().tables.reports.find(
      ({ ticker, metric, value }) => ticker === "MARA" && metric === "holdings_btc" && value === 53_822,
    );
    expect(row).toBeDefined();
    if (!row) return;
    const own = bundledRecord().withRows("own", [{ ...row, value: 50_000 }]);
    const [value, status] = withRecord(own, "a try", () => [
      holdings(),
      table("MINERSOURCE", "MARA", null, "2025-12-31")[0]?.[6],
    ]);
    expect(value).toBe(50_000);
    expect(status).toBe("own, reported");
  });
});
