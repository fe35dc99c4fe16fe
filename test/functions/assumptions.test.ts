// The table of assumptions: what ASSUMPTIONS writes, and what SCENARIO reads of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoOf, serialOf } from "../../src/common/days";
import { latestDay, record } from "../../src/functions";
import type { MinerAssumption, NumberAssumption } from "../../src/model/scenario/assumption";
import { ASSUMPTIONS } from "../../src/model/scenario/assumptions";
import { isMinerAssumption, isNumberAssumption } from "../../src/model/scenario/check";
import { PRESETS } from "../../src/model/scenario/presets";
import { ask, sentence, table, type Shown } from "./ask";
import { evaluate, faultsOf } from "./contract";

const NAMES = PRESETS.map(({ name }) => name);
const scenarioOf = (assumptions: unknown): string => JSON.stringify(table("SCENARIO", assumptions));
const over = (...rows: readonly unknown[][]): unknown[][] => [["preset", "thesis"], ["months", 2], ...rows];

describe.each(NAMES)("ASSUMPTIONS of %s, passed back", (preset) => {
  const rows = table("ASSUMPTIONS", preset, false);
  const same = scenarioOf(preset);

  it("gives the same scenario to the last bit", () => {
    expect(scenarioOf(rows)).toBe(same);
    expect(scenarioOf(table("ASSUMPTIONS", preset))).toBe(same);
  });

  it("gives the same in any order, with blank rows, columns of its own and values as text", () => {
    const blank = [null, null, null, null];
    const anyOrder = fc.shuffledSubarray([...rows, blank, blank], { minLength: rows.length + 2 });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        expect(scenarioOf([["Name", "Value", "Unit", "Meaning"], ...shuffled])).toBe(same);
        expect(scenarioOf(shuffled.map((row) => [...row, "a note of mine", 7]))).toBe(same);
        expect(scenarioOf(shuffled.map(([name, value]) => [name, typeof value === "number" ? String(value) : value]))).toBe(same); // prettier-ignore
      }),
      { numRuns: 8 },
    );
  });
});

describe("ASSUMPTIONS", () => {
  it("shows every assumption that is not of one miner, with its unit and what it accepts", () => {
    const [heads, ...rows] = table("ASSUMPTIONS", "funding");
    expect(heads).toEqual(["Name", "Value", "Unit", "Meaning"]);
    expect(rows.map(([name]) => name)).toEqual(ASSUMPTIONS.filter(({ kind }) => kind !== "figure").map(({ name }) => name)); // prettier-ignore
    for (const [name, value, unit, meaning] of rows) {
      expect(value, String(name)).not.toBe("");
      expect(unit, String(name)).not.toBe("");
      expect(meaning).toMatch(/\.$/);
    }
  });

  it("names the presets when there is none of that name", () => {
    expect(sentence("ASSUMPTIONS", "thesys")).toMatch(/hold, thesis, funding, capitulation, orderly, pace\.$/);
  });
});

describe("SCENARIOLIST", () => {
  it("has two sentences for each preset", () => {
    const rows = table("SCENARIOLIST", false);
    expect(rows.map(([name]) => name)).toEqual(NAMES);
    for (const [name, ...sentences] of rows) {
      expect(sentences, String(name)).toHaveLength(2);
      for (const words of sentences) expect(words).toMatch(/^[A-Z].{40,}\.$/);
    }
  });
});

/** The next number that lies outside, one whole or the smallest step further. */
const beyond = (value: number, up: boolean, integer: boolean): number => {
  if (integer) return up ? value + 1 : value - 1;
  const step = Math.max(Math.abs(value) * 1e-9, 1e-12);
  return up ? value + step : value - step;
};

interface Ends {
  readonly accepted: readonly number[];
  readonly refused: readonly number[];
}

/** A date may carry an hour: only whole days outside are refused. */
const endsOf = ({ kind, range }: NumberAssumption | MinerAssumption): Ends => {
  const { min, max, above, below, integer } = range;
  const inside = (value: number, up: boolean) => beyond(value, up, integer === true);
  return {
    accepted: [above ? inside(min, true) : min, below ? inside(max, false) : max],
    refused: [
      above ? min : inside(min, false),
      below ? max : inside(max, true),
      ...(integer && kind !== "date" ? [min + 0.5] : []),
    ],
  };
};

const numbers = ASSUMPTIONS.filter(isNumberAssumption).filter(({ name }) => name !== "start");
const figures = ASSUMPTIONS.filter(isMinerAssumption);
const asCell = (one: NumberAssumption | MinerAssumption, value: number) => (one.kind === "date" ? serialOf(value) : value); // prettier-ignore

