// One balance sheet: a debt is of one date, with its parts named; AI contracts by one rule wherever they stand.
import { describe, expect, it } from "vitest";
import { ask, table } from "./ask";
import { behind } from "./behind";

describe("total_debt_usd", () => {
  it.each([
    ["CORZ", 4_298_000_000, "2026-06-30", { "CORZ Long-term debt": "4,298,000,000 USD, 2026-06-30", "Not told of it": "CORZ Current debt" }],
    ["WULF", 3_200_000_000, "2025-10-31", { "WULF Senior secured notes": "3,200,000,000 USD, 2025-10-31", "Not told of it": "WULF Convertible notes, WULF BTC-backed debt" }],
    ["IREN", 7_592_944_000, "2026-06-30", { "Not told of it": "IREN Current debt" }],
    ["HUT", 359_300_000, "2026-03-31", { "HUT Convertible notes": "159,300,000 USD, 2026-03-31", "HUT BTC-backed debt": "200,000,000 USD, 2026-03-31" }],
    ["KEEL", 588_000_000, "2025-10-21", { "KEEL Convertible notes": "588,000,000 USD, 2025-10-21" }],
  ])("of %s is %d, of the balance sheet of %s, at least, with its parts", (ticker, usd, date, parts) => {
    expect(ask("MINERDATA", ticker, "total_debt_usd")).toBe(usd);
    expect(behind("MINERDATA", ticker, "total_debt_usd")).toMatchObject({ Status: "derived, at least", ...parts });
    for (const row of table("MINERSOURCE", ticker, "total_debt_usd")) {
      expect(row[5]).toBe(ask("MINERDATA", ticker, "total_debt_usd") && Math.round(Date.parse(date) / 86_400_000) + 25_569); // prettier-ignore
    }
  }); // prettier-ignore

  it("is the reported total where the newest balance sheet has one", () => {
    expect(ask("MINERDATA", "MARA", "total_debt_usd")).toBe(2_400_000_000);
    expect(behind("MINERDATA", "MARA", "total_debt_usd")["Status"]).toBe("carried forward 145 days");
    // Long-term and current debt of one day: both are told, so it is no "at least".
    expect(ask("MINERDATA", "CLSK", "total_debt_usd", "2025-06-30")).toBe(643_913_000 + 176_424_000);
    expect(behind("MINERDATA", "CLSK", "total_debt_usd", "2025-06-30")["Status"]).toBe("derived");
  });

  it("knows only what was published by then", () => {
    expect(ask("MINERDATA", "CORZ", "total_debt_usd", null, "2026-07-27")).toBe(1_124_000_000);
  });
});

describe("AI contracts", () => {
  it("have the same megawatts in MINERLIST and MINERDATA, and the gap is what of them does not run", () => {
    for (const [ticker, , , , , , megawatts] of table("MINERLIST", "ALL", null, false)) {
      const told = ask("MINERDATA", ticker, "hpc_contracted_mw");
      expect(told, String(ticker)).toBe(megawatts === "" ? "#N/A" : megawatts);
      if (megawatts === "") continue;
      const billing = ask("MINERDATA", ticker, "hpc_billing_mw");
      const energized = ask("MINERDATA", ticker, "hpc_energized_mw");
      const live = [billing, energized].find((one) => one !== "#N/A") ?? 0;
      const gap = Number(ask("FUNDINGGAP", ticker, 1e9, 0));
      const cash = ask("MINERDATA", ticker, "cash_usd");
      const expected = Math.max(0, Math.max(0, Number(megawatts) - Number(live)) * 1e9 - (cash === "#N/A" ? 0 : Number(cash))); // prettier-ignore
      expect(gap, String(ticker)).toBeCloseTo(expected, 0);
    }
  });

  it("are worth what was reported and what was signed since, as far as it was told", () => {
    expect(ask("MINERDATA", "IREN", "hpc_contract_value_usd")).toBe(9_700_000_000 + 3_400_000_000);
    expect(behind("MINERDATA", "IREN", "hpc_contract_value_usd")).toMatchObject({ Status: "derived", "IREN since 2025-11-03, Microsoft": "9,700,000,000 USD" }); // prettier-ignore
    // A lease of July, and the sale of a share in a site, which is no lease.
    expect(ask("MINERDATA", "WULF", "hpc_contract_value_usd")).toBe(12_800_000_000 + 19_000_000_000);
    expect(behind("MINERDATA", "CORZ", "hpc_contract_value_usd")).toMatchObject({ Status: "derived, at least", "Not told of it": "CORZ AMD of 2026-07-28" }); // prettier-ignore
  });

  it("add up in MINERSOURCE", () => {
    for (const ticker of ["IREN", "WULF", "BTDR", "BTBT", "HUT"]) {
      for (const metric of ["hpc_contracted_mw", "hpc_contract_value_usd", "total_debt_usd"]) {
        const value = ask("MINERDATA", ticker, metric);
        if (value === "#N/A") continue;
        const sum = table("MINERSOURCE", ticker, metric).reduce((all, row) => all + Number(row[8]), 0);
        expect(sum, `${ticker} ${metric}`).toBe(value);
      }
    }
  });
});
