// MINERDATA and MINERSOURCE: any reported figure, and exactly the report behind it.
import { describe, expect, it } from "vitest";
import { isoOf, serialOf } from "../../src/common/days";
import { record, type Property } from "../../src/functions";
import { ask, sentence, table, type Shown } from "./ask";
import { behind } from "./behind";

const numberIn = (property: Property | undefined): number => (typeof property === "object" ? property.value : NaN);

describe("MINERDATA", () => {
  it.each(["produced_btc", "BTC mined", "production", " Mined ", "PRODUCED_BTC"])(
    "knows coins mined as %s",
    (metric) => {
      expect(ask("MINERDATA", "WULF", metric, "FY2025")).toBe(1_496);
    },
  );

  it("fills a table from a column of miners and a row of metrics", () => {
    const answer = table("MINERDATA", [["MARA"], ["WULF"]], [["sold_btc", "produced_btc"]], "FY2025");
    expect(answer).toEqual([[4_076, 8_799], [1_500, 1_496]]); // prettier-ignore
  });

  it("gives the newest level at or before a day, and says how old it is", () => {
    expect(ask("MINERDATA", "MARA", "holdings_btc", "2026-02-15")).toBe(53_822);
    expect(behind("MINERDATA", "MARA", "holdings_btc", "2026-02-15")["Status"]).toBe("carried forward 46 days");
    expect(behind("MINERDATA", "MARA", "holdings_btc", "2025-12-31")["Status"]).toBe("reported");
  });

  it("takes a fiscal year's end for what it is", () => {
    expect(behind("MINERDATA", "CLSK", "holdings_btc", "FY2025")["Status"]).toBe("reported");
    expect(numberIn(behind("MINERDATA", "CLSK", "holdings_btc", "FY2025")["Reported"])).toBe(serialOf(20_361)); // 2025-09-30
  });

  it("puts together a year that only other periods report, when all are there, and lists them", () => {
    // A miner and year whose quarters were told but not the year: found in the record, so that it cannot go stale.
    const metric = record().metricIndex("produced_btc");
    const found = record().miners.flatMap(({ ticker }, miner) =>
      [2023, 2024, 2025]
        .filter((year) => {
          const end = Date.UTC(year, 11, 31) / 86_400_000;
          return record().inPeriod(miner, metric, "year", end) < 0 && ask("MINERDATA", ticker, "produced_btc", String(year)) !== "#N/A"; // prettier-ignore
        })
        .map((year) => ({ ticker, year })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { ticker, year } of found) {
      const sum = Number(ask("MINERDATA", ticker, "produced_btc", String(year)));
      const parts = table("MINERSOURCE", ticker, "produced_btc", String(year));
      const about = behind("MINERDATA", ticker, "produced_btc", String(year));
      expect(about).toMatchObject({ Parts: parts.length });
      expect(["summed", "derived"]).toContain(about["Status"]);
      expect(parts.reduce((total, row) => total + Number(row[8]), 0)).toBeCloseTo(sum, 6);
      expect(parts.length).toBeGreaterThan(1);
    }
  });

  it("gives no sum when a part is missing: it says for which periods there is something", () => {
    const quarters = record().miners.filter(({ ticker }) => {
      const known = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"].map((quarter) => ask("MINERDATA", ticker, "total_revenue_usd", quarter)); // prettier-ignore
      return known.includes("#N/A") && known.some((one) => one !== "#N/A") && ask("MINERDATA", ticker, "total_revenue_usd", "2025") === "#N/A"; // prettier-ignore
    });
    expect(quarters.length).toBeGreaterThan(0);
    for (const { ticker } of quarters) {
      expect(sentence("MINERDATA", ticker, "total_revenue_usd", "2025")).toMatch(/^#N\/A No total_revenue_usd of .* for the year to 2025-12-31\. The record has it for: .*\d{4}-\d{2}-\d{2}/); // prettier-ignore
    }
  });

  it("adds what adds up over miners, and refuses prices and efficiencies", () => {
    const parts = table("MINERDATA", [["MARA", "WULF"]], "sold_btc", "FY2025").flat();
    expect(ask("MINERDATA", "MARA,WULF", "sold_btc", "FY2025")).toBe(Number(parts[0]) + Number(parts[1]));
    expect(sentence("MINERDATA", "MARA,RIOT", "fleet_efficiency_j_per_th")).toMatch(/^#VALUE! .*does not add up: ask for one miner/); // prettier-ignore
  });

  it("asks every member of a list for the figure, of a group those that have it", () => {
    expect(sentence("MINERDATA", "MARA,APLD", "holdings_btc", "2025-12-31")).toMatch(/^#N\/A No holdings_btc of APLD/);
    expect(ask("MINERDATA", "ALL", "holdings_btc", "2025-12-31")).toBe(ask("MINERHOLDINGS", "ALL", "2025-12-31"));
  });

  it("names the nearest metrics", () => {
    expect(sentence("MINERDATA", "MARA", "prodced_btc")).toMatch(/^#VALUE! .*"prodced_btc".*produced_btc/);
  });

  it("names no period of the future: published later is not there", () => {
    const early = sentence("MINERDATA", "WULF", "hpc_revenue_usd", "2025Q4", "2025-12-31");
    expect(early).toMatch(/published by 2025-12-31/);
    expect(early).not.toMatch(/quarter to 2025-12-31\. The record has it for: .*2025-12-31/);
  });
});

describe("MINERSOURCE", () => {
  const METRICS = ["holdings_btc", "produced_btc", "sold_btc", "cash_usd", "energized_ehs", "hpc_contracted_mw", "power_cost_usd_per_kwh"]; // prettier-ignore
  const asked = record().miners.flatMap(
    ({ ticker }) =>
    METRICS.flatMap((metric) => [undefined, "2025Q4", "2025-06-30", "FY2025"].map((date) => [ticker, metric, date] as const)), // prettier-ignore
  );

  it("tells as text exactly what stands behind MINERDATA's value", () => {
    let compared = 0;
    for (const [ticker, metric, date] of asked) {
      const value = ask("MINERDATA", ticker, metric, date);
      if (value === "#N/A") {
        expect(ask("MINERSOURCE", ticker, metric, date)).toBe("#N/A");
        continue;
      }
      const rows = table("MINERSOURCE", ticker, metric, date);
      const [row] = rows;
      if (rows.length > 1 || !row) continue;
      const properties = behind("MINERDATA", ticker, metric, date);
      // A contract that was signed and that no report contains yet: MINERSOURCE alone has its source.
      if (properties["Source"] === undefined) continue;
      const published = properties["Published as stated"] === undefined ? numberIn(properties["Published"]) : isoOf(numberIn(properties["Published"]) - serialOf(0)); // prettier-ignore
      const told: Shown[] = [...row];
      if (properties["Published as stated"] !== undefined) told[2] = String(row[2]).slice(0, 10);
      expect(told, `${ticker} ${metric} ${date ?? ""}`).toEqual([
        properties["Source"], properties["Link"], published, properties["Confidence"], properties["Note"] ?? "",
        numberIn(properties["Reported"]), properties["Status"], ticker, value,
      ]); // prettier-ignore
      compared++;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("lists the reports of a total, largest first, and they sum to it", () => {
    const rows = table("MINERSOURCE", "ALL", null, "2026-03-14");
    const values = rows.map((row) => Number(row[8]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Number(ask("MINERHOLDINGS", "ALL", "2026-03-14")), 6); // prettier-ignore
    expect(rows.every((row) => row.length === 9)).toBe(true);
  });

  it("keeps a miner without a report to its own row, below the others", () => {
    const rows = table("MINERSOURCE", [["APLD"], ["MARA"]], null, "2025-12-31");
    expect(rows.map((row) => row[0] === "#N/A")).toEqual([false, true]);
    expect(sentence("MINERSOURCE", "APLD")).toMatch(/^#N\/A No holdings_btc of APLD/);
  });
});
