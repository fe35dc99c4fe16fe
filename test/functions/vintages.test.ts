// known_by: an answer for a day uses nothing that was published later. The same questions are put to the whole record
// with known_by, and without it to a record from which every later line was removed.
import { describe, expect, it } from "vitest";
import { dayOf, isoOf, type Day } from "../../src/common/days";
import { record } from "../../src/functions";
import { ask, table } from "./ask";
import { recordAt, withRecord } from "./record-as-of";

/** Twenty days from the spring of 2023 to the autumn of 2026: in the middle of months, where reports come out. */
const DAYS: readonly Day[] = Array.from({ length: 20 }, (_, i) => dayOf(2023, 4 + 2 * i, 14));
const NAMED = DAYS.map((day) => [isoOf(day), day] as const);
const YEARS_LATER = "2026-11-22";

type Question = readonly [string, (known?: string) => readonly unknown[]];

const questionsAt = (day: Day): readonly Question[] => {
  const iso = isoOf(day);
  const tickers = record().miners.map(({ ticker }) => [ticker]);
  const [early, later] = [isoOf(dayOf(2022, 12, 31)), isoOf(day + 200)];
  return [
    ["MINERHOLDINGS", (known) => [[["ALL"], ["PIVOT"], ["HOLDERS"], ...tickers], iso, "BTC", known]],
    ["MINERHOLDINGS", (known) => ["ALL", later, "BTC", known]],
    ["MINERESTIMATE", (known) => [[["ALL"], ["PIVOT"], ...tickers], iso, "BTC", known]],
    ["MINERESTIMATE", (known) => [[["ALL"], ...tickers], [[iso, later]], "BTC", known, 0.95]],
    ["MINERDATA", (known) => [tickers, [["holdings_btc", "produced_btc", "cash_usd", "hpc_contracted_mw", "power_cost_usd_per_kwh"]], iso, known]], // prettier-ignore
    ["MINERDATA", (known) => [tickers, "produced_btc", [["2023Q2", "FY2024", "2025Q1", "2025H1"]], known]],
    ["MINERHISTORY", (known) => [[["ALL", "CORZ,WULF,CIFR,IREN", "MARA", "HUT"]], "holdings_btc", early, iso, "M", "PREVIOUS", true, known]], // prettier-ignore
    ["MINERHISTORY", (known) => [tickers, "produced_btc", early, later, "Q", "NONE", true, known]],
    ["MINERHISTORY", (known) => ["ALL", "holdings_btc", null, null, "REPORTED", null, true, known]],
    ["OVERHANG", (known) => ["ALL", [["TREASURY"], ["PIVOT"], ["FUNDING"]], 0.5, iso, [["BTC", "USD"]], known]],
    ["OVERHANG", (known) => [[["ALL"], ["MARA"]], "FUNDING", 1, isoOf(day + 10), "USD", known]],
    ["OVERHANGREPORT", (known) => ["ALL", "PIVOT", 1, iso, "USD", known]],
    ["OVERHANGREPORT", (known) => ["ALL", "FUNDING", 1, iso, null, known]],
  ];
};

describe.each(NAMED)("with what was known on %s", (iso, day) => {
  it("no later line reaches an answer", () => {
    const before = recordAt(day);
    for (const [id, args] of questionsAt(day)) {
      const then = withRecord(before, () => table(id, ...args()));
      expect(table(id, ...args(iso)), `${id} ${JSON.stringify(args(iso))}`).toEqual(then);
    }
  });

  it("values of a later date are priced as of the day of knowledge", () => {
    const coins = Number(ask("MINERHOLDINGS", "ALL", YEARS_LATER, "BTC", iso));
    const price = Number(ask("BTCNETWORK", "price", iso));
    expect(ask("MINERHOLDINGS", "ALL", YEARS_LATER, "USD", iso)).toBeCloseTo(coins * price, 4);
  });

  it("a scenario that starts there stands on the record of that day", () => {
    const asked = [[["preset", "thesis"], ["start", iso], ["months", 2]]]; // prettier-ignore
    const then = withRecord(recordAt(day), () => table("SCENARIO", ...asked));
    expect(then).toHaveLength(4);
    expect(table("SCENARIO", ...asked)).toEqual(then);
  });

  it("a scenario at each miner's pace that starts there estimates from the record of that day", () => {
    const asked = [[["preset", "pace"], ["start", iso], ["months", 2]]]; // prettier-ignore
    const then = withRecord(recordAt(day), () => table("SCENARIO", ...asked));
    expect(table("SCENARIO", ...asked)).toEqual(then);
  });
});

describe("the record taken apart by days", () => {
  it("really loses lines: the sizes rise from day to day", () => {
    const sizes = DAYS.map((day) => recordAt(day).counts.rows);
    expect(sizes.every((size, i) => i === 0 || size > (sizes[i - 1] ?? Infinity))).toBe(true);
    expect(sizes.at(-1)).toBeLessThanOrEqual(record().counts.rows);
  });
});
