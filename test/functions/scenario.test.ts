// SCENARIO and SCENARIOVALUE: one path from cells.
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { addMonths, dayOfSerial, isoOf, serialOf } from "../../src/common/days";
import { hasPivoted } from "../../src/data/groups";
import { latestDay, record } from "../../src/functions";
import { COLUMNS } from "../../src/model/scenario/columns";
import { scenario } from "../../src/model/scenario/scenario";
import { ask, sentence, table } from "./ask";
import { behind } from "./behind";
import { evaluate, faultsOf, errorsIn } from "./contract";

// The simulation itself, counted: two hundred cells of one scenario must cost one.
vi.mock("../../src/model/scenario/scenario", async (original) => {
  const real = await original<{ scenario: typeof scenario }>();
  return { ...real, scenario: vi.fn(real.scenario) };
});

const NAMES = COLUMNS.map(({ name }) => name);

describe("SCENARIO", () => {
  it("gives a row a month from month 0, in nineteen columns", () => {
    const [heads, ...rows] = table("SCENARIO", "thesis");
    expect(heads).toEqual(NAMES);
    expect(rows.map(([month]) => month)).toEqual(Array.from({ length: 25 }, (_, month) => month));
  });

  it("dates its rows by months counted from the start", () => {
    const rows = table(
      "SCENARIO",
      [
        ["start", "2025-08-31"],
        ["months", 12],
      ],
      "date",
      false,
    );
    const start = dayOfSerial(Number(rows[0]?.[0]));
    expect(isoOf(start)).toBe("2025-08-31");
    expect(rows.map(([date]) => date)).toEqual(Array.from({ length: 13 }, (_, n) => serialOf(addMonths(start, n))));
  });

  it.each([
    ["one text", "price, holdings ,HASHPRICE"],
    ["a range", [["price"], ["holdings"], ["hashprice"]]],
  ])("shows chosen columns named in %s", (_, columns) => {
    expect(table("SCENARIO", "hold", columns)[0]).toEqual(["price", "holdings", "hashprice"]);
  });

  it("has the shorter scenario as the beginning of the longer", () => {
    const of = (months: number) =>
      table(
        "SCENARIO",
        [
          ["preset", "orderly"],
          ["months", months],
        ],
        null,
        false,
      );
    expect(of(30).slice(0, 8)).toEqual(of(7));
  });

  it("sells under thesis only the coins of miners with a signed lease", () => {
    const start = Number(ask("SCENARIOVALUE", "thesis", "date", 0));
    const day = dayOfSerial(start);
    for (const { ticker, inAll } of record().miners) {
      if (!inAll) continue;
      const rows = [
        ["preset", "thesis"],
        ["miners", ticker],
        ["months", 13],
      ];
      const held = Number(ask("SCENARIOVALUE", rows, "holdings", 0));
      const sold = table("SCENARIO", rows, "treasury_sold", false).reduce((sum, [btc]) => sum + Number(btc), 0);
      const leased = hasPivoted(record(), ticker, day, day);
      expect(sold, ticker).toBeCloseTo(leased ? held : 0, 6);
    }
  });

  it.each(["hold", "thesis", "funding", "capitulation", "orderly", "pace"])(
    "keeps coins together under %s",
    (preset) => {
      const [first, ...rows] = table("SCENARIO", preset, "holdings,produced,production_sold,treasury_sold", false).map((row) => row.map(Number)); // prettier-ignore
      let holdings = first?.[0] ?? NaN;
      for (const [now = NaN, produced = NaN, productionSold = NaN, treasurySold = NaN] of rows) {
        holdings += produced - productionSold - treasurySold;
        expect(now).toBeCloseTo(holdings, 5);
      }
    },
  );

  it("starts from what the record says on that day", () => {
    const rows = [["start", "2026-03-14"]];
    expect(ask("SCENARIOVALUE", rows, "price", 0)).toBe(72_322);
    expect(ask("SCENARIOVALUE", rows, "holdings", 0)).toBe(ask("MINERHOLDINGS", "ALL", "2026-03-14", "BTC", "2026-03-14")); // prettier-ignore
  });

  it("says behind each number which scenario it belongs to, and what was filled in", () => {
    expect(behind("SCENARIOVALUE", "thesis", "price")).toMatchObject({ Preset: "thesis", Miners: "ALL", Start: { format: "yyyy-mm-dd" } }); // prettier-ignore
    const filled = Object.entries(behind("SCENARIOVALUE", [["miners", "WULF,CIFR"]], "price")).filter(([name]) => name.startsWith("Filled in")); // prettier-ignore
    expect(filled.length).toBeGreaterThan(0);
    const daring = behind("SCENARIOVALUE", [["switch_softness", 0.05]], "price");
    expect(JSON.stringify(daring)).toMatch(/the path may be chaotic/);
  });

  const [firstDay, lastDay] = [isoOf(record().firstReport), isoOf(latestDay())];
  it.each([
    ["one month", [["months", 1]]],
    [
      "the longest horizon",
      [
        ["preset", "thesis"],
        ["months", 119],
      ],
    ],
    [
      "the first day of the record",
      [
        ["preset", "thesis"],
        ["start", firstDay],
        ["months", 6],
      ],
    ],
    [
      "the last day of the record",
      [
        ["preset", "funding"],
        ["start", lastDay],
        ["months", 6],
      ],
    ],
    [
      "a miner without coins",
      [
        ["preset", "thesis"],
        ["miners", "IREN"],
        ["months", 6],
      ],
    ],
    [
      "a miner that no longer reports",
      [
        ["preset", "orderly"],
        ["miners", "ARBK"],
        ["months", 6],
      ],
    ],
    [
      "a group that is empty on its day",
      [
        ["preset", "thesis"],
        ["miners", "PIVOT"],
        ["start", firstDay],
        ["months", 6],
      ],
    ],
    [
      "all miners gone to AI at once",
      [
        ["preset", "orderly"],
        ["ai_share", 1],
        ["ai_days", 0],
        ["months", 6],
      ],
    ],
    [
      "no volatility and no selling",
      [
        ["daily_volatility", 0],
        ["production_sale_share", 0],
        ["months", 3],
      ],
    ],
    [
      "a halving inside",
      [
        ["halving_date", "2026-10-01"],
        ["months", 12],
      ],
    ],
    [
      "a market that hardly trades",
      [
        ["preset", "capitulation"],
        ["volume_btc", 1e-6],
        ["months", 8],
      ],
    ],
  ])("has finite cells for %s", (_, rows) => {
    const answer = evaluate("SCENARIO", [rows]);
    expect(faultsOf(answer)).toEqual([]);
    expect(errorsIn(answer)).toEqual([]);
  });

  it("names the nearest column", () => {
    expect(sentence("SCENARIO", "hold", "price,holding")).toMatch(/^#VALUE! .*"holding".*holdings/);
  });
});

describe("SCENARIOVALUE", () => {
  it("gives the cell of SCENARIO's table", () => {
    const rows = table("SCENARIO", "capitulation", null, false);
    fc.assert(
      fc.property(fc.nat(24), fc.nat(NAMES.length - 1), (month, column) => {
        expect(ask("SCENARIOVALUE", "capitulation", NAMES[column], month)).toBe(rows[month]?.[column]);
      }),
    );
  });

  it("fills a table from a row of columns and a column of months", () => {
    const answer = table("SCENARIOVALUE", "thesis", [["price", "impact"]], [[0], [6], [24]]);
    const rows = table("SCENARIO", "thesis", "price,impact", false);
    expect(answer).toEqual([rows[0], rows[6], rows[24]]);
  });

  it("without a month gives the last, and says when one lies after the end", () => {
    expect(ask("SCENARIOVALUE", "thesis", "month")).toBe(24);
    expect(sentence("SCENARIOVALUE", [["months", 6]], "price", 7)).toMatch(/^#N\/A The scenario ends with month 6: /);
  });

  it("costs one simulation for a sheet full of it, however the assumptions are written", () => {
    const runs = vi.mocked(scenario);
    runs.mockClear();
    const ways = [
      [["price", 54_321.5], ["months", 12], ["preset", "thesis"]],
      [["Name", "Value"], ["preset", "THESIS"], ["months", "12"], ["price", "54321.5"]],
      [["preset", "thesis", "a note"], [null, null, null], ["Price", 54_321.5, ""], ["months", 12, "months"]],
    ]; // prettier-ignore
    for (let cell = 0; cell < 200; cell++) ask("SCENARIOVALUE", ways[cell % 3], NAMES[cell % 19], cell % 13);
    ask("SCENARIO", ways[0]);
    expect(runs).toHaveBeenCalledTimes(1);
  });

  it("costs another when an assumption changes, and none when it changes back", () => {
    const runs = vi.mocked(scenario);
    const at = (price: number) =>
      ask(
        "SCENARIOVALUE",
        [
          ["price", price],
          ["months", 3],
        ],
        "hashprice",
      );
    const first = at(51_000);
    runs.mockClear();
    expect(at(52_000)).not.toBe(first);
    expect(at(51_000)).toBe(first);
    expect(runs).toHaveBeenCalledTimes(1);
  });
});
