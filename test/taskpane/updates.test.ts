// @vitest-environment jsdom
// Newer data in the pane: looked for, looked at, applied, undone; and everything that can come between.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/common/days";
import { MinerRecord } from "../../src/data/record";
import { record } from "../../src/functions";
import type { FormulaAt } from "../../src/workbook/port";
import { WorkbookError } from "../../src/workbook/port";
import { built, json, latestOf, newest, offering, older, olderTables, status } from "../refresh/support";
import { ask } from "../functions/ask";
import { buttonCalled, heard } from "./harness";
import { openRefreshPane, under, type RefreshPaneOptions } from "./refresh-bench";

const SETTING = "MinerOverhang.dataVersion";
const HEADING = "What changes from 31 Aug 2026 to 22 Nov 2026";

const press = (root: Element, name: string): void => {
  buttonCalled(root, name).click();
};

const says = (root: Element, text: string | RegExp): Promise<void> =>
  expect.poll(() => under(root, "Newer data"), { timeout: 5000 }).toMatch(text);

/** A pane in which the release has been fetched and waits for a decision. */
const openOffer = async (options: RefreshPaneOptions = {}) => {
  const opened = await openRefreshPane(options);
  press(opened.root, "Check for updates");
  await expect.poll(() => under(opened.root, HEADING), { timeout: 5000 }).not.toBe("");
  return opened;
};

const formula = (cell: string, text: string, value: string | number, columns = 1): FormulaAt => ({
  ...{ sheet: "Sheet1", cell, rows: 1, columns },
  formula: text,
  text: String(value),
  value,
});

describe("checking for updates", () => {
  it("lists what a newer release changes and applies nothing", async () => {
    const { root } = await openOffer();
    const text = under(root, HEADING);
    expect(text).toMatch(/Figures \d+ new, 1 revised, 1 removed/);
    await expect.poll(() => heard(root)).toContain("Nothing has been applied yet. This workbook has no formulas");
    expect(record().version).toBe("2026-08-31");
  });

  it("says by miner which counts of coins came, and how the total and its age move", async () => {
    const isOld = ({ metric, periodEnd }: (typeof olderTables.reports)[number]): boolean =>
      metric !== "holdings_btc" || periodEnd <= dayOf(2026, 6, 30);
    const bundled = new MinerRecord({ ...olderTables, reports: olderTables.reports.filter(isOld) });
    const { root } = await openOffer({ setup: { options: { bundled } } });
    const text = under(root, HEADING);
    expect(text).toMatch(/Coins of ALL [\d,]+ → [\d,]+ BTC/);
    expect(text).toMatch(/Age by weight \d+ → \d+ days/);
    expect(text).toMatch(/Over 120 days old \d+ → \d+ %/);
    expect(text).toMatch(/: \d+ new ?\d+ new counts? of coins.*, now of \d+ \w{3} 2026, \d+ days younger/);
  });

  it("shows the revised figure of a miner, old and new", async () => {
    const { root } = await openOffer();
    for (const details of root.querySelectorAll("details")) details.open = true;
    const row = older.tables.reports[17];
    const was = row?.value.toLocaleString("en-US", { maximumSignificantDigits: 12 });
    await expect.poll(() => under(root, HEADING)).toContain(`${was ?? "?"} `);
    expect(under(root, HEADING)).toMatch(/[\d,.]+ BTC → [\d,.]+ BTC|→/);
  });

  it("says that there is nothing newer when there is not", async () => {
    const { root } = await openOffer();
    press(root, "Apply");
    await says(root, "in use");
    press(root, "Check for updates");
    await says(root, "This server has nothing newer than 22 Nov 2026; its newest report is of 30 Sep 2026.");
  });

  it("leaves everything as it is when told not now", async () => {
    const { root, sheet, storage } = await openOffer();
    press(root, "Not now");
    expect(root.textContent).not.toContain(HEADING);
    expect(record().version).toBe("2026-08-31");
    expect(sheet.recalculated).toEqual([]);
    expect([...storage.texts.keys()].join()).not.toContain("record-");
  });

  it.each([
    ["nothing there", { "/data/latest.json": status(404) }, "Nothing was found at"],
    ["a web page", { "/data/latest.json": status(200, { "Content-Type": "text/html" }) }, "a web page instead of data"],
    ["no signature", offering({ ...latestOf(), signature: "AAAA" }), "not signed by the publisher"],
    ["another file than announced", offering(latestOf(), newest.json.replace("MARA", "MARB")), "SHA-256 differs"],
    ["an older version", offering(latestOf(built({ ...olderTables, version: "2026-01-31" }))), "older than yours"],
    ["no JSON", { "/data/latest.json": json("nothing") }, "is not JSON"],
  ])("tells %s in a sentence and leaves data and cells alone", async (_, answers, sentence) => {
    const { root, sheet } = await openRefreshPane({ answers });
    press(root, "Check for updates");
    await says(root, sentence);
    expect(heard(root)).toContain(sentence);
    expect(record().version).toBe("2026-08-31");
    expect(sheet.recalculated).toEqual([]);
    expect(buttonCalled(root, "Check for updates").hasAttribute("aria-disabled")).toBe(false);
  });

  it("can be cancelled while the server says nothing, with the focus back where it was", async () => {
    const { root, host } = await openRefreshPane({ answers: { "/data/latest.json": () => undefined } });
    press(root, "Check for updates");
    await expect.poll(() => host.requests).toHaveLength(1);
    const cancel = buttonCalled(root, "Cancel");
    cancel.focus();
    cancel.click();
    await says(root, "Cancelled. Nothing was changed.");
    expect(document.activeElement).toBe(buttonCalled(root, "Check for updates"));
  });

  it("asks once when it is pressed twice", async () => {
    const { root, host } = await openRefreshPane({ answers: { "/data/latest.json": () => undefined } });
    press(root, "Check for updates");
    press(root, "Check for updates");
    await expect.poll(() => host.requests).toHaveLength(1);
    press(root, "Cancel");
    await says(root, "Cancelled");
    expect(host.requests).toHaveLength(1);
  });

  it("stops when the pane is closed in between", async () => {
    const { root, host, unmount, refresh } = await openRefreshPane({
      answers: { "/data/latest.json": () => undefined },
    });
    press(root, "Check for updates");
    await expect.poll(() => host.requests).toHaveLength(1);
    unmount();
    host.answers["/data/latest.json"] = json(latestOf());
    await expect
      .poll(() =>
        refresh.check().then(
          ({ isNewer }) => isNewer,
          () => false,
        ),
      )
      .toBe(true);
    expect(root.textContent).toBe("");
  });
});