describe("an assumption", () => {
  it.each(numbers)("accepts the ends of its range and refuses what lies outside: $name", (one) => {
    const { accepted, refused } = endsOf(one);
    // The other presets' days of selling and conversion lie inside two months or not: all policies are walked.
    for (const policy of ["linear", "funding"]) {
      for (const value of accepted) {
        const rows = [["policy", policy], ["months", 2], [one.name, asCell(one, value)]].filter(([name], i) => i === 2 || name !== one.name); // prettier-ignore
        const answer = evaluate("SCENARIO", [rows]);
        expect(faultsOf(answer), `${one.name} ${value}`).toEqual([]);
        expect(
          answer.flat().filter((cell) => cell instanceof Error),
          `${one.name} ${value}`,
        ).toEqual([]);
      }
    }
    for (const value of refused) {
      expect(sentence("SCENARIO", [["preset", "hold"], [one.name, asCell(one, value)]])).toMatch(new RegExp(`^#VALUE! (Row 2: )?${one.name} .*`)); // prettier-ignore
    }
  });

  it.each(figures)("of one miner does the same: MARA.$name", (one) => {
    const { accepted, refused } = endsOf(one);
    for (const value of accepted) {
      const answer = evaluate("SCENARIO", [over([`MARA.${one.name}`, value])]);
      expect(faultsOf(answer), `${one.name} ${value}`).toEqual([]);
      expect(
        answer.flat().filter((cell) => cell instanceof Error),
        `${one.name} ${value}`,
      ).toEqual([]);
    }
    for (const value of refused) {
      expect(sentence("SCENARIO", over([`MARA.${one.name}`, value]))).toMatch(new RegExp(`^#VALUE! Row 3: MARA\\.${one.name} must be `)); // prettier-ignore
    }
  });

  it("start lies inside the record, both ends included", () => {
    const { firstReport } = record();
    for (const day of [firstReport, latestDay()]) expect(ask("SCENARIOVALUE", over(["start", serialOf(day)]), "date", 0)).toBe(serialOf(day)); // prettier-ignore
    for (const day of [firstReport - 1, latestDay() + 1]) {
      expect(sentence("SCENARIO", over(["start", isoOf(day)]))).toMatch(/^#VALUE! Row 3: start must lie within the record/); // prettier-ignore
    }
  });
});

describe("a table that does not fit", () => {
  it.each([
    [over(["sell_shar", 1]), 'Row 3: No assumption is called "sell_shar". Nearest: sell_share, '],
    [over(["MARA.sell", 1]), 'Row 3: No assumption is called "sell". Nearest: '],
    [over(["MRAA.cash", 1]), 'Row 3: No miner is called "MRAA". Nearest: MARA'],
    [over(["holdings", 5]), "Row 3: holdings is set for each miner: write, for example, MARA.holdings."],
    [over(["APLD.holdings", 5]), "Row 3: APLD is not among the miners of this scenario (ALL)."],
    [over(["months", 3]), "Row 3: months is already in row 2: keep one of them."],
    [over(["price", 1], [null, null], [" PRICE ", 2]), "Row 5: price is already in row 3"],
    [over(["mara.cash", 1], ["Marathon Digital.cash", 2]), "Row 4: MARA.cash is already in row 3"],
    [over(["price", "60,000 USD"]), 'Row 3: price must be above 0, up to 1e12 (USD/BTC), not "60,000 USD".'],
    [over(["sell_share", "50 %"]), 'Row 3: sell_share must be 0 to 1 (share), not "50 %".'],
    [over(["sell_share", 50]), "Row 3: sell_share must be 0 to 1, not 50."],
    [over(["policy", "fast"]), 'Row 3: policy must be one of hold, linear, front, funding, pace, not "fast".'],
    [over(["sell_encumbered", "perhaps"]), 'Row 3: sell_encumbered must be TRUE or FALSE, not "perhaps".'],
    [over(["miners", "MARRA"]), 'Row 3: No miner is called "MARRA". Nearest: MARA'],
    [over(["start", "soon"]), 'Row 3: start "soon" is not a date.'],
    [
      [
        ["months", 2],
        ["preset", "thesys"],
      ],
      'Row 2: No preset is called "thesys".',
    ],
    [[["price"], ["volume_btc"]], "assumptions must be a preset's name or a range of two columns"],
  ] as [unknown, string][])("is refused with its row and the nearest name: %j", (rows, words) => {
    expect(sentence("SCENARIO", rows)).toContain(words);
  });

  it("passes an error of the sheet on", () => {
    const error = { type: "Error", basicValue: "#REF!" };
    expect(ask("SCENARIO", over(["price", error]))).toBe("#REF!");
    expect(ask("SCENARIO", over([error, 1]))).toBe("#REF!");
  });
});

describe("a row for one miner", () => {
  const holdings = (rows: unknown[][], month = 0): Shown => ask("SCENARIOVALUE", rows, "holdings", month);

  it("stands in for what the record says of it", () => {
    const usual = Number(holdings(over()));
    const mara = Number(ask("MINERHOLDINGS", "MARA", "2026-08-21", "BTC", "2026-08-21"));
    expect(holdings(over(["MARA.holdings", mara + 1_000]))).toBeCloseTo(usual + 1_000, 6);
    expect(holdings(over(["marathon digital.holdings", 0]))).toBeCloseTo(usual - mara, 6);
  });

  it("makes a miner sell that the preset lets hold", () => {
    const kept = over(["miners", "MARA"]);
    expect(ask("SCENARIOVALUE", kept, "treasury_sold", 2)).toBe(0);
    expect(ask("SCENARIOVALUE", [...kept, ["MARA.sell_share", 0.5]], "treasury_sold", 2)).toBeGreaterThan(0);
  });
});
