// The assumptions that a scenario runs on: each once, with where it comes from.
import { describe, expect, it } from "vitest";
import { assumptionsUsed } from "../../src/functions";

const TABLE = [
  ["preset", "orderly"],
  ["months", 6],
  ["MARA.hashrate", 50],
  ["sell_share", 0.25],
];

describe("the assumptions of a scenario", () => {
  it("are each there once, the user's own as they were set", () => {
    const used = assumptionsUsed(TABLE);
    expect(new Set(used.map(({ name }) => name)).size).toBe(used.length);
    expect(used.filter(({ from }) => from === "set").map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining(TABLE),
    );
  });

  it("tell the preset's from those that nobody set", () => {
    const from = new Map(assumptionsUsed("thesis").map((each) => [each.name, each.from]));
    expect(from.get("preset")).toBe("set");
    expect([...from.values()]).toContain("preset");
    expect(from.get("flow_beta")).toBe("standard");
  });

  it("are none where the argument cannot be read", () => {
    expect(assumptionsUsed("no such preset")).toEqual([]);
    expect(assumptionsUsed([["months", -1]])).toEqual([]);
  });
});