describe("applying a release", () => {
  it("brings it to the cells, recalculates the workbook and notes the version in it", async () => {
    const { root, sheet, settings } = await openOffer();
    press(root, "Apply");
    await says(root, "The data of 22 Nov 2026 is in use. The workbook was recalculated.");
    expect(ask("MINERVERSION")).toBe("2026-11-22");
    expect(sheet.recalculated).toEqual(["workbook"]);
    expect(settings.get(SETTING)).toBe("2026-11-22");
  });

  it("recalculates no more than was chosen, and does not claim more", async () => {
    const { root, sheet, settings } = await openOffer({ settings: { [SETTING]: "2026-08-31" } });
    const choice = root.querySelector("select");
    if (!choice) throw new Error("There is no choice of what to recalculate.");
    choice.value = "selection";
    choice.dispatchEvent(new Event("change"));
    press(root, "Apply");
    await says(root, "The selection was recalculated.");
    expect(sheet.recalculated).toEqual(["selection"]);
    expect(settings.get(SETTING)).toBe("2026-08-31");
    expect(root.textContent).toContain("Calculated with the data of 31 Aug 2026; you have the data of 22 Nov 2026.");
  });

  it("changes nothing while the workbook refuses, and applies at the next press", async () => {
    const editing = new WorkbookError("editing", "A cell is being edited: press Enter or Esc in the sheet.");
    let isEditing = false;
    const setting = () => (isEditing ? Promise.reject(editing) : Promise.resolve(undefined));
    const { root, sheet, storage } = await openOffer({ workbook: { setting } });
    isEditing = true;
    press(root, "Apply");
    await says(root, "A cell is being edited");
    expect(record().version).toBe("2026-08-31");
    expect(sheet.recalculated).toEqual([]);
    expect([...storage.texts.keys()].join()).not.toContain("record-");
    isEditing = false;
    press(root, "Apply");
    await says(root, "is in use. The workbook was recalculated.");
  });

  it("keeps the data when the cells cannot be recalculated, says so, and lets it be tried again", async () => {
    const editing = new WorkbookError("editing", "A cell is being edited: press Enter or Esc in the sheet.");
    let isEditing = true;
    const recalculate = (): Promise<void> => (isEditing ? Promise.reject(editing) : Promise.resolve());
    const { root } = await openOffer({ workbook: { recalculate } });
    press(root, "Apply");
    await says(root, "is in use. The cells still show their former values: A cell is being edited");
    expect(record().version).toBe("2026-11-22");
    isEditing = false;
    press(root, "Recalculate");
    await says(root, "The workbook was recalculated.");
  });

  it("changes nothing when the browser has no room for it", async () => {
    const { root, sheet, storage } = await openOffer();
    storage.quota = 1000;
    press(root, "Apply");
    await says(root, "This browser has no room left");
    expect(record().version).toBe("2026-08-31");
    expect(sheet.recalculated).toEqual([]);
    storage.quota = Infinity;
    press(root, "Apply");
    await says(root, "The data of 22 Nov 2026 is in use.");
  });

  it("is taken back with a sentence when another window changes the data", async () => {
    const first = await openOffer();
    const second = await openOffer({ setup: { storage: first.storage, home: first.host.home } });
    press(first.root, "Apply");
    await says(first.root, "in use");
    for (const hear of first.storage.windows) hear(first.storage.find("state"));
    await says(second.root, "Another window has changed the data in the meantime");
    expect(under(second.root, HEADING)).toBe("");
    expect(() => buttonCalled(second.root, "Apply")).toThrow();
    expect(first.root.textContent).not.toContain("Another window");
  });

  it("offers no Cancel while Excel calculates, which nothing could cancel", async () => {
    let finish = (): void => undefined;
    const recalculate = () => new Promise<void>((resolve) => (finish = resolve));
    const { root } = await openOffer({ workbook: { recalculate } });
    press(root, "Apply");
    await says(root, "Applying the data.");
    expect(() => buttonCalled(root, "Cancel")).toThrow();
    finish();
    await says(root, "is in use.");
  });

  it("is refused when another window was faster", async () => {
    const first = await openOffer();
    const second = await openOffer({ setup: { storage: first.storage, home: first.host.home } });
    press(first.root, "Apply");
    await says(first.root, "in use");
    press(second.root, "Apply");
    await says(second.root, "Another window has changed the data in the meantime");
  });

  it("can be undone, and the undo undone", async () => {
    const { root, sheet } = await openOffer();
    press(root, "Apply");
    await says(root, "is in use. The workbook");
    press(root, "Undo: back to 31 Aug 2026");
    await says(root, "The data of 31 Aug 2026 is in use again.");
    expect(ask("MINERVERSION")).toBe("2026-08-31");
    expect(sheet.recalculated).toEqual(["workbook", "workbook"]);
    buttonCalled(root, "Undo: back to 22 Nov 2026").click();
    await says(root, "The data of 22 Nov 2026 is in use again.");
  });

  it("can be undone in a pane that was opened a week later", async () => {
    const { root, storage } = await openOffer();
    press(root, "Apply");
    await says(root, "in use");
    const later = await openRefreshPane({ setup: { storage } });
    expect(record().version).toBe("2026-11-22");
    press(later.root, "Undo: back to 31 Aug 2026");
    await says(later.root, "is in use again");
    expect(record().version).toBe("2026-08-31");
  });
});

