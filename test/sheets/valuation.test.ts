// Template Valuation: with share prices typed, what follows from the balance sheets of the frozen record; without, nothing.
import { afterEach, describe, expect, it } from "vitest";
import { calculated } from "../../src/build/templates/calculate";
import { dayOfIso, serialOf } from "../../src/common/days";
import { MinerRecord } from "../../src/data/record";
import { origin, record, replaceRecord } from "../../src/functions";
import type { SheetCell } from "../../src/sheets/sheet";
import { VALUATION } from "../../src/sheets/templates/valuation";

const frozen = record();
afterEach(() => {
  replaceRecord(frozen, origin());
});

const withTyped = (typed: Readonly<Record<string, number>>) => {
  const [sheet, ...others] = VALUATION.sheets;
  if (!sheet) throw new Error("The template has no sheet.");
  const cells = Object.entries(typed).map(([address, value]): SheetCell => ({ address, value, style: "input" }));
  const shown = calculated([{ ...sheet, cells: [...sheet.cells, ...cells] }, ...others]).get(sheet.name);
  return (address: string) => shown?.get(address)?.value ?? "";
};
const serial = (iso: string): number => serialOf(dayOfIso(iso) ?? NaN);

describe("the template Valuation", () => {
  it("shows no market cap, EV or mNAV while no price is typed, and never zero for what is missing", () => {
    const at = withTyped({});
    for (let row = 12; row <= 21; row++) {
      for (const column of ["G", "L", "P"]) expect(at(`${column}${row}`), `${column}${row}`).toBe("");
      for (const column of ["D", "H", "J"]) expect(at(`${column}${row}`), `${column}${row}`).not.toBe(0);
    }
  });

  it("values MARA by its 381,888,004 shares of 2026-06-30 and its coins at the price typed", () => {
    const at = withTyped({ C5: 80_000, C12: 10 });
    // Shares: MARA 10-Q of 2026-06-30, as in assets/data/facts.csv.
    expect(at("D12")).toBe(381_888_004);
    expect(at("E12")).toBe(serial("2026-06-30"));
    expect(at("F12")).toBe(1);
    expect(at("G12")).toBe(3_818_880_040);
    expect(at("O12")).toBe(Number(at("M12")) * 80_000);
    expect(at("P12")).toBeCloseTo(3_818_880_040 / Number(at("O12")), 12);
    expect(at("C27")).toBeCloseTo((1000 * Number(at("M12"))) / 381_888_004, 12);
  });

  it("adds debt and takes off cash of one day only", () => {
    const prices = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`C${12 + index}`, 5]));
    const at = withTyped(prices);
    let valued = 0;
    for (let row = 12; row <= 21; row++) {
      const [cap, debt, cash, ev] = ["G", "H", "J", "L"].map((column) => at(`${column}${row}`));
      const isOneDay = [cap, debt, cash].every((each) => typeof each === "number") && at(`I${row}`) === at(`K${row}`);
      expect(ev, `row ${row}`).toBe(isOneDay ? Number(cap) + Number(debt) - Number(cash) : "");
      if (isOneDay) valued++;
    }
    expect(valued).toBeGreaterThan(0);
  });

  it("counts shares after a split that came since", () => {
    const split = { ticker: "ABTC", dateText: "2026-07-02", day: dayOfIso("2026-07-02") ?? NaN, kind: "split", commitment: "", counterparty: "", splitRatio: 1 / 15, summary: "One for fifteen.", confidence: "secondary", source: "s1" } as const; // prettier-ignore
    replaceRecord(new MinerRecord({ ...frozen.tables, events: [...frozen.tables.events, split] }), origin());
    // 1,090,000,000 shares at 2026-06-30, "about 73M after" (ZippFeed).
    const at = withTyped({ C4: serial("2026-07-05"), C21: 3 });
    expect(at("D21")).toBe(1_090_000_000);
    expect(at("F21")).toBeCloseTo(1 / 15, 12);
    expect(at("G21")).toBeCloseTo((3 * 1_090_000_000) / 15, 3);
  });
});
