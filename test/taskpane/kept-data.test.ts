// @vitest-environment jsdom
// Data that the browser kept is there before the pane, but not before the first cells that Excel calculates.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import { cellAsked } from "../../src/functions/session";
import { WorkbookError } from "../../src/workbook/port";
import { built, json, latestOf, newestTables, openRefresh, startHost } from "../refresh/support";
import { settle } from "./harness";
import { openRefreshPane } from "./refresh-bench";

const SETTING = "MinerOverhang.dataVersion";
const KEPT = built({ ...newestTables, version: "2026-12-22" });

/** A browser that keeps a release which is newer than any bundle. */
const keptStorage = async () => {
  const answers = { "/data/latest.json": json(latestOf(KEPT)), "/data/record-2026-12-22.json": json(KEPT.json) };
  const { home } = await startHost(answers);
  const { refresh, storage } = openRefresh({ home });
  refresh.apply(await refresh.fetch(await refresh.check()));
  refresh.close();
  return storage;
};

describe("kept data", () => {
  it("needs no recalculation when no cell was calculated before it was there", async () => {
    const { sheet } = await openRefreshPane({ setup: { storage: await keptStorage() } });
    await settle();
    expect(record().version).toBe("2026-12-22");
    expect(sheet.recalculated).toEqual([]);
  });

  it("reaches the cells that were calculated before it was there", async () => {
    cellAsked();
    const settings = { [SETTING]: "2026-12-22" };
    const { sheet } = await openRefreshPane({ setup: { storage: await keptStorage() }, settings });
    await expect.poll(() => sheet.recalculated).toEqual(["workbook"]);
  });

  it("is asked about, not forced on a workbook that stands on other data", async () => {
    const settings = { [SETTING]: "2026-08-31" };
    const { root, sheet } = await openRefreshPane({ setup: { storage: await keptStorage() }, settings });
    await expect.poll(() => root.textContent).toContain("Calculated with the data of 31 Aug 2026");
    expect(sheet.recalculated).toEqual([]);
  });

  it("is asked about when Excel cannot recalculate at once", async () => {
    const refusal = new WorkbookError("editing", "A cell is being edited.");
    const { root } = await openRefreshPane({
      setup: { storage: await keptStorage() },
      settings: { [SETTING]: "2026-12-22" },
      workbook: { recalculate: () => Promise.reject(refusal) },
    });
    await expect.poll(() => root.textContent).toContain("you have the data of 22 Dec 2026");
  });
});
