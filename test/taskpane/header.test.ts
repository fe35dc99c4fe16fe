// @vitest-environment jsdom
// The head of the pane: which record, how old, how much.
import { describe, expect, it } from "vitest";
import { bundledRecord, record, replaceRecord } from "../../src/functions";
import { MinerRecord } from "../../src/data/record";
import { ask, table } from "../functions/ask";
import { dayOf } from "../../src/common/days";
import { openPane } from "./harness";

const head = (root: Element): string => root.querySelector("header")?.textContent.replace(/\s+/g, " ") ?? "";

describe("the head of the pane", () => {
  it("says version and newest report, and the age of the coins by weight instead of that report's", () => {
    const { root } = openPane({ today: dayOf(2026, 11, 28) });
    expect(head(root)).toContain("Record of 22 Nov 2026 · newest report 30 Sep 2026");
    expect(head(root)).toMatch(
      /[\d,]+ BTC, on average 1\d\d days old by weight; \d\d % from reports over 120 days old\./,
    );
    expect(head(root)).not.toContain("59 days old");
  });

  it("lets the coins grow older while the record stays", () => {
    const days = (today: number): number =>
      Number(/on average (\d+) days/.exec(head(openPane({ today }).root))?.[1] ?? NaN);
    expect(days(dayOf(2027, 11, 28)) - days(dayOf(2026, 11, 28))).toBe(365);
  });

  it("says how many miners are in the sum, and where the others are", () => {
    const { root } = openPane();
    const counted = /(\d+) miners: (\d+) in ALL, (\d+) inside a parent, (\d+) ended, (\d+) never counted/.exec(
      head(root),
    );
    const [all = 0, ...parts] = (counted ?? []).slice(1).map(Number);
    expect(all).toBe(record().miners.length);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    expect(parts[0]).toBe(table("MINERLIST", "ALL", null, false).length);
  });

  it("shows the total that a cell would show", () => {
    const { root } = openPane();
    const total = Math.round(Number(ask("MINERHOLDINGS", "ALL"))).toLocaleString("en-US");
    expect(head(root)).toContain(`${total} BTC`);
    expect(head(root)).toContain(`${record().miners.length} miners`);
  });

  it("does not call a report old when this computer's date lies before it", () => {
    const { root } = openPane({ today: 0 });
    expect(head(root)).toContain("dated later than this computer’s clock");
    expect(head(root)).not.toContain("days old");
  });

  it("follows when the record is swapped, and no longer once the pane is closed", () => {
    const { root, unmount } = openPane();
    const older = new MinerRecord({ ...bundledRecord().tables, version: "2026-08-31" });
    try {
      replaceRecord(older, "the test");
      expect(head(root)).toContain("Record of 31 Aug 2026");
      unmount();
      expect(root.textContent).toBe("");
    } finally {
      replaceRecord(bundledRecord(), "bundled");
    }
    expect(root.textContent).toBe("");
  });
});
