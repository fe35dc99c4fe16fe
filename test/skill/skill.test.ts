// BACKTESTSKILL against a second implementation whose forecasts are made on records cut off at each start: neither the
// numbers nor what they may know differ. And the measures by themselves, where the answer can be seen.
import { describe, expect, it } from "vitest";
import { skillOf, studentQuantile, type Trial } from "../../src/model/skill/measures";
import { withToldRows } from "../estimate/told-rows";
import { table } from "../functions/ask";
import { withRecord } from "../functions/record-as-of";
import { referenceSkill, type Column } from "./reference";

const agrees = (preset: string, column: Column, months: number): void => {
  const found = table("BACKTESTSKILL", preset, null, null, column, months, false)[0]?.slice(2, 12) ?? [];
  const wanted = referenceSkill(preset, column, months);
  wanted.forEach((value, i) => {
    // The fan's band of the price is another closed form; its known answers are elsewhere.
    if (column === "price" && i >= 8) return;
    if (value === "") expect(found[i], `measure ${i}`).toBe("");
    else
      expect(Math.abs(Number(found[i]) - value), `measure ${i}`).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      );
  });
};

describe("BACKTESTSKILL agrees with forecasts on records cut off at each start", () => {
  it.each([
    ["pace", "holdings", 3], ["pace", "holdings", 6], ["hold", "holdings", 12], ["thesis", "holdings", 1],
    ["thesis", "price", 6], ["hold", "difficulty", 3], ["hold", "hashrate", 6], ["hold", "hashprice", 12],
  ] as [string, Column, number][])("%s, %s, %i months", agrees); // prettier-ignore

  it("with the rows told by themselves, too", () => {
    withRecord(withToldRows(), () => {
      agrees("pace", "holdings", 3);
    });
  });
});

const trial = (at: number, outcome: number, model: number, persistence: number): Trial => ({
  month: at,
  startDay: at * 30,
  outcomeDay: at * 30 + 30,
  outcome,
  model,
  persistence,
  runRate: persistence,
});

describe("the measures", () => {
  it("of a model that is always right: all skill, no margin", () => {
    const trials = [100, 110, 95, 130, 120].map((outcome, at) => trial(at, outcome, outcome, 90));
    expect(skillOf(trials, 1)).toMatchObject({ windows: 5, error: 0, skill: 1, margin: 0, bias: 0, verdict: "better" });
  });

  it("of a model that says what persistence says", () => {
    const trials = [100, 110, 95, 130, 120].map((outcome, at) => trial(at, outcome, 90, 90));
    expect(skillOf(trials, 1)).toMatchObject({ skill: 0, margin: 0, verdict: "same" });
  });

  it("leave the skill out where persistence was never wrong", () => {
    const trials = [100, 110, 95, 130].map((outcome, at) => trial(at, outcome, 90, outcome));
    expect(skillOf(trials, 1)).toMatchObject({ skill: undefined, margin: undefined, verdict: "too few" });
  });

  it("take coins that went to nothing for an error of 2, and nothing of nothing for none", () => {
    expect(skillOf([trial(0, 0, 5, 0)], 1)).toMatchObject({ error: 2, persistence: 0 });
  });

  // Student's t, 97.5 %: 2.570582 with 5 degrees of freedom, 2.228139 with 10, 2.048407 with 28.
  it("know Student's quantile", () => {
    expect(studentQuantile(10)).toBeCloseTo(2.228139, 3);
    expect(studentQuantile(28)).toBeCloseTo(2.048407, 5);
    expect(studentQuantile(5)).toBeCloseTo(2.570582, 2);
  });
});