describe("the address of updates", () => {
  it("takes another https address and goes back to the add-in's own", async () => {
    const { root, refresh } = await openRefreshPane();
    const field = root.querySelector<HTMLInputElement>("#pane-address");
    if (!field) throw new Error("There is no field for the address.");
    field.value = "https://data.example/latest.json";
    press(root, "Use this address");
    expect(refresh.address).toBe("https://data.example/latest.json");
    expect(heard(root)).toContain("https://data.example/latest.json");
    press(root, "Use the add-in’s own");
    expect(refresh.address).toBeUndefined();
    expect(field.value).toBe("");
  });

  it("refuses one that is not https, and keeps the former", async () => {
    const { root, refresh } = await openRefreshPane();
    const field = root.querySelector<HTMLInputElement>("#pane-address");
    if (!field) throw new Error("There is no field for the address.");
    field.value = "http://data.example/latest.json";
    press(root, "Use this address");
    expect(root.textContent).toContain("is not a usable address");
    expect(refresh.address).toBeUndefined();
  });
});

describe("cells that will move", () => {
  const MOVES = "Cells whose values will change";

  it("are listed with what stands there and what will", async () => {
    const { root, sheet } = await openRefreshPane();
    sheet.formulas = [
      formula("A1", "=MINERVERSION()", "2026-08-31"),
      // 53,822 BTC: MARA 10-Q of 2026-03-31, in assets/data/sources.csv.
      formula("A2", '=MINERHOLDINGS("MARA","2025-12-31")', 53822),
      formula("A3", '=1+MINERHOLDINGS("MARA","2025-12-31")', 53823),
      formula("A4", '=MINERVERSION()&"!"', "2026-08-31!"),
      formula("A5", "=SUM(B1:B2)", 3),
    ];
    press(root, "Check for updates");
    await expect.poll(() => under(root, MOVES), { timeout: 5000 }).toContain("changes");
    const text = under(root, MOVES);
    expect(text).toContain("Sheet1!A1 2026-08-31 → 2026-11-22");
    expect(text).toContain("1 formula changes, 2 stay as they are.");
    expect(text).toMatch(/Will be recalculated, .*: Sheet1!A4\./);
    expect(text).not.toContain("Sheet1!A5");
    expect(record().version).toBe("2026-08-31");
  });

  it("tells a table by the first of its cells that moves, and how many do", async () => {
    const { root, sheet } = await openRefreshPane();
    sheet.formulas = [formula("A1", '=MINERHOLDINGS({"MARA","CORZ"},"2025-12-31")', 53822, 2)];
    sheet.tables.set("Sheet1!A1#", [[53822, 1]]);
    press(root, "Check for updates");
    // 2,537 BTC: Core Scientific at the end of 2025, as cited in assets/data/reports.csv.
    await expect.poll(() => under(root, MOVES), { timeout: 5000 }).toContain("Sheet1!A1 1 of 2 cells 1 → 2,537");
  });

  it("leaves a formula to Excel that reads a cell which moves itself, however far behind", async () => {
    const { root, sheet } = await openRefreshPane();
    sheet.formulas = [
      formula("A1", "=MINERVERSION()", "2026-08-31"),
      formula("B1", '=MINERHOLDINGS("MARA",A1)', 1),
      formula("C1", '=MINERHOLDINGS("MARA","2025-12-31",,B1)', 1),
    ];
    sheet.tables.set("Sheet1!A1", [["2026-08-31"]]);
    sheet.tables.set("Sheet1!B1", [[46022]]);
    press(root, "Check for updates");
    await expect.poll(() => under(root, MOVES), { timeout: 5000 }).toContain("Sheet1!B1, Sheet1!C1");
  });

  it("can be looked for again when Excel refused", async () => {
    let isEditing = true;
    const refusal = new WorkbookError("editing", "A cell is being edited: press Enter or Esc in the sheet.");
    const formulas = () => (isEditing ? Promise.reject(refusal) : Promise.resolve([]));
    const { root } = await openOffer({ workbook: { formulas } });
    await expect.poll(() => under(root, MOVES)).toContain("A cell is being edited");
    isEditing = false;
    press(root, "Look again");
    await expect.poll(() => under(root, MOVES)).toContain("no formulas from this add-in");
  });

  it("lists the first 200 and counts the others", async () => {
    const { root, sheet } = await openRefreshPane();
    sheet.formulas = Array.from({ length: 230 }, (_, row) => formula(`A${row + 1}`, "=MINERVERSION()", "2026-08-31"));
    press(root, "Check for updates");
    await expect.poll(() => under(root, MOVES), { timeout: 5000 }).toContain("The first 200 of 230.");
    expect(root.querySelectorAll(".moves tbody tr")).toHaveLength(200);
  });
});
