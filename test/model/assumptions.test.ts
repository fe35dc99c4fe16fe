// The table of assumptions, the presets and the notes.
import { expect, it } from "vitest";
import { ASSUMPTIONS } from "../../src/model/scenario/assumptions";
import { dayOf } from "../../src/common/days";
import { acceptedBy, isMinerAssumption, isNumberAssumption, refusal } from "../../src/model/scenario/check";
import { COLUMNS, isColumn } from "../../src/model/scenario/columns";
import { PRESETS } from "../../src/model/scenario/presets";
import { scenario } from "../../src/model/scenario/scenario";
import { CHECK, minersWith } from "./cases";

it("has the specification's assumptions with their defaults", () => {
  const defaults = Object.fromEntries(
    ASSUMPTIONS.flatMap((one) => ("default" in one ? [[one.name, one.default]] : [])),
  );
  expect(defaults).toEqual({
    preset: "hold",
    miners: "ALL",
    months: 24,
    drift: 0,
    jump: 0,
    jump_day: 0,
    fan_centre: "median",
    impact_model: "sqrt",
    impact_coefficient: 1,
    flow_beta: 0.034,
    fees_btc_per_day: 3.6,
    halving_date: dayOf(2028, 4, 15),
    network_growth: 0.1,
    efficiency_gain: 0.08,
    switch_softness: 0.15,
    switch_days: 60,
    sell_share: 1,
    sell_start: 0,
    sell_days: 365,
    urgency: 0.01,
    production_sale_share: 1,
    ai_share: 0,
    ai_start: 0,
    ai_days: 365,
    build_days: 0,
    capex_per_mw: 9_000_000,
    financed_share: 0.8,
    ai_revenue_mw_year: 1_850_000,
    ai_margin: 0.85,
    overhead: 0,
  });
});

it("says where each other default comes from, and what each means", () => {
  for (const one of ASSUMPTIONS) {
    expect(one.meaning, one.name).toMatch(/^[A-Z].*\.$/);
    expect("default" in one || (one.source ?? "").length > 0, one.name).toBe(true);
  }
});

it("accepts its own defaults", () => {
  for (const one of ASSUMPTIONS) {
    if ((isNumberAssumption(one) || isMinerAssumption(one)) && one.default !== undefined) {
      expect(refusal(one, one.default)).toBeUndefined();
    }
  }
});

it("covers every input of the model exactly once", () => {
  const numbers = ASSUMPTIONS.filter(isNumberAssumption).map((one) => one.key);
  const words = ASSUMPTIONS.flatMap((one) => (one.kind === "word" || one.kind === "switch" ? [one.key] : []));
  expect([...numbers, ...words, "miners"].sort()).toEqual(Object.keys(CHECK).sort());
  const figures = ASSUMPTIONS.filter(isMinerAssumption).map((one) => one.key);
  expect([...figures, "ticker"].sort()).toEqual(Object.keys(CHECK.miners[0] ?? {}).sort());
});

it("names only miner figures twice: a network's hashrate and a miner's", () => {
  const names = ASSUMPTIONS.map((one) => one.name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual(["hashrate"]);
});

it("speaks its ranges", () => {
  const said = (name: string) =>
    ASSUMPTIONS.filter(isNumberAssumption)
      .filter((one) => one.name === name)
      .map(acceptedBy);
  expect(said("months")).toEqual(["an integer 1 to 119"]);
  expect(said("price")).toEqual(["above 0, up to 1e12"]);
  expect(said("network_growth")).toEqual(["-0.9 to 5"]);
  expect(said("epoch_blocks")).toEqual(["0 to below 2,016"]);
});

it("has the presets of the specification, each in two sentences", () => {
  expect(PRESETS.map(({ name }) => name)).toEqual(["hold", "thesis", "funding", "capitulation", "orderly", "pace"]);
  for (const { sentences } of PRESETS) for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
});

it("sets only assumptions that exist, to values that they accept", () => {
  for (const { rows } of PRESETS) {
    for (const [name, value] of Object.entries(rows(dayOf(2026, 3, 14)))) {
      const one = ASSUMPTIONS.find((assumption) => assumption.name === name);
      if (one?.kind === "word") expect(one.words).toContain(value);
      else if (one && (isNumberAssumption(one) || isMinerAssumption(one))) {
        expect(refusal(one, value as number)).toBeUndefined();
      } else expect.unreachable(`${name} is no assumption of a preset`);
    }
  }
});

it("counts a preset's months as days of the calendar from the day the plan starts", () => {
  const rows = (name: string, start: number) => PRESETS.find((preset) => preset.name === name)?.rows(start);
  expect(rows("thesis", dayOf(2026, 3, 14))).toMatchObject({ sell_days: 365, ai_days: 365 });
  expect(rows("thesis", dayOf(2027, 3, 14))).toMatchObject({ sell_days: 366 });
  // 30 days after 14 March is 13 April; six months later it is 13 October
  expect(rows("capitulation", dayOf(2026, 3, 14))).toMatchObject({ sell_start: 30, sell_days: 183 });
  expect(rows("orderly", dayOf(2026, 3, 14))).toMatchObject({ sell_days: 731 });
});

it("warns of chaos, of more conversion than contracts, of tiny sales and of a second halving", () => {
  const notes = (change: object) => scenario({ ...CHECK, ...change }).notes.join(" ");
  expect(notes({ switchSoftness: 0.11 })).toContain("chaotic");
  expect(notes({ switchDays: 9 })).toContain("chaotic");
  expect(notes({})).not.toContain("chaotic");
  expect(notes({})).toContain("MARA 110 of 0, RIOT 418 of 0, CORZ 360 of 0.");
  expect(notes({ miners: minersWith({ contractedMw: [2000, 2000, 2000] }) })).not.toContain("megawatts");
  expect(notes({ sellDays: 3650 })).toContain("below 0.1 %");
  expect(notes({ sellDays: 100 })).not.toContain("below 0.1 %");
  expect(notes({ months: 119 })).toContain("second halving");
});

it("has the nineteen columns in their order", () => {
  expect(COLUMNS.map(({ name }) => name).join(" ")).toBe(
    "month date outside_price price impact worst_impact hashrate difficulty hashprice idle_share underwater_share " +
      "listed_hashrate holdings produced production_sold treasury_sold raised unfunded ai_mw",
  );
  expect(isColumn("price")).toBe(true);
  expect(isColumn("toString")).toBe(false);
});
