// @vitest-environment jsdom
// The workbook remembers which data it was calculated with, and is asked about when the cells would read others.
import { describe, expect, it } from "vitest";
import { replaceRecord } from "../../src/functions";
import { WorkbookError } from "../../src/workbook/port";
import { readCsv } from "../../src/refresh/own-rows/csv";
import { FakeStorage, newest, older, openRefresh } from "../refresh/support";
import { MinerRecord } from "../../src/data/record";
import { buttonCalled, heard, isShown, settle } from "./harness";
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

describe("what a workbook was calculated with", () => {
  const MARKET = "market 2026-11-22T12:00Z";
  const HEADER = "ticker,metric,period_end,value";
  const rowsOf = (...values: number[]): string =>
    [HEADER, ...values.map((value, month) => `MARA,holdings_btc,2026-0${month + 1}-28,${value}`)].join("\n");
  const withRows = async (csv: string, settings: Readonly<Record<string, string>> = {}) => {
    const storage = new FakeStorage();
    const { refresh } = openRefresh({ storage });
    refresh.addOwnRows(refresh.previewOwnRows(readCsv(csv)));
    return openRefreshPane({ setup: { storage }, settings });
  };
  /** As the file keeps it after a recalculation with these rows. */
  const settingWith = async (csv: string): Promise<string> => {
    const { root, settings } = await withRows(csv, { [SETTING]: "2026-06-30" });
    await expect.poll(() => bar(root)).not.toBe("");
    buttonCalled(root, "Recalculate").click();
    await expect.poll(() => bar(root)).toBe("");
    return settings.get(SETTING) ?? "";
  };

  it("names own rows that are no longer there, or others, or more", async () => {
    const setting = await settingWith(rowsOf(1, 2, 3));
    expect(setting).toMatch(/^2026-08-31; own 3 \d+$/);
    for (const [now, says] of [
      [undefined, "Calculated with 3 own rows; you have no own rows."],
      [rowsOf(1, 2, 4), "Calculated with 3 own rows; you have 3 other own rows."],
      [rowsOf(1), "Calculated with 3 own rows; you have 1 own row."],
      [rowsOf(1, 2, 3), ""],
    ] as const) {
      const settings = { [SETTING]: setting };
      const { root } = now === undefined ? await openRefreshPane({ settings }) : await withRows(now, settings);
      await settle();
      expect(bar(root).startsWith(says), says).toBe(true);
      if (says === "") expect(bar(root)).toBe("");
    }
  });

  it("does not depend on the order in which own rows were added", async () => {
    const [header = "", ...rows] = rowsOf(1, 2, 3).split("\n");
    expect(await settingWith([header, ...rows.reverse()].join("\n"))).toBe(await settingWith(rowsOf(1, 2, 3)));
  });

  it("names a live quote that is no longer in use", async () => {
    const { root } = await openRefreshPane({ settings: { [SETTING]: `2026-08-31; ${MARKET}` } });
    await expect
      .poll(() => bar(root))
      .toMatch(/^Calculated with the live market of 22 Nov 2026, \d\d:00; you have no live market\./);
  });

  it("names all that differs in one sentence, and nothing else", async () => {
    const settings = { [SETTING]: `2026-06-30; own 2 77; ${MARKET}` };
    const { root } = await withRows(rowsOf(1, 2, 3), settings);
    await expect
      .poll(() => bar(root))
      .toMatch(
        /^Calculated with the data of 30 Jun 2026, 2 own rows and the live market of 22 Nov 2026, \d\d:00; you have the data of 31 Aug 2026, 3 own rows and no live market\./,
      );
  });

  it("is not claimed to be known when a later add-in wrote more of it", async () => {
    const { root } = await openRefreshPane({ settings: { [SETTING]: "2026-08-31; rates 2026-11-22" } });
    await expect.poll(() => bar(root)).toMatch(/^Calculated with different data from yours\./);
  });

  it("is what there was when the calculation began, although another window changes the data meanwhile", async () => {
    const { root, settings } = await openRefreshPane({
      settings: { [SETTING]: "2026-06-30" },
      workbook: {
        recalculate: () => {
          replaceRecord(MinerRecord.unpack(newest.packed, "release"), "release");
          return Promise.resolve();
        },
      },
    });
    await expect.poll(() => bar(root)).toContain(SAYS);
    buttonCalled(root, "Recalculate").click();
    await expect.poll(() => settings.get(SETTING)).toBe("2026-08-31");
    expect(bar(root)).toContain("Calculated with the data of 31 Aug 2026; you have the data of 22 Nov 2026.");
  });
});

describe("what is recalculated after a change", () => {
  const scopeOf = async (root: HTMLElement): Promise<HTMLSelectElement> => {
    buttonCalled(root, "Check for updates").click();
    await expect.poll(() => root.querySelector("select"), { timeout: 5000 }).not.toBeNull();
    const found = root.querySelector("select");
    if (!found) throw new Error("There is no choice of what to recalculate.");
    return found;
  };

  it("is remembered as the user chose it last, for other workbooks too", async () => {
    const { root, storage } = await openRefreshPane();
    const choice = await scopeOf(root);
    expect(choice.value).toBe("workbook");
    choice.value = "sheet";
    choice.dispatchEvent(new Event("change"));
    const later = await openRefreshPane({ setup: { storage } });
    expect((await scopeOf(later.root)).value).toBe("sheet");
    buttonCalled(later.root, "Apply").click();
    await expect.poll(() => later.sheet.recalculated).toEqual(["sheet"]);
  });

  it("is the workbook where the browser keeps something else, or the host has no choice", async () => {
    const storage = new FakeStorage();
    openRefresh({ storage }).refresh.choose("recalculate", "everything");
    const { root } = await openRefreshPane({ setup: { storage } });
    expect((await scopeOf(root)).value).toBe("workbook");
    openRefresh({ storage }).refresh.choose("recalculate", "selection");
    const browser = await openRefreshPane({ setup: { storage }, workbook: { host: "browser" } });
    buttonCalled(browser.root, "Check for updates").click();
    await expect.poll(() => browser.root.textContent, { timeout: 5000 }).toContain("What changes from");
    buttonCalled(browser.root, "Apply").click();
    await expect.poll(() => browser.sheet.recalculated).toEqual(["workbook"]);
  });

  it("holds until the pane is closed where there is no room to keep it", async () => {
    const { root, storage, sheet } = await openRefreshPane();
    const choice = await scopeOf(root);
    const quota = storage.quota;
    storage.quota = 0;
    choice.value = "selection";
    choice.dispatchEvent(new Event("change"));
    storage.quota = quota;
    buttonCalled(root, "Apply").click();
    await expect.poll(() => sheet.recalculated).toEqual(["selection"]);
  });
});
