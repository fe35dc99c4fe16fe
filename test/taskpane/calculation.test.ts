// @vitest-environment jsdom
// The workbook remembers which data it was calculated with, and is asked about when the cells would read others.
import { describe, expect, it } from "vitest";
import { replaceRecord } from "../../src/functions";
import { WorkbookError } from "../../src/workbook/port";
import { newest, older } from "../refresh/support";
import { MinerRecord } from "../../src/data/record";
import { buttonCalled, heard, isShown, settle } from "./bench";
import { openRefreshPane } from "./refresh-bench";

const SETTING = "MinerOverhang.dataVersion";
const SAYS = "Calculated with the data of 30 Jun 2026; you have the data of 31 Aug 2026.";

const bar = (root: Element): string => {
  const found = root.querySelector(".other-data");
  return found && isShown(found) ? found.textContent : "";
};

const openOther = async (workbook = {}) => {
  const opened = await openRefreshPane({ settings: { [SETTING]: "2026-06-30" }, workbook });
  await expect.poll(() => bar(opened.root)).toContain(SAYS);
  return opened;
};

describe("a workbook calculated with other data", () => {
  it("is not spoken of when it was calculated with these, or says nothing", async () => {
    for (const settings of [{ [SETTING]: "2026-08-31" }, {}]) {
      const { root, settings: kept } = await openRefreshPane({ settings });
      await settle();
      expect(bar(root)).toBe("");
      expect(Object.fromEntries(kept)).toEqual(settings);
    }
  });

  it("is told quietly: nothing is recalculated and the focus stays", async () => {
    const { sheet } = await openOther();
    expect(sheet.recalculated).toEqual([]);
    expect(document.activeElement).toBe(document.body);
  });

  it("is recalculated at a word, and remembers that", async () => {
    const { root, sheet, settings } = await openOther();
    buttonCalled(root, "Recalculate").focus();
    buttonCalled(root, "Recalculate").click();
    await expect.poll(() => bar(root)).toBe("");
    expect(sheet.recalculated).toEqual(["workbook"]);
    expect(settings.get(SETTING)).toBe("2026-08-31");
    expect(heard(root)).toBe("The workbook was recalculated.");
    expect(document.activeElement?.getAttribute("role")).toBe("tab");
  });

  it("is kept as it is at a word, until the data change again", async () => {
    const { root, settings } = await openOther();
    buttonCalled(root, "Keep").click();
    expect(bar(root)).toBe("");
    expect(settings.get(SETTING)).toBe("2026-06-30");
    replaceRecord(MinerRecord.unpack(newest.packed, "release"), "release");
    expect(bar(root)).toContain("you have the data of 22 Nov 2026");
    replaceRecord(older, "bundled");
  });

  it("shows what would change, and folds it away again", async () => {
    const { root, sheet } = await openOther();
    const at = { sheet: "Sheet1", cell: "A1", rows: 1, columns: 1 };
    sheet.formulas = [{ ...at, formula: "=MINERVERSION()", text: "2026-06-30", value: "2026-06-30" }];
    const unfold = buttonCalled(root, "Show what would change");
    unfold.click();
    await expect.poll(() => bar(root)).toContain("2026-06-30 → 2026-08-31");
    expect(unfold.getAttribute("aria-expanded")).toBe("true");
    unfold.click();
    expect(bar(root)).not.toContain("→");
  });

  it("says why it cannot be recalculated, and stays as it was", async () => {
    const refusal = new WorkbookError("editing", "A cell is being edited: press Enter or Esc in the sheet.");
    const { root, settings } = await openOther({ recalculate: () => Promise.reject(refusal) });
    buttonCalled(root, "Recalculate").click();
    await expect.poll(() => bar(root)).toContain("A cell is being edited");
    expect(settings.get(SETTING)).toBe("2026-06-30");
  });

  it("is not spoken of when its settings cannot be read", async () => {
    const refusal = new WorkbookError("unknown", "Excel could not do this: the workbook is closed.");
    const { root } = await openRefreshPane({ workbook: { setting: () => Promise.reject(refusal) } });
    await settle();
    expect(bar(root)).toBe("");
  });
});
