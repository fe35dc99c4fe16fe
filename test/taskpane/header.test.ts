// @vitest-environment jsdom
// The head of the pane: which record, how old, how much.
import { describe, expect, it } from "vitest";
import { bundledRecord, record, replaceRecord } from "../../src/functions";
import { MinerRecord } from "../../src/data/record";
import { ask } from "../functions/ask";
import { openPane } from "./harness";

const head = (root: Element): string => root.querySelector("header")?.textContent.replace(/\s+/g, " ") ?? "";

describe("the head of the pane", () => {
  it("says version, newest report and its age in one line", () => {
    const { root } = openPane();
    expect(head(root)).toContain("Record of 22 Nov 2026 · newest report 30 Sep 2026 · 53 days old");
  });

  it("shows the total that a cell would show", () => {
    const { root } = openPane();
    const total = Math.round(Number(ask("MINERHOLDINGS", "ALL"))).toLocaleString("en-US");
    expect(head(root)).toContain(`${total} BTC`);
    expect(head(root)).toContain(`${record().miners.length} miners`);
  });

  it("does not call a report old when this computer's date lies before it", () => {
    const { root } = openPane({ today: 0 });
    expect(head(root)).toContain("ahead of this computer’s date");
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
